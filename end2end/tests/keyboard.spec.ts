/** A visitor without a mouse, from the first page to the goodbye, and one with a soft keyboard. */
import type { Locator, Page } from '@playwright/test';

import { expect, test } from '../fixtures/test';

/** What has the focus can be seen to have it, and lies under nothing (WCAG 2.4.7, 2.4.11). */
async function focusIsSeen(page: Page): Promise<void> {
  const problem = await page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return undefined;
    if (element.matches('main, h1, [role=log]')) return undefined;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return `no outline: ${element.outerHTML.slice(0, 100)}`;
    const box = element.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height, innerHeight) / 2];
    const top = document.elementFromPoint(x, y);
    const seen = top !== null && (element.contains(top) || top.contains(element));
    return seen ? undefined : `lies under ${top?.outerHTML.slice(0, 80)}: ${element.outerHTML.slice(0, 100)}`;
  });
  expect(problem).toBeUndefined();
}

/** Tab, until this has the focus. */
async function tabsTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  const has = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 60; presses += 1) {
    if (await has()) return;
    await page.keyboard.press(key);
    await focusIsSeen(page);
  }
  throw new Error(`sixty presses of ${key} do not lead to ${target}`);
}

test('the whole path with the keyboard alone, on a narrow screen', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor({ size: { width: 320, height: 568 } });
  const { page, labels } = visitor;
  await visitor.opens('/');

  // The skip link is first, the way out second; the skip link leads past them.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: labels.skip })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: labels.exit })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await tabsTo(page, page.getByRole('link', { name: labels.start }));
  await page.keyboard.press('Enter');

  await tabsTo(page, visitor.nicknameField);
  await page.keyboard.type('Merel');
  await tabsTo(page, visitor.regionField);
  await page.keyboard.type('Utrecht');
  await page.keyboard.press('Escape');
  await tabsTo(page, visitor.button(labels.start));
  await page.keyboard.press('Enter');
  await visitor.isNumber(1);

  // The way out of the queue asks, and Escape takes it back.
  await tabsTo(page, visitor.button(labels.stopWaiting));
  await page.keyboard.press('Enter');
  await expect(visitor.button(labels.stopYes)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(visitor.button(labels.stopWaiting)).toBeFocused();
  await tabsTo(page, visitor.box, 'Shift+Tab');
  await page.keyboard.type('Mag ik iets vragen?');
  await page.keyboard.press('Enter');

  await anna.accepts('Merel');
  await visitor.chatsWith('Anna');
  await anna.reads('Mag ik iets vragen?');
  await anna.writes('Natuurlijk.');
  await visitor.reads('Mag ik iets vragen?', 'Natuurlijk.');
  await expect(visitor.box).toBeFocused();

  // The cross, and back.
  await tabsTo(page, visitor.button(labels.close), 'Shift+Tab');
  await page.keyboard.press('Space');
  await visitor.sees(labels.covered);
  await tabsTo(page, visitor.button(labels.back));
  await page.keyboard.press('Enter');
  await expect(visitor.log).toBeVisible();

  await tabsTo(page, visitor.button(labels.end));
  await page.keyboard.press('Enter');
  await tabsTo(page, visitor.button(labels.endYes), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await visitor.seesHeading(labels.ended);

  // What the visitor thinks of it, and a new start.
  await tabsTo(page, page.getByRole('radio').first());
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio').first()).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
  await tabsTo(page, visitor.button('Verstuur je antwoorden'));
  await page.keyboard.press('Enter');
  await visitor.sees('Bedankt voor je antwoorden.');
  await tabsTo(page, visitor.button(labels.again));
  await page.keyboard.press('Enter');
  await expect(visitor.nicknameField).toBeVisible();
});

test('with the soft keyboard open neither the field nor the way out is hidden', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor({ size: { width: 320, height: 568 } });
  const { page, labels } = visitor;
  const exit = page.getByRole('link', { name: labels.exit });
  /** The keyboard takes what is below 300 pixels; the page is told to make do with the rest. */
  const stillThere = async (...parts: Locator[]) => {
    await page.setViewportSize({ width: 320, height: 300 });
    // A browser moves what is typed in into what is left of the screen, as little as it can.
    await page.evaluate(() => document.activeElement?.scrollIntoView({ block: 'nearest' }));
    for (const part of [exit, ...parts]) {
      await expect(part).toBeInViewport({ ratio: 0.99 });
      const under = await part.evaluate((element) => {
        const box = element.getBoundingClientRect();
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return element === top || element.contains(top) ? undefined : (top?.outerHTML.slice(0, 100) ?? 'nothing');
      });
      expect(under, `what lies over ${part}`).toBeUndefined();
    }
    await page.setViewportSize({ width: 320, height: 568 });
  };
  await visitor.opens('/chat');
  for (const field of [visitor.nicknameField, visitor.regionField]) {
    await field.focus();
    await stillThere(field);
  }
  await visitor.signUp({ nickname: 'Merel' });
  await visitor.isNumber(1);
  await visitor.box.focus();
  await stillThere(visitor.box, visitor.button(labels.send));
  await anna.accepts('Merel');
  await visitor.chatsWith('Anna');
  await visitor.writes('Een regel.', 'Nog een regel.');
  await visitor.box.fill('Een tekst van meer dan een regel, zodat het veld groeit zo ver als het kan groeien, en dan nog wat.');
  await visitor.box.focus();
  await stillThere(visitor.box, visitor.button(labels.send));
});
