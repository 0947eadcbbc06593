/** The watchmen of the other tests, watched: each must be able to find what it is there for. */
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import AxeBuilder from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';

import { test as house } from '../fixtures/test';
import { formsOf, tracesIn, tracesUnder } from '../fixtures/traces';
import { Visitor } from '../fixtures/visitor';

const POLICY =
  "default-src 'none'; script-src 'nonce-abc'; style-src 'self'; connect-src 'self'; form-action 'none'";

const test = base.extend<{ site: { url: string; body: string } }>({
  // The site shows whatever a test puts into its body, under the strict policy.
  site: async ({ browserName: _ }, use) => {
    const site = { url: '', body: '' };
    const listener = createServer((_request, response) => {
      response.setHeader('content-security-policy', POLICY);
      response.setHeader('content-type', 'text/html');
      response.end(`<!doctype html><html lang="nl"><title>Chat</title><main><h1>Chat</h1>${site.body}</main>`);
    });
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    site.url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
    await use(site);
    listener.closeAllConnections();
    listener.close();
  },
});

const breaches: [string, string, RegExp][] = [
  ['a script without the nonce', '<script>document.title = "x"</script>', /policy script-src/],
  ['an inline style', '<p style="color: red">rood</p>', /policy style-src/],
  ['a panic', '<script nonce="abc">console.error("panicked at src/lib.rs:1:1")</script>', /panicked/],
  ['an error', '<script nonce="abc">throw new Error("kapot")</script>', /kapot/],
  ['a promise nobody waits for', '<script nonce="abc">Promise.reject(new Error("kapot"))</script>', /kapot/],
  [
    'a request to another host',
    '<script nonce="abc">location.assign("https://elders.example/")</script>',
    /another host: GET https:\/\/elders\.example/,
  ],
];

for (const [what, body, trouble] of breaches) {
  test(`${what} is noticed`, async ({ browser, site }) => {
    site.body = body;
    const visitor = await Visitor.arrives(browser, site.url, {});
    await visitor.opens('/').catch(() => undefined);
    await expect.poll(() => visitor.troubles.join('\n')).toMatch(trouble);
    await visitor.context.close();
  });
}

house('a policy that a page of ours violates fails the test', async ({ newVisitor }) => {
  house.fail(true, 'the test itself finds nothing: what was noticed is looked at when it is over');
  const visitor = await newVisitor();
  await visitor.opens('/');
  await visitor.page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'p { color: red }';
    document.head.append(style);
  });
  await visitor.page.waitForFunction(() => getComputedStyle(document.body).display !== '');
});

test('a clean page is no trouble, and bodies of requests are kept', async ({ browser, site }) => {
  site.body = `<script nonce="abc">
    fetch("/een", { method: "POST", body: new TextEncoder().encode("merkteken een") });
    navigator.sendBeacon("/twee", new Blob(["merkteken twee"]));
  </script>`;
  const visitor = await Visitor.arrives(browser, site.url, {});
  await visitor.opens('/');
  await expect
    .poll(() => visitor.told.map((sent) => `${sent.path} ${sent.body?.toString()}`).sort())
    .toEqual(['/een merkteken een', '/twee merkteken twee']);
  expect(visitor.troubles).toEqual([]);
  await visitor.context.close();
});

test('axe works under the strict policy and finds a field without a name', async ({ browser, site }) => {
  site.body = '<input type="text">';
  const visitor = await Visitor.arrives(browser, site.url, {});
  await visitor.opens('/');
  const { violations } = await new AxeBuilder({ page: visitor.page }).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toContain('label');
  expect(visitor.troubles).toEqual([]);
  await visitor.context.close();
});

test('the search for traces finds a text in every form, in files and in bytes', async () => {
  const text = 'Merkteken-é-7c41';
  const folder = await mkdtemp(join(tmpdir(), 'veiligchat-traces-'));
  for (const [name, form] of formsOf(text)) {
    const around = Buffer.concat([Buffer.from('ervoor '), form, Buffer.from(' erna')]);
    expect(tracesIn('bytes', around, [text]).map((trace) => trace.form)).toContain(`${text} as ${name}`);
    await writeFile(join(folder, name), around);
  }
  for (let before = 0; before < 3; before += 1) {
    const whole = Buffer.from('x'.repeat(before) + text + ' en wat erna komt').toString('base64');
    expect(tracesIn('bytes', Buffer.from(whole), [text])).not.toEqual([]);
  }
  const where = new Set((await tracesUnder(folder, [text])).map((trace) => trace.where));
  expect(where.size).toBe(formsOf(text).size);
  expect(await tracesUnder(folder, ['Ander-merkteken'])).toEqual([]);
  await rm(folder, { recursive: true });
});
