import { findingsOn } from '../fixtures/accessible';
import { isPublished, opensOffice } from '../fixtures/coordinator';
import type { Reader } from '../fixtures/reader';
import { expect, test } from '../fixtures/test';

const REGION = 'data-regio="utrecht"';

test('with the keyboard alone: in, round, out, and back to where the focus was', async ({
  newWebsite,
  newReader,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const reader = await newReader(await newWebsite('listed', { attributes: REGION }));
  await reader.visits();
  const { keyboard } = reader.page;
  await expect(reader.badge(/De chat is open/)).toBeVisible();
  await reader.page.locator('#own').focus();
  await keyboard.press('Tab');
  await expect(reader.badge(/De chat is open/)).toBeFocused();
  await keyboard.press('Enter');
  await expect(reader.panel).toHaveAccessibleName('Chat van Veilig Thuis');
  await expect(reader.panel).toBeFocused();
  const inside = (name: string) => reader.panel.getByRole('link', { name }).or(reader.panel.getByRole('button', { name }));
  for (const name of ['Verlaat deze site', 'Sluiten', 'Start de chat', 'Bel 112', 'Bel 0800-2000', 'Verlaat deze site']) {
    await keyboard.press('Tab');
    await expect(inside(name)).toBeFocused();
  }
  await keyboard.press('Shift+Tab');
  await expect(inside('Bel 0800-2000')).toBeFocused();
  await keyboard.press('Escape');
  await expect(reader.panel).toBeHidden();
  await expect(reader.badge(/De chat is open/)).toBeFocused();

  await keyboard.press('Enter');
  for (let press = 0; press < 3; press += 1) await keyboard.press('Tab');
  await keyboard.press('Enter');
  const field = reader.chat.getByRole('textbox', { name: 'Bijnaam' });
  await expect(reader.chat.locator('form[data-live="true"]')).toBeVisible();
  await expect(reader.chat.getByRole('main')).toBeFocused();
  await keyboard.press('Tab');
  await expect(field).toBeFocused();
  await keyboard.type('Merel');
  // Round, and never into the website.
  const seen = new Set<string>();
  for (let press = 0; press < 60; press += 1) {
    await keyboard.press('Tab');
    const at = await reader.page.evaluate(() => document.activeElement?.tagName ?? '');
    expect(at).toBe('VEILIGCHAT-INSLUITEN');
    seen.add(await reader.frame.evaluate(() => document.activeElement?.id ?? ''));
    if (await field.evaluate((element) => element === document.activeElement)) break;
  }
  expect([...seen]).toEqual(expect.arrayContaining(['exit', 'fold', 'region', 'sign-up-start', 'nickname']));
  await keyboard.press('Escape');
  await expect(reader.panel).toBeHidden();
  await expect(reader.badge(/De chat is open/)).toBeFocused();
  // What was typed is still there.
  await keyboard.press('Enter');
  await expect(field).toHaveValue('Merel');
});

test('Escape closes a question in the chat before it folds the panel', async ({ newWebsite, newReader, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const reader = await newReader(await newWebsite('listed', { attributes: REGION }));
  await reader.visits();
  await reader.signsUp('Merel');
  await reader.presses('Stop met wachten');
  await expect(reader.button('Ja, ik stop')).toBeVisible();
  await reader.page.keyboard.press('Escape');
  await expect(reader.button('Ja, ik stop')).toBeHidden();
  await expect(reader.panel).toBeVisible();
  await reader.page.keyboard.press('Escape');
  await expect(reader.panel).toBeHidden();
});

/** Every way out, from every place: the whole website is gone, and nobody finds the conversation. */
const ways: [string, (reader: Reader) => Promise<void>][] = [
  ['the link in the chat', async (reader) => (await reader.findsWayOutOf(reader.chat)).click()],
  [
    'Shift three times in the chat',
    async (reader) => {
      await reader.findsWayOutOf(reader.chat);
      await reader.box.focus();
      for (let press = 0; press < 3; press += 1) await reader.page.keyboard.press('Shift');
    },
  ],
  [
    'Shift three times on the website',
    async (reader) => {
      await reader.findsWayOutOf(reader.chat);
      await reader.page.locator('#own').focus();
      for (let press = 0; press < 3; press += 1) await reader.page.keyboard.press('Shift');
    },
  ],
  [
    'the link in the chat, on a website whose script no longer listens',
    async (reader) => {
      const exit = await reader.findsWayOutOf(reader.chat);
      await reader.page.evaluate(() => Object.assign(globalThis, { deaf: true }));
      await exit.click();
    },
  ],
];

for (const [name, leaves] of ways) {
  test(`by ${name} the whole website is left and nothing stays`, async ({ newWebsite, newReader, newWorker }) => {
    const anna = await newWorker('anna');
    await anna.goesOnDuty();
    // A website that asks whether somebody is sure.
    const asks = `<script>addEventListener('beforeunload', (event) => event.preventDefault())</script>`;
    const more = name.includes('no longer listens') ? '' : asks;
    const reader = await newReader(await newWebsite('listed', { attributes: REGION, more }));
    await reader.context.addInitScript(() => {
      if (window !== top) return;
      const set = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage')?.set;
      Object.defineProperty(MessagePort.prototype, 'onmessage', {
        set(this: MessagePort, handler: (event: MessageEvent) => void) {
          set?.call(this, (event: MessageEvent) => {
            if (!(globalThis as unknown as { deaf?: boolean }).deaf) handler.call(this, event);
          });
        },
      });
    });
    reader.page.on('dialog', () => reader.troubles.push('the website asked whether the visitor is sure'));
    await reader.visits();
    await reader.signsUp('Merel');
    await anna.accepts('Merel');
    await reader.chatsWith('Anna');
    await reader.writes('Een geheim van mij.');
    await anna.reads('Een geheim van mij.');
    await leaves(reader);
    await reader.isGone();
    await anna.sees('De bezoeker is zelf weggegaan.');
    // The next person on this device.
    await reader.visits();
    await expect(reader.badge(/De chat is open/)).toBeVisible();
    // A website that did not hear of the end looks for the conversation once more, and finds none.
    await expect(reader.popUp.locator('iframe')).toHaveCount(0);
    await reader.opensTheForm();
    await expect(reader.chat.getByRole('textbox', { name: 'Bijnaam' })).toHaveValue('');
    expect(await reader.frame.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
  });
}

test('leaving while the chat is still on its way wipes it when this tab comes back', async ({
  newWebsite,
  newReader,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const reader = await newReader(await newWebsite('listed', { attributes: REGION }));
  await reader.visits();
  await reader.signsUp('Merel');
  await anna.accepts('Merel');
  await reader.chatsWith('Anna');
  // The next page of the website: the frame does not arrive.
  await reader.context.route('**/chat?**', () => undefined);
  await reader.visits('/twee');
  await expect(reader.badge(/De chat is open/)).toBeVisible();
  await reader.badge(/De chat is open/).click();
  await reader.findsWayOutOf(reader.panel);
  for (let press = 0; press < 3; press += 1) await reader.page.keyboard.press('Shift');
  await reader.isGone();
  await reader.context.unroute('**/chat?**');
  await reader.visits();
  await expect(reader.badge(/De chat is open/)).toBeVisible();
  await expect.poll(() => reader.page.evaluate(() => sessionStorage.length)).toBe(0);
  await reader.opensTheForm();
  await expect(reader.chat.getByRole('textbox', { name: 'Bijnaam' })).toBeVisible();
  expect(await reader.frame.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
});

test('before the chat the way out leaves the website too', async ({ newWebsite, newReader, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const reader = await newReader(await newWebsite('unlisted', { attributes: REGION }));
  await reader.visits();
  await reader.badge(/De chat is open/).click();
  await (await reader.findsWayOutOf(reader.panel)).click();
  await reader.isGone();
  await reader.page.goBack();
  await expect(reader.badge(/De chat is open/)).toHaveCount(0);
});

test('it speaks the language of the website, or the one it was given', async ({ newWebsite, newReader, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  for (const options of [{ language: 'en-GB' }, { language: 'nl', attributes: 'data-taal="en"' }]) {
    const reader = await newReader(await newWebsite('listed', options));
    await reader.visits();
    await reader.badge(/The chat is open/).click();
    await expect(reader.panel).toHaveAccessibleName('Chat of Veilig Thuis');
    await reader.panel.getByRole('link', { name: 'Start the chat' }).click();
    await expect(reader.chat.getByRole('heading', { name: 'Start a conversation' })).toBeVisible();
    // Another language, in the panel: the frame stays a frame.
    await reader.chat.getByRole('link', { name: 'Nederlands' }).click();
    await expect(reader.chat.getByRole('heading', { name: 'Start een gesprek' })).toBeVisible();
    await expect(reader.button('Sluiten')).toBeVisible();
    await reader.folds();
  }
  for (const language of ['', 'fr']) {
    const reader = await newReader(await newWebsite('unlisted', { language }));
    await reader.visits();
    await expect(reader.badge(/De chat is open/)).toBeVisible();
  }
});

test('the website chooses corner and colours', async ({ newWebsite, newReader, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const reader = await newReader(await newWebsite('unlisted', { attributes: 'data-plaats="links" data-thema="donker"' }));
  const plain = await newReader(await newWebsite('unlisted'));
  for (const person of [reader, plain]) {
    await person.visits();
    await expect(person.badge(/De chat is open/)).toBeVisible();
  }
  const left = (person: Reader) => person.badge(/De chat is open/).evaluate((it) => it.getBoundingClientRect().left);
  expect(await left(reader)).toBe(16);
  expect(await left(plain)).toBeGreaterThan(640);
  const ground = (person: Reader) => person.badge(/De chat is open/).evaluate((it) => getComputedStyle(it).backgroundColor);
  const light = await ground(plain);
  expect(await ground(reader)).not.toBe(light);
  await plain.page.emulateMedia({ colorScheme: 'dark' });
  expect(await ground(plain)).toBe(await ground(reader));
});

test('it wears the name and the colour of the organisation', async ({ newWebsite, newReader, newStranger, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const karin = await opensOffice(newStranger, '/beheer/huisstijl');
  await karin.page.getByRole('textbox', { name: 'Naam', exact: true }).fill('Hulplijn Utrecht');
  await karin.page.getByRole('textbox', { name: 'Kleur', exact: true }).fill('#7a1f5c');
  await karin.presses('Publiceren');
  await isPublished(karin);
  for (const [attributes, name, colour] of [
    [REGION, 'Chat van Hulplijn Utrecht', 'rgb(122, 31, 92)'],
    ['', 'Chat van Veilig Thuis', 'rgb(28, 90, 96)'],
  ] as const) {
    const reader = await newReader(await newWebsite('unlisted', { attributes }));
    await reader.visits();
    await reader.badge(/De chat is open/).click();
    await expect(reader.panel).toHaveAccessibleName(name);
    const start = reader.panel.getByRole('link', { name: 'Start de chat' });
    expect(await start.evaluate((it) => getComputedStyle(it).backgroundColor)).toBe(colour);
  }
});

test('in the panel other pages open beside the website, and by itself the chat has no panel', async ({
  newWebsite,
  newReader,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const reader = await newReader(await newWebsite('listed', { attributes: REGION }));
  await reader.visits();
  await reader.opensTheForm();
  await expect(reader.chat.getByRole('link', { name: 'Veilig Thuis chat' })).toHaveCount(0);
  const opened = reader.context.waitForEvent('page');
  await reader.chat.getByRole('link', { name: 'Privacy' }).click();
  const tab = await opened;
  await expect(tab.getByRole('heading', { name: 'Privacy' })).toBeVisible();
  expect(await tab.evaluate(() => window.opener)).toBeNull();
  await expect(reader.chat.getByRole('textbox', { name: 'Bijnaam' })).toBeVisible();
  await tab.goto(`${reader.url}/chat?kader=site`);
  await expect(tab.getByRole('textbox', { name: 'Bijnaam' })).toBeVisible();
  await expect(tab.getByRole('button', { name: 'Sluiten' })).toHaveCount(0);
  await expect(tab.getByRole('link', { name: 'Veilig Thuis chat' })).toBeVisible();
});

test('on a phone the panel is the screen, above the soft keyboard', async ({ newWebsite, newReader, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const size = { width: 320, height: 568 };
  const reader = await newReader(await newWebsite('listed', { attributes: REGION }), { size });
  await reader.visits();
  const box = await reader.badge(/De chat is open/).boundingBox();
  expect(box!.x).toBeGreaterThanOrEqual(0);
  expect(box!.x + box!.width).toBeLessThanOrEqual(320);
  await reader.signsUp('Merel');
  await anna.accepts('Merel');
  await reader.chatsWith('Anna');
  expect(await reader.panel.boundingBox()).toEqual({ x: 0, y: 0, ...size });
  const danger = await reader.chat.getByRole('link', { name: 'Bel 112' }).first().boundingBox();
  const exit = await reader.chat.getByRole('link', { name: 'Verlaat deze site' }).boundingBox();
  const cross = await reader.button('Sluiten').boundingBox();
  expect(danger!.x + danger!.width).toBeLessThanOrEqual(exit!.x);
  expect(exit!.x + exit!.width).toBeLessThanOrEqual(cross!.x);
  expect(cross!.x + cross!.width).toBeLessThanOrEqual(320);
  // What a browser tells when a soft keyboard takes the lower half.
  await reader.page.evaluate(() => {
    Object.defineProperty(visualViewport, 'height', { value: 300 });
    visualViewport?.dispatchEvent(new Event('resize'));
  });
  await expect.poll(async () => (await reader.panel.boundingBox())?.height).toBe(300);
  await reader.box.focus();
  for (const what of [reader.box, reader.button('Verstuur'), reader.chat.getByRole('link', { name: 'Verlaat deze site' }), reader.button('Sluiten')]) {
    const { y, height } = (await what.boundingBox())!;
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y + height).toBeLessThanOrEqual(300);
  }
});

test('axe finds nothing in any state, on a website narrow and wide, light and dark', async ({
  newWebsite,
  newReader,
  newWorker,
}) => {
  test.setTimeout(240_000);
  const anna = await newWorker('anna');
  const reader = await newReader(await newWebsite('listed', { attributes: REGION, style: 'body { background: Canvas; color: CanvasText } button { min-block-size: 24px }' }));
  const findings: string[] = [];
  const looks = async (state: string) => findings.push(...(await findingsOn(reader.page, state)));
  await reader.visits();
  await expect(reader.badge(/geen medewerker/)).toBeVisible();
  await looks('the badge, nobody there');
  await reader.badge(/geen medewerker/).click();
  await looks('the panel, nobody there');
  await anna.goesOnDuty();
  await reader.reloads();
  await reader.badge(/De chat is open/).click();
  await looks('the panel, open');
  await reader.panel.getByRole('link', { name: 'Start de chat' }).click();
  await expect(reader.button('Sluiten')).toBeVisible();
  await looks('the form');
  await reader.chat.getByRole('textbox', { name: 'Bijnaam' }).fill('Merel');
  await reader.presses('Start de chat');
  await anna.accepts('Merel');
  await reader.chatsWith('Anna');
  await looks('the conversation');
  await reader.folds();
  await anna.writes('Dag');
  await expect(reader.badge(/Nieuwe berichten: 1/)).toBeVisible();
  await looks('folded, with a message');
  expect(findings).toEqual([]);
});

test('in forced colours and with less movement every edge is there', async ({ newWebsite, newReader, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const reader = await newReader(await newWebsite('listed', { attributes: REGION }));
  await reader.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await reader.visits();
  const badge = reader.badge(/De chat is open/);
  const look = () =>
    badge.evaluate((it) => {
      const { borderTopWidth, borderTopColor, backgroundColor, transitionDuration } = getComputedStyle(it);
      return { borderTopWidth, edge: borderTopColor !== backgroundColor, transitionDuration };
    });
  await expect(badge).toBeVisible();
  expect(await look()).toEqual({ borderTopWidth: '1px', edge: true, transitionDuration: '0s' });
  await badge.click();
  for (const role of ['link', 'button'] as const) {
    for (const one of await reader.panel.getByRole(role).all()) {
      const [width, edge] = await one.evaluate((it) => {
        const style = getComputedStyle(it);
        return [style.borderTopWidth, style.borderTopColor !== getComputedStyle(it.closest('.panel') ?? it).backgroundColor];
      });
      expect([width, edge]).toEqual(['1px', true]);
    }
  }
});

test('webmasters find the line, the options, the policy and a preview that works', async ({ newStranger, newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const beheer = await newStranger();
  await beheer.opens('/inloggen');
  await beheer.fillsInPassword('beheer', 'beheer-demo-wachtwoord');
  await beheer.page.getByRole('button', { name: 'Uitloggen' }).waitFor();
  await beheer.opens('/beheer/installatie');
  await beheer.page.getByRole('link', { name: 'Zo zet een webmaster de chat op een website' }).click();
  await beheer.seesHeading('De chat op je website');

  const webmaster = await newVisitor();
  await webmaster.opens('/insluiten');
  const address = new URL(webmaster.url);
  await webmaster.sees(`<script src="${address.origin}/insluiten.js" defer></script>`);
  await webmaster.page.getByLabel('Regio').selectOption('Utrecht');
  await webmaster.page.getByLabel('Plaats').selectOption('Linksonder');
  await webmaster.presses('Toon de regel');
  await webmaster.sees(`<script src="${address.origin}/insluiten.js" data-regio="utrecht" data-plaats="links" defer></script>`);
  await webmaster.sees(`frame-src ${address.origin};`);
  for (const option of ['data-regio', 'data-taal', 'data-plaats', 'data-thema']) {
    await expect(webmaster.page.getByRole('rowheader', { name: option })).toBeVisible();
  }
  expect(await findingsOn(webmaster.page, 'the page for webmasters')).toEqual([]);
  await webmaster.opens('/insluiten?taal=en&voor=nl');
  await webmaster.seesHeading('The chat on your website');
});

test('the preview is the pop-up itself, in a frame of our own', async ({ server, newWebsite, newReader, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const reader = await newReader(await newWebsite('unlisted'));
  await reader.page.goto(`${server.url}/insluiten?regio=utrecht&thema=donker`);
  await reader.signsUp('Merel');
  await anna.accepts('Merel');
  await reader.chatsWith('Anna');
});
