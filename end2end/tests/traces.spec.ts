import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from '../fixtures/test';
import type { Person } from '../fixtures/person';
import type { Server } from '../fixtures/server';
import { formsOf, tracesIn, tracesUnder, type Trace } from '../fixtures/traces';
import type { Wire } from '../fixtures/wire';

const mark = (name: string) => `${name}-${randomBytes(6).toString('hex')}`;

/** Everywhere that a word of a conversation could end up outside the two browsers. */
async function search(texts: string[], server: Server, wire: Wire, people: Person[]): Promise<Trace[]> {
  const [up = Buffer.alloc(0), down = Buffer.alloc(0)] = wire.bytes;
  const bodies = people.flatMap((person) => person.told.map((sent) => sent.body ?? Buffer.alloc(0)));
  return [
    ...(await tracesUnder(server.folder, texts)),
    ...tracesIn('log', Buffer.from(server.log), texts),
    ...tracesIn('wire, to the server', up, texts),
    ...tracesIn('wire, from the server', down, texts),
    ...tracesIn('bodies of requests', Buffer.concat(bodies), texts),
  ];
}

test('no word of a conversation is ever in data folder, logs or traffic, during and after', async ({
  server,
  wire,
  people,
  newVisitor,
  newWorker,
}) => {
  const nickname = mark('Merel');
  const fromVisitor = mark('vraag');
  const early = mark('alvast');
  const unsent = mark('concept');
  const fromWorker = mark('antwoord');
  const texts = [nickname, fromVisitor, early, unsent, fromWorker];

  const anna = await newWorker('anna', { url: wire.url });
  await anna.goesOnDuty();
  const visitor = await newVisitor({ url: wire.url });
  await visitor.signUp({ nickname });
  await visitor.isNumber(1);
  await visitor.writes(`Dit is mijn ${early}, voordat er iemand is.`);
  await anna.accepts(nickname);
  await visitor.writes(`Dit is mijn ${fromVisitor}, met wat woorden eromheen.`);
  await anna.reads(early, fromVisitor);
  await anna.writes(`En dit is het ${fromWorker} van mij.`);
  await visitor.reads(fromVisitor, fromWorker);
  await visitor.seesThat(fromVisitor, 'bezorgd');
  await visitor.box.pressSequentially(`nog niet verstuurd: ${unsent}`);
  await visitor.reloads();
  await visitor.chatsWith('Anna');
  await expect(visitor.box).toHaveValue(`nog niet verstuurd: ${unsent}`);
  await anna.reloads();
  await anna.isAtDesk();

  await test.step('the search finds what is planted, in every place and in every form', async () => {
    const planted = mark('geplant');
    const folder = join(server.dataFolder, 'geplant');
    await mkdir(folder);
    for (const [form, bytes] of formsOf(planted)) await writeFile(join(folder, form), bytes);
    await fetch(`${wire.url}/geplant`, { method: 'POST', body: `een ${planted} zonder slot` });
    await visitor.page.evaluate(
      (text) => fetch('/geplant', { method: 'POST', body: new TextEncoder().encode(text) }),
      `nog een ${planted}`,
    );
    const found = await search([planted], server, wire, people);
    const places = new Set(found.map((trace) => trace.where));
    for (const form of formsOf(planted).keys()) {
      expect(found.some((trace) => trace.where.endsWith(`/${form}`)), form).toBe(true);
    }
    expect([...places]).toContain('wire, to the server');
    expect([...places]).toContain('bodies of requests');
    expect(tracesIn('log', Buffer.from(`${server.log}\n${planted}`), [planted])).not.toEqual([]);
    // The traffic is really there: the search looks at what the visitor sent and received.
    const [up = Buffer.alloc(0), down = Buffer.alloc(0)] = wire.bytes;
    for (const sure of ['HeadlessChrome', '/chat']) {
      expect(tracesIn('up', up, [sure])).toContainEqual({ where: 'up', form: `${sure} as raw` });
    }
    expect(down.length).toBeGreaterThan(100_000);
  });

  await test.step('and nothing of the conversation, while it goes on', async () => {
    expect(await search(texts, server, wire, people)).toEqual([]);
  });

  await visitor.ends();
  await visitor.seesHeading('Het gesprek is beëindigd');
  await anna.sees('De bezoeker heeft het gesprek beëindigd.');
  await test.step('nor after the end', async () => {
    expect(await search(texts, server, wire, people)).toEqual([]);
  });

  await test.step('nor after the server has stopped; nor a browser, an address or a session', async () => {
    const cookies = (await anna.context.cookies()).map((cookie) => cookie.value);
    expect(cookies).not.toEqual([]);
    await server.stop();
    expect(await search(texts, server, wire, people)).toEqual([]);
    expect(await tracesUnder(server.dataFolder, ['HeadlessChrome', 'Mozilla', ...cookies])).toEqual([]);
    const log = Buffer.from(server.log);
    expect(tracesIn('log', log, ['HeadlessChrome', 'Mozilla', ...cookies])).toEqual([]);
    expect(server.log.replaceAll(`127.0.0.1:${server.port}`, '')).not.toContain('127.0.0.1');
  });
});

test('a killed server leaves nothing readable either', async ({
  server,
  wire,
  people,
  newVisitor,
  newWorker,
}) => {
  const nickname = mark('Robin');
  const word = mark('woord');
  const anna = await newWorker('anna', { url: wire.url });
  await anna.goesOnDuty();
  const visitor = await newVisitor({ url: wire.url });
  await visitor.signUp({ nickname });
  await anna.accepts(nickname);
  await visitor.writes(word);
  await anna.reads(word);
  await server.kill();
  expect(await search([nickname, word], server, wire, people)).toEqual([]);
});

test('nothing is stored in the browser before the form is sent, and no cookie ever', async ({
  newVisitor,
  newWorker,
}) => {
  const nothing = { cookies: [], local: [], session: [], other: [] };
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  for (const path of ['/', '/privacy', '/toegankelijkheid', '/bestaat-niet', '/chat']) {
    await visitor.opens(path);
    expect(await visitor.stored(), path).toEqual(nothing);
  }
  await visitor.nicknameField.fill('Merel');
  await visitor.regionField.fill('Utrecht');
  await expect(visitor.page.locator('form[data-live="true"]')).toBeVisible();
  expect(await visitor.stored()).toEqual(nothing);
  expect(visitor.told).toEqual([]);

  await visitor.presses('Start de chat');
  await visitor.isNumber(1);
  const stored = await visitor.stored();
  expect(stored).toEqual({ ...nothing, session: stored.session });
  expect(stored.session).not.toEqual([]);
});

test('what lies in the tab during a conversation cannot be read', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation({ nickname: 'Merel-in-slot' });
  await visitor.writes('woord-in-slot');
  await anna.reads('woord-in-slot');
  await visitor.losesConnection();
  await visitor.writes('wachtend-in-slot');
  await visitor.box.pressSequentially('concept-in-slot');
  for (const person of [visitor, anna]) {
    const stored = await person.page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
    const texts = ['Merel-in-slot', 'woord-in-slot', 'wachtend-in-slot', 'concept-in-slot'];
    expect(stored.length).toBeGreaterThan(50);
    expect(tracesIn('storage', Buffer.from(stored), texts)).toEqual([]);
  }
});
