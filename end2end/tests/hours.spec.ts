import { demoAt } from '../fixtures/hours';
import { expect, test } from '../fixtures/test';

// Monday to Friday from 9 to 17 o'clock in Amsterdam. Both sides of every edge, whenever this runs.

for (const [what, moment, opens] of [
  ['on an evening', '2026-07-01T18:30:00Z', 'morgen om 9.00 uur'],
  ['in the night after midnight', '2026-07-01T22:05:00Z', 'vandaag om 9.00 uur'],
  ['before nine in winter', '2026-12-01T07:30:00Z', 'vandaag om 9.00 uur'],
  ['on the day before the clock goes forward', '2026-03-28T11:00:00Z', 'maandag 30 maart om 9.00 uur'],
  ['on the day before the clock goes back', '2026-10-24T10:00:00Z', 'maandag 26 oktober om 9.00 uur'],
  ['on the first Monday of summer time, ten to nine', '2026-03-30T06:50:00Z', 'vandaag om 9.00 uur'],
  ['on King’s Day', '2026-04-27T10:00:00Z', 'morgen om 9.00 uur'],
] as const) {
  test.describe(what, () => {
    test.use({ serverOptions: demoAt(moment) });

    test('the chat is closed, says when it opens, and cannot be started', async ({ newVisitor, newWorker }) => {
      const anna = await newWorker('anna');
      await anna.goesOnDuty();
      const visitor = await newVisitor();
      await visitor.opens('/');
      await visitor.sees('De chat is gesloten');
      await visitor.sees(`De chat gaat open: ${opens}.`);
      await visitor.sees('0800-2000');
      await visitor.sees('112');
      await expect(visitor.page.getByRole('link', { name: 'Start de chat' })).toBeHidden();
      await visitor.opens('/chat');
      await visitor.sees('De chat is gesloten');
      await visitor.sees(`De chat gaat open: ${opens}.`);
      await visitor.sees('0800-2000');
      await expect(visitor.nicknameField).toBeHidden();
      await expect(visitor.button('Stop met wachten')).toBeHidden();
      await anna.isOfferedNothing();
    });
  });
}

for (const [what, moment] of [
  ['on a Tuesday in summer', '2026-06-30T10:00:00Z'],
  ['on the first Monday of summer time, ten past nine', '2026-03-30T07:10:00Z'],
  ['on the first Monday of winter time, ten to five', '2026-10-26T15:50:00Z'],
  ['on 5 May 2026, an ordinary day', '2026-05-05T10:00:00Z'],
] as const) {
  test.describe(what, () => {
    test.use({ serverOptions: demoAt(moment) });

    test('the chat says until when it is open, once somebody is on duty', async ({ newVisitor, newWorker }) => {
      const visitor = await newVisitor();
      await visitor.opens('/');
      await visitor.sees('Er is nu geen medewerker beschikbaar');
      const anna = await newWorker('anna');
      await anna.goesOnDuty();
      await visitor.opens('/');
      await visitor.sees('De chat is open');
      await visitor.sees('Tot 17.00 uur.');
      await visitor.signUp({ nickname: 'Merel' });
      await anna.accepts('Merel');
      await visitor.chatsWith('Anna');
    });
  });
}

test.describe('a minute before five', () => {
  test.use({ serverOptions: demoAt('2026-07-01T14:59:00Z') });

  test('at closing time who waits is told and may stay, conversations go on, and nobody new comes in', async ({
    newVisitor,
    newWorker,
  }) => {
    test.setTimeout(120_000);
    const anna = await newWorker('anna');
    await anna.goesOnDuty(1);
    const [merel, robin, late] = [await newVisitor(), await newVisitor(), await newVisitor()];
    await merel.signUp({ nickname: 'Merel' });
    await anna.accepts('Merel');
    await merel.chatsWith('Anna');
    await robin.signUp({ nickname: 'Robin' });
    await robin.isNumber(1);
    await late.opens('/chat');
    await late.nicknameField.fill('Te laat');

    await robin.sees('Het is sluitingstijd. Je mag blijven wachten.', { timeout: 70_000 });
    await robin.isNumber(1);
    await late.sees('De chat is gesloten', { timeout: 10_000 });
    await late.sees('De chat gaat open: morgen om 9.00 uur.');
    await expect(late.nicknameField).toBeHidden();
    await merel.writes('Praten we nog?');
    await anna.reads('Praten we nog?');
    await anna.ends();
    await anna.accepts('Robin');
    await robin.chatsWith('Anna');
  });
});

test.describe('half a minute before midnight', () => {
  test.use({ serverOptions: async ({}, use) => {
    const midnight = Date.parse('2026-06-30T22:00:00Z');
    const seconds = Math.round((midnight - 40_000 - Date.now()) / 1_000);
    await use({ arguments: ['--shift', `${seconds}s`] });
  } });

  test('a conversation and the queue go on over midnight, and the day’s registrations are closed', async ({
    newVisitor,
    newWorker,
  }) => {
    test.setTimeout(120_000);
    const anna = await newWorker('anna');
    await anna.goesOnDuty(1);
    const [merel, robin] = [await newVisitor(), await newVisitor()];
    await merel.signUp({ nickname: 'Merel' });
    await anna.accepts('Merel');
    await merel.chatsWith('Anna');
    await merel.ends();
    await anna.sees('1 advies nog niet geregistreerd');
    await robin.signUp({ nickname: 'Robin' });
    await anna.accepts('Robin');
    await robin.chatsWith('Anna');

    // What was not registered on its day is counted, and no longer asked for.
    const office = await anna.context.newPage();
    await office.goto(anna.address('/beheer/adviezen'));
    await expect(async () => {
      await office.reload();
      await expect(office.getByText('1 advies nog niet geregistreerd')).toHaveCount(0, { timeout: 1_000 });
    }).toPass({ timeout: 60_000 });
    await robin.writes('Het is morgen.');
    await anna.reads('Het is morgen.');
    await robin.ends();
    await anna.sees('De bezoeker heeft het gesprek beëindigd.');
    await anna.sees('1 advies nog niet geregistreerd');
  });
});
