import { expect, test } from '../fixtures/test';
import type { Visitor } from '../fixtures/visitor';

const without = { javaScript: false } as const;

/** What only a browser without scripts shows; searches by text and by role pass it over. */
const toldWithoutScripts = (visitor: Visitor) => visitor.page.locator('noscript p');

test('without scripts the first page says what it says', async ({ newVisitor, newWorker }) => {
  await (await newWorker('anna')).goesOnDuty();
  const visitor = await newVisitor(without);
  await visitor.opens('/');
  await visitor.seesHeading('De chat is open');
  await visitor.seesHeading('Huisregels');
  await visitor.sees('0800-2000');
  await visitor.page.getByRole('link', { name: 'Start de chat', exact: true }).click();
  expect(new URL(visitor.page.url()).pathname).toBe('/chat');
});

test('without scripts the form stands there, and a sentence says why the chat needs them', async ({
  newVisitor,
  newWorker,
}) => {
  await (await newWorker('anna')).goesOnDuty();
  const visitor = await newVisitor(without);
  await visitor.opens('/chat');
  const told = toldWithoutScripts(visitor);
  await expect(told.first()).toBeVisible();
  await expect(told.first()).toContainText('De chat heeft JavaScript nodig. Daarmee zet je browser je berichten op slot.');
  await expect(told.last()).toContainText('bel 0800-2000');
  await visitor.nicknameField.fill('Zonder');
  await visitor.regionField.fill('Zeist');
  // With the mouse itself: the policy stops the form, and a click would wait for where it leads.
  const box = await visitor.button('Start de chat').boundingBox();
  if (!box) throw new Error('the button has no place');
  await visitor.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  // Nothing is sent, nothing is lost.
  await expect(visitor.nicknameField).toHaveValue('Zonder');
  expect(new URL(visitor.page.url()).search).toBe('');
  expect(visitor.told).toEqual([]);
  await expect(visitor.page.getByRole('link', { name: 'Verlaat deze site' })).toHaveAttribute('href', /^https:/);
});

test('without scripts and in Arabic it is the same', async ({ newVisitor, newWorker }) => {
  await (await newWorker('anna')).goesOnDuty();
  const visitor = await newVisitor({ ...without, language: 'ar' });
  await visitor.opens('/chat');
  const told = toldWithoutScripts(visitor);
  await expect(told.first()).toBeVisible();
  await expect(told.first()).toContainText(/تحتاج الدردشة إلى/);
  await expect(visitor.nicknameField).toBeVisible();
});
