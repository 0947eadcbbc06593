import { expect, test } from '../fixtures/test';
import type { Visitor } from '../fixtures/visitor';

/** The program arrives only when `arrive` is called; the page itself is there at once. */
async function holdProgram(visitor: Visitor): Promise<() => void> {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await visitor.page.route(/\.wasm(\?|$)/, async (route) => {
    await arrived;
    await route.continue();
  });
  return arrive;
}

test('what is typed and pressed before the program arrives is kept, and sent exactly once', async ({
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  const arrive = await holdProgram(visitor);
  await visitor.page.goto(visitor.address('/chat'), { waitUntil: 'commit' });
  await visitor.nicknameField.fill('Vroege Vogel');
  await visitor.regionField.fill('Utrecht');
  await visitor.presses('Start de chat');
  await visitor.presses('Start de chat');
  await visitor.nicknameField.press('Enter');

  // Nothing but the page's own files has been asked for, nothing is stored, and the page stays.
  expect(visitor.told).toEqual([]);
  expect(visitor.sent.filter((sent) => /vogel|utrecht/i.test(sent.path))).toEqual([]);
  expect(await visitor.stored()).toEqual({ cookies: [], local: [], session: [], other: [] });
  expect(new URL(visitor.page.url()).pathname).toBe('/chat');
  await expect(visitor.nicknameField).toHaveValue('Vroege Vogel');

  arrive();
  await visitor.isNumber(1);
  await anna.accepts('Vroege Vogel');
  await visitor.chatsWith('Anna');
  await anna.isOfferedNothing();
  await expect(anna.queue.getByRole('listitem').filter({ hasText: 'Utrecht' })).toHaveCount(0);
  const signUps = visitor.told.filter((sent) => /sign-up$/.test(sent.path));
  expect(signUps.length, visitor.told.map((sent) => sent.path).join('\n')).toBe(1);
  for (const sent of visitor.told) {
    expect(sent.body?.includes('Vroege Vogel') ?? false, sent.path).toBe(false);
  }
});

test('text typed before the program arrives is still there when it has, without a press', async ({
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  const arrive = await holdProgram(visitor);
  await visitor.page.goto(visitor.address('/chat'), { waitUntil: 'commit' });
  await visitor.nicknameField.fill('Vroege Vogel');
  await visitor.regionField.fill('Utrecht');
  arrive();
  await expect(visitor.page.locator('form[data-live="true"]')).toBeVisible();
  await expect(visitor.nicknameField).toHaveValue('Vroege Vogel');
  await expect(visitor.regionField).toHaveValue('Utrecht');
  expect(visitor.told).toEqual([]);
  await visitor.presses('Start de chat');
  await visitor.isNumber(1);
});

test('a nickname and a region are needed, and both are said next to the field', async ({
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.opens('/chat');
  await visitor.presses('Start de chat');
  await visitor.sees('Vul een bijnaam in.');
  await visitor.nicknameField.fill('');
  await visitor.nicknameField.pressSequentially('x'.repeat(45));
  await expect(visitor.nicknameField).toHaveValue('x'.repeat(40));
  await visitor.signUp({ nickname: 'Merel', region: 'Nergenshuizen' });
  await visitor.sees('Deze naam kennen we niet.');
  expect(visitor.told).toEqual([]);
  expect(await visitor.stored()).toEqual({ cookies: [], local: [], session: [], other: [] });
  await visitor.signUp({ nickname: 'Merel' });
  await visitor.isNumber(1);
});

test('a municipality leads to its region and is never sent', async ({ newVisitor, newWorker }) => {
  const dina = await newWorker('dina');
  await dina.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Merel', region: 'Zwolle' });
  await visitor.isNumber(1);
  await dina.accepts('Merel');
  await visitor.chatsWith('Dina', 'IJsselland');
  for (const sent of visitor.told) {
    expect(sent.body?.includes('wolle') ?? false, sent.path).toBe(false);
  }
});
