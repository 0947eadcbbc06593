import type { Page } from '@playwright/test';

import { expect, test } from '../fixtures/test';

/** Counts the wake locks of a page: how many it holds, and how many it asked for. */
async function countLocks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const locks = { asked: 0, held: 0 };
    Object.assign(globalThis, { locks });
    Object.defineProperty(navigator, 'wakeLock', {
      value: {
        request: async (kind: string) => {
          if (kind !== 'screen') throw new TypeError(kind);
          locks.asked += 1;
          locks.held += 1;
          const lock = new EventTarget();
          const release = async () => {
            locks.held -= 1;
            lock.dispatchEvent(new Event('release'));
          };
          return Object.assign(lock, { release });
        },
      },
    });
  });
}

const locks = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { locks: { asked: number; held: number } }).locks);

test('the screen stays on while a visitor waits, and no longer', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  await countLocks(visitor.page);
  await visitor.opens('/chat');
  await expect(visitor.nicknameField).toBeVisible();
  expect(await locks(visitor.page)).toEqual({ asked: 0, held: 0 });

  await visitor.signUp({ nickname: 'Merel' });
  await visitor.isNumber(1);
  await expect.poll(() => locks(visitor.page)).toEqual({ asked: 1, held: 1 });

  await anna.accepts('Merel');
  await visitor.chatsWith('Anna');
  await expect.poll(() => locks(visitor.page)).toEqual({ asked: 1, held: 0 });
});

test('where a wake lock is refused, waiting goes on', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.page.addInitScript(() => {
    const request = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
  });
  await visitor.signUp({ nickname: 'Merel' });
  await visitor.isNumber(1);
  await anna.accepts('Merel');
  await visitor.chatsWith('Anna');
});
