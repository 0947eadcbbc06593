import { randomBytes } from 'node:crypto';

import { expect, test } from '../fixtures/test';
import type { Server } from '../fixtures/server';

/** So many sign-ups at once in one region ask for no work. */
const FREE = 20;
const UTRECHT = 20;
const VERSION = 3;

/** One sign-up for Utrecht without a browser, as a bot does it; the status of the answer. */
async function botSignsUp(server: Server): Promise<number> {
  const credential = Buffer.concat([Buffer.from([VERSION]), randomBytes(16), randomBytes(32)]);
  const answer = await fetch(`${server.url}/api/visitor/sign-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-postcard', 'sec-fetch-site': 'same-origin' },
    body: Buffer.concat([credential, Buffer.from([UTRECHT, 0])]),
  });
  return answer.status;
}

test('in a rush the browser does some work first, and nobody sees anything of it', async ({
  newVisitor,
  newWorker,
  server,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty(1);
  const visitor = await newVisitor();
  await visitor.opens('/chat');
  for (let bot = 0; bot < FREE; bot++) expect(await botSignsUp(server)).toBe(200);
  expect(await botSignsUp(server), 'who does no work stays outside').toBe(428);

  const worker = visitor.page.waitForEvent('worker');
  await visitor.signUp({ nickname: 'Merel' });
  expect((await worker).url()).toMatch(/\/pkg\/[0-9a-f]+\/work\.js$/);
  await visitor.isNumber(FREE + 1);
});

test('at rest nobody is asked for work', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty(1);
  const visitor = await newVisitor();
  let worked = false;
  visitor.page.on('worker', () => (worked = true));
  let asked = 0;
  visitor.page.on('request', (request) => {
    if (request.url().endsWith('/api/visitor/sign-up')) asked++;
  });
  await visitor.signUp({ nickname: 'Merel' });
  await visitor.isNumber(1);
  expect({ asked, worked }).toEqual({ asked: 1, worked: false });
});

test('when the work takes long, the visitor reads why', async ({ newVisitor, newWorker, server }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty(1);
  const visitor = await newVisitor();
  // A thread that never answers: as slow as a phone can be.
  await visitor.page.route(/\/work\.js$/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'onmessage = () => {};' }),
  );
  for (let bot = 0; bot < FREE; bot++) await botSignsUp(server);
  await visitor.signUp({ nickname: 'Merel' });
  const words = /We controleren even of alles goed gaat/;
  await expect(visitor.page.getByRole('status').filter({ hasText: words })).toBeVisible();
  await expect(visitor.nicknameField).toHaveValue('Merel');
});
