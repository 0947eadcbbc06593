import { get } from 'node:http';
import { brotliCompressSync, constants } from 'node:zlib';

import type { Page } from '@playwright/test';

import { expect, test } from '../fixtures/test';

const KILOBYTE = 1_000;
const BEFORE_ALIVE = 90 * KILOBYTE;
const IN_ALL = 120 * KILOBYTE;

const isProgram = (path: string) => /\.(js|wasm|txt)(\?|$)/.test(path);

/** The size of a file as it travels in brotli, and of the scripts inside a page. */
async function weigh(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, (answer) => {
      expect(answer.headers['content-encoding'], url).toBe('br');
      let size = 0;
      answer.on('data', (chunk: Buffer) => (size += chunk.length));
      answer.on('end', () => resolve(size));
      answer.on('error', reject);
    }).on('error', reject);
  });
}

/** The program's files that a page asks for, until `done`. */
async function filesOf(page: Page, done: () => Promise<void>): Promise<Set<string>> {
  const files = new Set<string>();
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    if (isProgram(path)) files.add(path);
  });
  await done();
  return files;
}

test('a visitor’s program is small, and neither the desk nor the sealing is in its first part', async ({
  server,
  newVisitor,
  newWorker,
  newStranger,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();

  // Only the main program arrives; the form must come alive with that.
  const hasty = await newVisitor();
  const isMain = (path: string) => /\.js$|\/veiligchat\.wasm$/.test(path);
  const held: string[] = [];
  await hasty.page.route('**/*.wasm', async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (isMain(path)) return route.fallback();
    held.push(path);
    return route.abort('connectionfailed');
  });
  const first = await filesOf(hasty.page, async () => {
    await hasty.opens('/chat');
    await expect(hasty.page.locator('form[data-live="true"]')).toBeVisible();
  });
  for (const path of held) first.delete(path);

  const visitor = await newVisitor();
  const all = await filesOf(visitor.page, async () => {
    await visitor.opens('/chat');
    await visitor.signUp({ nickname: 'Merel' });
    await anna.accepts('Merel');
    await visitor.chatsWith('Anna');
    await visitor.writes('Alles is er.');
    await anna.reads('Alles is er.');
  });
  const worker = await newStranger();
  const desk = await filesOf(worker.page, () => worker.signsIn('bram'));

  const sizes = new Map<string, number>();
  for (const path of new Set([...first, ...all, ...desk])) sizes.set(path, await weigh(server.url + path));
  const sum = (files: Set<string>) => [...files].reduce((total, path) => total + (sizes.get(path) ?? 0), 0);
  const row = (path: string) =>
    `${String(sizes.get(path)).padStart(8)}  ${first.has(path) ? 'first' : all.has(path) ? 'later' : 'desk '}  ${path.replace(/^.*\//, '')}`;
  console.log(
    [
      'bytes in brotli',
      ...[...sizes.keys()].map(row),
      `${String(sum(first)).padStart(8)}  before the form is alive (at most ${BEFORE_ALIVE})`,
      `${String(sum(all)).padStart(8)}  in all, for a visitor (at most ${IN_ALL})`,
    ].join('\n'),
  );

  expect(sum(first)).toBeLessThanOrEqual(BEFORE_ALIVE);
  expect(sum(all)).toBeLessThanOrEqual(IN_ALL);
  // The desk is in a file that visitors never ask for; the sealing in one that the form does without.
  const wasm = (files: Set<string>) => [...files].filter((path) => path.endsWith('.wasm'));
  const deskOnly = wasm(desk).filter((path) => !all.has(path));
  expect(deskOnly).not.toEqual([]);
  expect(Math.max(...deskOnly.map((path) => sizes.get(path) ?? 0))).toBeGreaterThan(5 * KILOBYTE);
  const later = wasm(all).filter((path) => !first.has(path));
  expect(later).not.toEqual([]);
  expect(Math.max(...later.map((path) => sizes.get(path) ?? 0))).toBeGreaterThan(5 * KILOBYTE);
});

/** What a first round trip carries: ten packets. */
const FIRST_TRIP = 14 * 1_024;

test('nothing of the program is asked for by the page itself, which paints first', async ({ server, newVisitor, newWorker }) => {
  await (await newWorker('anna')).goesOnDuty();
  const page = await (await fetch(`${server.url}/chat`)).text();
  const [before = '', inert = '', behind = ''] = page.split(/<template id="program">|<\/template>/);
  const asks = /href="[^"]*\.(wasm|js|txt)"|src=/;
  expect(inert).toMatch(asks);
  expect(before).not.toMatch(asks);
  expect(behind).not.toMatch(asks);
  // And once it is painted, all of it at once: before the first of its files could have said so.
  const visitor = await newVisitor();
  await visitor.page.route('**/veiligchat.js', () => undefined);
  const asked = ['veiligchat.wasm', 'words-nl.txt'].map((file) => visitor.page.waitForRequest(`**/${file}`));
  await visitor.opens('/chat');
  await Promise.all(asked);
});

test('a page and its style come in one round trip’s worth of bytes, a form before its suggestions', async ({
  server,
  newVisitor,
}) => {
  const visitor = await newVisitor();
  for (const path of ['/', '/chat', '/privacy', '/toegankelijkheid']) {
    await visitor.opens(path);
    const styles = await visitor.page.locator('link[rel=stylesheet]').evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
    expect(styles).toHaveLength(1);
    const [whole, style] = await Promise.all([server.url + path, styles[0]!].map(weigh)) as [number, number];
    // The names that the field "Regio" suggests come behind the form: nobody waits for them.
    const html = await (await fetch(server.url + path)).text();
    const [before, after] = [html.indexOf('</form>'), html.indexOf('<datalist')];
    if (path === '/chat') expect(before).toBeGreaterThan(0);
    if (after > 0) expect(before).toBeLessThan(after);
    // As hard as the server packs a page.
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
    const waited = brotliCompressSync(html.replace(/<datalist[^]*<\/datalist>/, ''), quality).length;
    console.log(`${path}: ${waited} (${whole} with what comes behind) + ${style} bytes in brotli (at most ${FIRST_TRIP})`);
    expect(waited + style, path).toBeLessThanOrEqual(FIRST_TRIP);
  }
});
