import type { Visitor } from '../fixtures/visitor';
import { expect, test } from '../fixtures/test';

/** What a phone does with a tab out of view: nothing in it runs any more. */
async function sleeps(visitor: Visitor): Promise<() => Promise<void>> {
  const session = await visitor.context.newCDPSession(visitor.page);
  const asleep = new Promise((resolve) => session.once('Debugger.paused', resolve));
  await session.send('Debugger.enable');
  await session.send('Debugger.pause');
  await asleep;
  return async () => {
    await session.send('Debugger.resume');
    await session.detach();
  };
}

test('a phone that sleeps in the queue keeps its place, and others go first meanwhile', async ({
  newVisitor,
  newWorker,
}) => {
  test.setTimeout(180_000);
  const anna = await newWorker('anna');
  await anna.goesOnDuty(1);
  const [busy, sleeper, other] = [await newVisitor(), await newVisitor(), await newVisitor()];
  await busy.signUp({ nickname: 'Bezig' });
  await anna.accepts('Bezig');
  await sleeper.signUp({ nickname: 'Slaap' });
  await sleeper.isNumber(1);
  const wakes = await sleeps(sleeper);
  await other.signUp({ nickname: 'Ander' });
  await other.isNumber(2);
  await anna.sees('is even weg', { timeout: 70_000 });
  await anna.ends();
  await anna.accepts('Ander');
  await other.chatsWith('Anna');

  await wakes();
  await sleeper.isNumber(1);
  await other.ends();
  await anna.accepts('Slaap');
  await sleeper.chatsWith('Anna');
});

test('a phone that sleeps when it is accepted does not hold the worker up', async ({ newVisitor, newWorker }) => {
  test.setTimeout(180_000);
  const anna = await newWorker('anna');
  await anna.goesOnDuty(1);
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Slaap' });
  await anna.isOffered();
  const wakes = await sleeps(visitor);
  await anna.offer.click();
  await anna.sees('De bezoeker is niet verbonden', { timeout: 40_000 });
  const other = await newVisitor();
  await other.signUp({ nickname: 'Ander' });
  await anna.accepts('Ander');
  await other.chatsWith('Anna');

  await wakes();
  await visitor.isNumber(1);
});

test('a phone that sleeps in mid-conversation finds everything when it wakes', async ({ newVisitor, newWorker }) => {
  test.setTimeout(180_000);
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Slaap' });
  await anna.accepts('Slaap');
  await visitor.chatsWith('Anna');
  const wakes = await sleeps(visitor);
  await anna.writes('Ben je er nog?');
  await anna.sees(/weg sinds/, { timeout: 70_000 });
  await anna.writes('Ik wacht op je.');

  await wakes();
  const back = visitor.button(visitor.labels.back);
  await expect(back.or(visitor.message('Ik wacht op je.')).first()).toBeVisible({ timeout: 20_000 });
  if (await back.isVisible()) await visitor.goesBackToConversation();
  await visitor.reads('Ben je er nog?', 'Ik wacht op je.');
  await visitor.writes('Daar ben ik weer');
  await anna.reads('Daar ben ik weer');
  await anna.doesNotSee(/weg sinds/);
});
