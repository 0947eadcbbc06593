import { expect, test } from '../fixtures/test';
import type { PersonOptions } from '../fixtures/person';
import type { Visitor } from '../fixtures/visitor';
import type { Worker } from '../fixtures/worker';

const NARROW: PersonOptions = { size: { width: 320, height: 480 } };

/** How a visitor comes into each state; the last step says whether a worker had them. */
const states: [string, (visitor: Visitor, anna: Worker) => Promise<'met' | 'alone'>][] = [
  [
    'the form',
    async (visitor) => {
      await visitor.nicknameField.fill('Merel');
      return 'alone';
    },
  ],
  [
    'waiting',
    async (visitor) => {
      await visitor.signUp({ nickname: 'Merel' });
      await visitor.isNumber(1);
      return 'alone';
    },
  ],
  [
    'the conversation',
    async (visitor, anna) => {
      await visitor.signUp({ nickname: 'Merel' });
      await anna.accepts('Merel');
      await visitor.chatsWith('Anna');
      for (let line = 1; line <= 8; line += 1) await anna.writes(`Regel ${line} om te schuiven.`);
      await visitor.reads('Regel 8 om');
      await visitor.writes('Een geheim van mij.');
      return 'met';
    },
  ],
  [
    'the covered conversation',
    async (visitor, anna) => {
      await visitor.signUp({ nickname: 'Merel' });
      await anna.accepts('Merel');
      await visitor.chatsWith('Anna');
      await visitor.writes('Een geheim van mij.');
      await visitor.closes();
      return 'met';
    },
  ],
  [
    'the goodbye',
    async (visitor, anna) => {
      await visitor.signUp({ nickname: 'Merel' });
      await anna.accepts('Merel');
      await visitor.chatsWith('Anna');
      await visitor.ends();
      await visitor.seesHeading('Het gesprek is beëindigd');
      return 'alone';
    },
  ],
];

const ways: [string, (visitor: Visitor) => Promise<void>][] = [
  ['the link', (visitor) => visitor.leavesByLink()],
  ['Shift three times', (visitor) => visitor.leavesByShift()],
];

for (const [state, comeInto] of states) {
  for (const [way, leave] of ways) {
    test(`from ${state}, ${way} leaves at once, and nothing leads back`, async ({
      newVisitor,
      newWorker,
      server,
    }) => {
      const anna = await newWorker('anna');
      await anna.goesOnDuty();
      const visitor = await newVisitor(NARROW);
      await visitor.comesFromElsewhere();
      const met = await comeInto(visitor, anna);
      await leave(visitor);
      expect(new URL(visitor.leftTo ?? '').protocol).toBe('https:');

      if (met === 'met') await anna.sees('De bezoeker is zelf weggegaan.');
      else await expect(anna.queue.getByRole('listitem').filter({ hasText: 'Utrecht' })).toHaveCount(0);
      await anna.doesNotRead('Een geheim van mij.');

      // Back leads past us: to where the visitor was before.
      const addresses = await visitor.pressesBackUntilTheEnd();
      expect(addresses.filter((address) => address.startsWith(server.url))).toEqual([]);

      // The next person on this device, in this very tab, finds an empty form.
      await visitor.opens('/chat');
      await expect(visitor.nicknameField).toHaveValue('');
      await visitor.doesNotRead('Merel', 'Een geheim van mij.');
      expect(await visitor.stored()).toEqual({ cookies: [], local: [], session: [], other: [] });
    });
  }
}

for (const path of ['/', '/privacy', '/toegankelijkheid', '/bestaat-niet']) {
  test(`${path} has the way out first, by link and by Shift, and leaves no page behind`, async ({
    newVisitor,
    server,
  }) => {
    const visitor = await newVisitor(NARROW);
    await visitor.opens(path);
    await visitor.page.keyboard.press('Tab');
    await expect(visitor.page.locator(':focus')).toHaveText('Ga naar de inhoud');
    await visitor.page.keyboard.press('Tab');
    await expect(visitor.page.locator(':focus')).toHaveAccessibleName('Verlaat deze site');
    await visitor.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await visitor.leavesByShift();
    expect((await visitor.pressesBackUntilTheEnd()).filter((address) => address.startsWith(server.url))).toEqual([]);
    await visitor.opens(path);
    await visitor.leavesByLink();
  });
}

test('typing capitals never leaves, nor does Shift with another key', async ({
  inConversation,
}) => {
  const { visitor, anna } = await inConversation();
  const keyboard = visitor.page.keyboard;
  await visitor.box.focus();
  for (const letter of 'NEE WEG!') {
    await keyboard.down('Shift');
    await keyboard.press(letter);
    await keyboard.up('Shift');
  }
  await expect(visitor.box).toHaveValue('NEE WEG!');
  for (let press = 0; press < 4; press += 1) {
    await keyboard.press('Control+Shift');
    await keyboard.press('Shift+Tab');
    await keyboard.press('Tab');
  }
  // Twice alone, then a letter, then twice alone: that is not three times.
  await visitor.box.focus();
  for (const key of ['Shift', 'Shift', 'a', 'Shift', 'Shift', 'b']) await keyboard.press(key);
  await visitor.chatsWith('Anna');
  await visitor.presses('Verstuur');
  await anna.reads('NEE WEG!');
});

test('without connection the way out works as well', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation();
  await visitor.writes('Een geheim van mij.');
  await anna.reads('Een geheim van mij.');
  const link = await visitor.findsWayOut();
  await visitor.losesConnection();
  await link.click();
  await expect(visitor.page.getByText('Een geheim van mij.')).toHaveCount(0);
  await expect(visitor.page).not.toHaveURL(/chat/);
  await visitor.isOnlineAgain();
  await visitor.opens('/chat');
  await expect(visitor.nicknameField).toHaveValue('');
  expect((await visitor.stored()).session).toEqual([]);
});
