import { expect, test } from '../fixtures/test';
import { countInMemory, drawn, firstEpochs, rootOf, watchMemory } from '../fixtures/memory';
import type { Visitor } from '../fixtures/visitor';
import type { Worker } from '../fixtures/worker';

interface Keys {
  /** Of the visitor: the tab's secret, the root, the key of the epoch. */
  visitor: Buffer[];
  /** Of the desk in this conversation: the key of the epoch. */
  conversation: Buffer[];
  /** Of the desk in this session: the shift key. */
  shift: Buffer[];
}

/** A visitor and Anna who talk, with every key of theirs found where it should be. */
async function talk(visitor: Visitor, anna: Worker): Promise<Keys> {
  await watchMemory(anna.context);
  await watchMemory(visitor.context);
  const registered = anna.page.waitForRequest(/\/api\/worker\/register/);
  await anna.signsIn('anna');
  const publicKey = (await registered).postDataBuffer()!.subarray(-1216);
  await anna.goesOnDuty();
  const answered = visitor.page.waitForResponse((answer) => answer.url().endsWith('/api/visitor/sign-up') && answer.ok());
  await visitor.signUp({ nickname: 'Merel' });
  const share = (await (await answered).body()).subarray(-32);
  await anna.accepts('Merel');
  await visitor.chatsWith('Anna');
  await visitor.writes('Mag ik iets vragen?');
  await anna.reads('Mag ik iets vragen?');
  await anna.writes('Natuurlijk.');
  await visitor.reads('Natuurlijk.');

  const tab = (await drawn(visitor.page)).find((value) => value.length === 80)!;
  const { secret, root } = rootOf(tab, share);
  const epochs = firstEpochs(root, 'Anna', 'Utrecht', publicKey);
  const found = await countInMemory(visitor.page, epochs);
  const epoch = epochs.filter((_, place) => found[place]! > 0);
  expect(epoch, 'the key of the epoch is in the visitor\'s memory').toHaveLength(1);
  const seeds = (await drawn(anna.page)).filter((value) => value.length === 32);
  const kept = await countInMemory(anna.page, seeds);
  const shift = seeds.filter((_, place) => kept[place]! > 0);
  expect(shift.length, 'the shift key is in the desk\'s memory').toBeGreaterThan(0);
  const keys = { visitor: [secret, root, ...epoch], conversation: epoch, shift };
  for (const count of await countInMemory(visitor.page, keys.visitor)) expect(count).toBeGreaterThan(0);
  for (const count of await countInMemory(anna.page, keys.conversation)) expect(count).toBeGreaterThan(0);
  return keys;
}

const none = (keys: Buffer[]): number[] => keys.map(() => 0);

test('a conversation that ended leaves no key in the memory of either page', async ({ newVisitor, newStranger }) => {
  const [visitor, anna] = [await newVisitor(), await newStranger()];
  const keys = await talk(visitor, anna);

  await visitor.ends();
  await visitor.seesHeading('Het gesprek is beëindigd');

  await expect.poll(() => countInMemory(visitor.page, keys.visitor)).toEqual(none(keys.visitor));
  await expect.poll(() => countInMemory(anna.page, keys.conversation)).toEqual(none(keys.conversation));
});

test('the quick exit leaves no key behind, even where the way out leads nowhere', async ({ newVisitor, newStranger }) => {
  const [visitor, anna] = [await newVisitor(), await newStranger()];
  const keys = await talk(visitor, anna);
  const way = await visitor.findsWayOut();
  // The page stays, so that its memory can be looked at.
  await visitor.page.route((await way.getAttribute('href'))!, (route) => route.fulfill({ status: 204 }));

  await way.click();

  await expect.poll(() => countInMemory(visitor.page, keys.visitor)).toEqual(none(keys.visitor));
});

test('signing out leaves no shift key in the memory of the desk', async ({ newVisitor, newStranger }) => {
  const [visitor, anna] = [await newVisitor(), await newStranger()];
  const keys = await talk(visitor, anna);
  await anna.page.route('**/uitloggen*', (route) => route.fulfill({ status: 204 }));

  await anna.page.locator('#sign-out').getByRole('button').click();

  const all = [...keys.shift, ...keys.conversation];
  await expect.poll(() => countInMemory(anna.page, all)).toEqual(none(all));
});
