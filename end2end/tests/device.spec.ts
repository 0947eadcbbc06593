/** No trace on the device: what a browser has on the disk after an end, and what a copy of it from
 * before the end is worth afterwards. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { BEFORE, type Sent } from '../fixtures/person';
import { Profile } from '../fixtures/profile';
import { expect, test } from '../fixtures/test';
import { tracesUnder } from '../fixtures/traces';
import { Visitor } from '../fixtures/visitor';

const mark = (name: string) => `${name}-${randomBytes(6).toString('hex')}`;

/** Under which name the tab keeps what leads back to its conversation. */
const KEYS = 'a';

/** The answer to a request that is sent once more, as whoever found it in a profile would. */
async function again(url: string, sent: Sent): Promise<number> {
  const answer = await fetch(`${url}${sent.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-postcard', 'sec-fetch-site': 'same-origin' },
    body: new Uint8Array(sent.body ?? Buffer.alloc(0)),
    signal: AbortSignal.timeout(5_000),
  });
  await answer.body?.cancel();
  return answer.status;
}

/** Whether bytes, which a tab keeps as letters, lie in a file of the profile. */
async function holds(folder: string, kept: string): Promise<boolean> {
  return (await tracesUnder(folder, [kept], 'latin1')).length > 0;
}

/** A step through the history; a page that was kept whole does not load again. */
async function walks(page: Page, way: 'goBack' | 'goForward'): Promise<void> {
  await page[way]({ waitUntil: 'commit' });
}

const ways: [string, (visitor: Visitor) => Promise<void>][] = [
  [
    'the goodbye',
    async (visitor) => {
      await visitor.ends();
      await visitor.seesHeading('Het gesprek is beëindigd');
    },
  ],
  ['a quick exit', (visitor) => visitor.leavesByShift()],
];

for (const [way, leave] of ways) {
  test(`after ${way} the profile on the disk holds no word and opens nothing, nor does a copy from before`, async ({
    newWorker,
    server,
  }) => {
    test.setTimeout(150_000);
    const words = {
      nickname: mark('Merel'),
      early: mark('alvast'),
      question: mark('vraag'),
      answer: mark('antwoord'),
      draft: mark('concept'),
    };
    const profile = await Profile.make();
    let copy: Profile | undefined;
    try {
      const context = await profile.start();
      const visitor = await Visitor.sitsDown(context, await context.newPage(), server.url);
      const anna = await newWorker('anna');
      await anna.goesOnDuty();
      await visitor.comesFromElsewhere();
      await visitor.signUp({ nickname: words.nickname });
      await visitor.isNumber(1);
      await visitor.writes(`Dit is ${words.early}.`);
      await anna.accepts(words.nickname);
      await visitor.writes(`Dit is ${words.question}.`);
      await anna.writes(`Dit is ${words.answer}.`);
      await visitor.reads(words.early, words.question, words.answer);
      await visitor.box.pressSequentially(`Dit is ${words.draft}`);
      const kept = await visitor.page.evaluate((name) => sessionStorage.getItem(name) ?? '', KEYS);
      expect(kept.length, 'the tab keeps what leads back').toBe(80);
      // A browser writes down what its tabs hold every few seconds, and not at once.
      await visitor.spends(15);
      copy = await profile.copy();

      await test.step('the copy holds what leads back, and no word', async () => {
        expect(await holds(copy?.folder ?? '', kept)).toBe(true);
        expect(await tracesUnder(copy?.folder ?? '', Object.values(words))).toEqual([]);
      });
      const opens = visitor.told.filter((sent) => /\/api\/visitor\/(follow|answer|typing|send|seal)/.test(sent.path));
      expect(opens.length).toBeGreaterThan(4);
      const typing = opens.filter((sent) => sent.path.endsWith('/typing'));
      expect(await again(server.url, typing[0] ?? { method: '', path: '/', body: null }), 'while it goes on').toBe(200);

      await leave(visitor);
      for (const word of Object.values(words)) await visitor.doesNotRead(word);
      await anna.doesNotRead(words.question);
      expect(visitor.troubles).toEqual([]);
      await profile.closes();

      await test.step('nothing of the conversation is on the disk', async () => {
        expect(await tracesUnder(profile.folder, Object.values(words))).toEqual([]);
        const history = join(profile.folder, 'Default', 'History');
        const telling = ['Veilig Thuis', 'Anna', 'Utrecht', 'geweld', 'mishandeling'];
        expect((await readFile(history)).length).toBeGreaterThan(0);
        const found = await tracesUnder(join(profile.folder, 'Default'), telling);
        expect(found.filter((trace) => trace.where.startsWith(history))).toEqual([]);
      });

      await test.step('whatever was sent opens nothing any more', async () => {
        for (const sent of opens) expect(await again(server.url, sent), sent.path).toBe(404);
      });

      await test.step('and the copy does not open', async () => {
        await copy?.pressesRestore();
        const restored = await copy?.start();
        const isChat = (page: Page) => page.url().startsWith(`${server.url}/chat`);
        await expect.poll(() => restored?.pages().filter(isChat).length, { timeout: 20_000 }).toBe(1);
        const page = restored?.pages().find(isChat);
        if (!restored || !page) throw new Error('the tab was restored');
        const thief = await Visitor.sitsDown(restored, page, server.url);
        // It may have tried before anybody looked: with what the copy keeps it tries again.
        await page.evaluate(([name, value]) => sessionStorage.setItem(name, value), [KEYS, kept] as const);
        const refused = page.waitForResponse((answer) => answer.url().endsWith('/api/visitor/follow'));
        await thief.reloads();
        expect((await refused).status()).toBe(404);
        await expect(thief.log).toHaveCount(0);
        for (const word of Object.values(words)) await thief.doesNotRead(word);
        await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(0);
      });
    } finally {
      await profile.discard();
      await copy?.discard();
    }
  });
}

test('before "Start de chat" nothing is on the disk but what everybody gets', async ({ newWorker, server }) => {
  test.setTimeout(120_000);
  const typed = [mark('Merel'), mark('Elders')];
  const profile = await Profile.make();
  try {
    const context = await profile.start();
    const visitor = await Visitor.sitsDown(context, await context.newPage(), server.url);
    await (await newWorker('anna')).goesOnDuty();
    for (const path of ['/', '/privacy', '/toegankelijkheid', '/chat']) await visitor.opens(path);
    await expect(visitor.page.locator('form[data-live="true"]')).toBeVisible();
    await visitor.nicknameField.fill(typed[0] ?? '');
    await visitor.regionField.fill(typed[1] ?? '');
    // What was typed goes along into another language, and back.
    for (const language of ['English', 'Nederlands']) {
      await visitor.page.getByRole('link', { name: language, exact: true }).click();
      await expect(visitor.page.getByRole('link', { name: language, exact: true })).toHaveAttribute('aria-current', 'true');
      await expect(visitor.page.locator('#nickname')).toHaveValue(typed[0] ?? '');
    }
    await visitor.spends(15);
    await profile.closes();
    expect(await tracesUnder(profile.folder, typed)).toEqual([]);
    // Every place in which a browser keeps something for a site, under that site's name.
    const port = String(server.port);
    const origins = [`127.0.0.1:${port}`, `127.0.0.1_${port}`];
    const found = await tracesUnder(join(profile.folder, 'Default'), origins);
    const places = /\/(Session Storage|Local Storage|IndexedDB|Service Worker|File System|WebStorage|databases|Cookies|Web Data|Login Data)(\/|$|-)/;
    expect(found.filter((trace) => places.test(trace.where.replace(/^name of /, '')))).toEqual([]);
    // The search sees that this browser was here at all.
    expect(found.some((trace) => trace.where.endsWith('/History'))).toBe(true);
  } finally {
    await profile.discard();
  }
});

test('Back, forward and the cache of whole pages show nothing of what has ended', async ({ newWorker, server }) => {
  test.setTimeout(120_000);
  const elsewhere = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(
      `<!doctype html><html lang="nl"><link rel="icon" href="data:,"><title>Elders</title><h1>Elders</h1>
       <script>addEventListener("pageshow", (event) => (document.title = event.persisted ? "Bewaard" : "Nieuw"))</script>`,
    );
  });
  elsewhere.listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  const address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
  const profile = await Profile.make();
  try {
    const context = await profile.start();
    const watched = await context.newPage();
    await test.step('this browser does keep whole pages', async () => {
      await watched.goto(address);
      await watched.goto(`${server.url}/privacy`);
      await walks(watched, 'goBack');
      await expect(watched).toHaveTitle('Bewaard');
    });
    await watched.close();

    const page = await context.newPage();
    const visitor = await Visitor.sitsDown(context, page, server.url);
    const anna = await newWorker('anna');
    await anna.goesOnDuty();
    const words = [mark('Merel'), mark('vraag'), mark('antwoord'), mark('Robin')] as const;
    const nothing = async () => {
      const shown = await page.content();
      for (const word of words) expect(shown).not.toContain(word);
      expect((await visitor.stored()).session).toEqual([]);
    };
    await page.goto(BEFORE);
    await visitor.opens('/chat');
    await visitor.signUp({ nickname: words[0] });
    await anna.accepts(words[0]);
    await visitor.writes(words[1]);
    await anna.writes(words[2]);
    await visitor.reads(words[1], words[2]);
    await visitor.ends();
    await visitor.seesHeading('Het gesprek is beëindigd');
    await page.goto(BEFORE);
    await walks(page, 'goBack');
    expect(page.url()).toContain('/chat');
    await nothing();
    await walks(page, 'goForward');
    await walks(page, 'goBack');
    await nothing();
    await page.reload();
    await expect(visitor.nicknameField).toHaveValue('');
    await nothing();

    await visitor.signUp({ nickname: words[3] });
    await anna.accepts(words[3]);
    await visitor.writes(words[1]);
    await anna.writes(words[2]);
    await visitor.reads(words[1], words[2]);
    await visitor.leavesByLink();
    for (const way of ['goBack', 'goBack', 'goBack', 'goForward', 'goForward', 'goForward'] as const) {
      await walks(page, way);
      expect(page.url()).not.toContain(server.url);
      for (const word of words) expect(await page.content()).not.toContain(word);
    }
    await visitor.opens('/chat');
    await nothing();
    expect(visitor.troubles).toEqual([]);
  } finally {
    await profile.discard();
    elsewhere.closeAllConnections();
    elsewhere.close();
  }
});
