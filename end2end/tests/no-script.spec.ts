import { expect, test } from '../fixtures/test';

const without = { javaScript: false } as const;

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
  await visitor.sees('De chat heeft JavaScript nodig. Daarmee zet je browser je berichten op slot.');
  await visitor.sees(/bel 0800-2000/);
  await visitor.nicknameField.fill('Zonder');
  await visitor.regionField.fill('Zeist');
  await visitor.presses('Start de chat');
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
  await visitor.sees(/تحتاج الدردشة إلى/);
  await expect(visitor.nicknameField).toBeVisible();
});
