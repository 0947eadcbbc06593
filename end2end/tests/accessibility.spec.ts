import { findingsOn } from '../fixtures/accessible';
import type { Language } from '../fixtures/labels';
import { expect, test } from '../fixtures/test';
import { walk } from '../fixtures/walk';

const languages: [string, Language][] = [
  ['Dutch', 'nl'],
  ['English', 'en'],
  ['Arabic', 'ar'],
];

for (const [name, language] of languages) {
  test(`axe finds nothing in any state, in ${name}, narrow and wide, light and dark`, async ({
    wire,
    newVisitor,
    newStranger,
  }) => {
    test.setTimeout(300_000);
    const findings: string[] = [];
    const states: string[] = [];
    await walk({
      language,
      wire,
      newVisitor,
      newStranger,
      look: async (page, state) => {
        states.push(state);
        findings.push(...(await findingsOn(page, state)));
      },
    });
    expect(findings).toEqual([]);
    expect(states.length).toBeGreaterThan(30);
  });
}

test('a screen reader hears what changes: the place, the turn, with whom, and new messages', async ({
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.opens('/chat');
  await expect(visitor.page.locator('form[data-live="true"]')).toBeVisible();
  // Everything that live regions say from now on, in order.
  await visitor.page.evaluate(() => {
    const heard: string[] = [];
    (globalThis as unknown as { heard: string[] }).heard = heard;
    const live = '[role=status], [role=alert], [role=log], [aria-live=polite], [aria-live=assertive]';
    new MutationObserver((changes) => {
      for (const change of changes) {
        const element = change.target instanceof Element ? change.target : change.target.parentElement;
        const region = element?.closest(live);
        if (region?.textContent) heard.push(region.textContent);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const hears = (text: string | RegExp) =>
    expect
      .poll(() => visitor.page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.join('\n')))
      .toMatch(text);
  await visitor.signUp({ nickname: 'Merel' });
  await hears(/Je bent nummer 1 in de wachtrij/);
  await anna.accepts('Merel');
  await hears(/Je bent aan de beurt|Je chat met Anna/);
  await visitor.chatsWith('Anna');
  await anna.writes('Dag Merel');
  await hears(/Dag Merel/);
});

test('the focus is where the next thing happens, in every state', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.opens('/chat');
  await visitor.presses('Start de chat');
  await expect(visitor.nicknameField).toBeFocused();
  await expect(visitor.nicknameField).toHaveAttribute('aria-invalid', 'true');
  await expect(visitor.nicknameField).toHaveAccessibleDescription(/Vul een bijnaam in/);
  await visitor.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await visitor.chatsWith('Anna');
  await visitor.presses('Gesprek beëindigen');
  const question = visitor.page.getByRole('alertdialog').or(visitor.page.getByRole('dialog')).or(visitor.page.getByRole('group'));
  await expect(question.filter({ has: visitor.button('Ja, beëindigen') }).first()).toBeVisible();
  await visitor.page.keyboard.press('Escape');
  await expect(visitor.button('Ja, beëindigen')).toHaveCount(0);
  await expect(visitor.button('Gesprek beëindigen')).toBeFocused();
  await visitor.ends();
  await visitor.seesHeading('Het gesprek is beëindigd');
  // The focus has not fallen back to nowhere.
  await expect.poll(() => visitor.page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
});
