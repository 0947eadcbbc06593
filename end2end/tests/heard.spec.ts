/** What a screen reader says: each thing once, and none of it over the visitor's own typing. */
import type { Page } from '@playwright/test';

import { expect, test } from '../fixtures/test';

/** Keeps what every live region says from now on, in order. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: { how: string; text: string }[] = [];
    (globalThis as unknown as { heard: typeof heard }).heard = heard;
    const live = '[role=status], [role=alert], [role=log], [aria-live=polite], [aria-live=assertive]';
    const seen = new Map<Element, string>();
    const text = (region: Element) => (region.textContent ?? '').trim();
    for (const region of document.querySelectorAll(live)) seen.set(region, text(region));
    const how = (region: Element) =>
      region.getAttribute('role') === 'alert' || region.getAttribute('aria-live') === 'assertive' ? 'assertive' : 'polite';
    const visible = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    new MutationObserver((changes) => {
      const regions = new Set<Element>();
      for (const { target, addedNodes } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(live);
        if (!region) continue;
        // A log says what is added to it; every other region says all of itself.
        if (region.getAttribute('role') === 'log') {
          for (const node of addedNodes) {
            const added = (node.textContent ?? '').trim();
            if (added && visible(region)) heard.push({ how: how(region), text: added });
          }
        } else regions.add(region);
      }
      for (const region of regions) {
        const now = text(region);
        if (now && now !== seen.get(region) && visible(region)) heard.push({ how: how(region), text: now });
        seen.set(region, now);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

const heard = (page: Page): Promise<{ how: string; text: string }[]> =>
  page.evaluate(() => (globalThis as unknown as { heard: { how: string; text: string }[] }).heard);

test('place, turn, worker, message, reader and end are each said once, and politely', async ({ newVisitor, newWorker }) => {
  const [anna, bram] = [await newWorker('anna'), await newWorker('bram')];
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.opens('/chat');
  await expect(visitor.page.locator('form[data-live="true"]')).toBeVisible();
  await listen(visitor.page);
  const times = async (text: string | RegExp) => {
    const all = await heard(visitor.page);
    return all.filter((one) => (typeof text === 'string' ? one.text.includes(text) : text.test(one.text))).length;
  };
  const once = async (text: string | RegExp) => expect.poll(() => times(text), { message: String(text) }).toBe(1);

  await visitor.signUp({ nickname: 'Merel' });
  await once('Je bent nummer 1 in de wachtrij.');
  await anna.accepts('Merel');
  await visitor.chatsWith('Anna');
  await once('Je bent aan de beurt');
  await once('Anna doet nu mee.');
  await anna.writes('Dag Merel, waar kan ik mee helpen?');
  await once('waar kan ik mee helpen');
  await visitor.writes('Het gaat over thuis.');
  await visitor.seesThat('Het gaat over thuis.', visitor.labels.delivered);

  // A second reader comes: named at the top, and said.
  await bram.goesOnDuty();
  await anna.presses('Meelezer vragen');
  await anna.page.getByRole('combobox', { name: 'Wie leest mee' }).selectOption({ label: 'Bram, Utrecht' });
  await anna.presses('Meelezer vragen bevestigen');
  await bram.presses('Meelezen');
  await visitor.seesHeading(/Anna, Veilig Thuis Utrecht en Bram/);
  await once('Bram doet nu mee.');
  await once('Mag Bram, Veilig Thuis Utrecht, teruglezen');

  await visitor.ends();
  await visitor.seesHeading('Het gesprek is beëindigd');
  const all = await heard(visitor.page);
  expect(all.filter((one) => one.how === 'assertive')).toEqual([]);
});

test('the accessibility tree has the names and roles that the screens promise', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation();
  await anna.writes('Dag Merel.');
  await visitor.reads('Dag Merel.');
  const session = await visitor.context.newCDPSession(visitor.page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const shown = nodes.filter((node) => !node.ignored);
  const of = (role: string) => shown.filter((node) => node.role?.value === role).map((node) => String(node.name?.value ?? ''));
  expect(of('log')).toEqual(['Gesprek']);
  expect(of('textbox')).toEqual(['Bericht']);
  expect(of('heading')[0]).toBe('Je chat met Anna, Veilig Thuis Utrecht');
  for (const name of ['Sluiten', 'Verstuur', 'Gesprek beëindigen']) expect(of('button')).toContain(name);
  // The ways out come first.
  expect(of('link').slice(0, 2)).toEqual(['Ga naar de inhoud', 'Verlaat deze site']);
  for (const name of ['banner', 'main']) expect(of(name)).toHaveLength(1);
  // Pictures say nothing: whatever they mean stands beside them in words.
  expect([...of('image'), ...of('img')]).toEqual([]);
  const log = shown.find((node) => node.role?.value === 'log');
  const property = (name: string) => log?.properties?.find((one) => one.name === name)?.value.value;
  expect(property('live')).toBe('polite');
  await session.detach();
});
