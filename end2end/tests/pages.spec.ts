import type { APIResponse } from '@playwright/test';

import { expect, test } from '../fixtures/test';

const VISITOR_PAGES = ['/', '/chat', '/privacy', '/toegankelijkheid', '/bestaat-niet'];
const PAGES = [...VISITOR_PAGES, '/inloggen', '/werkplek'];

function policyOf(answer: APIResponse): Map<string, string> {
  const policy = answer.headers()['content-security-policy'] ?? '';
  return new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/);
      return [name, values.join(' ')] as const;
    }),
  );
}

for (const path of PAGES) {
  test(`${path} carries every header of the house`, async ({ request, server }) => {
    const answer = await request.get(server.url + path, { maxRedirects: 0 });
    const headers = answer.headers();
    const policy = policyOf(answer);
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toMatch(/^'nonce-[\w+/=-]{16,}' 'wasm-unsafe-eval'$/);
    for (const directive of ['style-src', 'connect-src', 'img-src', 'worker-src']) {
      expect(policy.get(directive), directive).toBe("'self'");
    }
    // Only signing in and out are native posts.
    expect(policy.get('form-action')).toBe(VISITOR_PAGES.includes(path) ? "'none'" : "'self'");
    expect(policy.get('base-uri')).toBe("'none'");
    expect(policy.get('frame-ancestors')).toBe("'none'");
    expect(headers).toMatchObject({
      'cache-control': expect.stringContaining('no-store'),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('screen-wake-lock=(self)'),
    });
    for (const closed of ['camera=()', 'microphone=()', 'geolocation=()']) {
      expect(headers['permissions-policy']).toContain(closed);
    }
    // HSTS has no meaning without TLS (RFC 6797 section 7.2); the others would tell something.
    const absent = ['strict-transport-security', 'server', 'x-powered-by', 'set-cookie', 'etag', 'last-modified'];
    for (const telling of absent) {
      expect(headers[telling], telling).toBeUndefined();
    }
  });
}

test('every script carries the nonce of its answer, and each answer has another', async ({ request, server }) => {
  const nonces: string[] = [];
  for (const path of VISITOR_PAGES) {
    const answer = await request.get(server.url + path);
    const nonce = /'nonce-([^']+)'/.exec(policyOf(answer).get('script-src') ?? '')?.[1] ?? '';
    nonces.push(nonce);
    const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    expect(await answer.text()).not.toMatch(/\son\w+=|\sstyle=/);
  }
  expect(new Set(nonces).size).toBe(VISITOR_PAGES.length);
});

test('a page that is not there says so, with the phone number and the way out', async ({ newVisitor }) => {
  const visitor = await newVisitor();
  for (const path of ['/bestaat-niet', '/chat/meer', '/%F0%9F%98%80', '/..%2f..%2fetc/passwd', '/pkg/niets.js']) {
    const answer = await visitor.page.goto(visitor.address(path));
    expect(answer?.status(), path).toBe(404);
  }
  await visitor.opens('/bestaat-niet');
  await visitor.seesHeading('Deze pagina bestaat niet');
  await visitor.sees('0800-2000');
  await visitor.sees('112');
  await visitor.findsWayOut();
  await visitor.opens('/bestaat-niet?taal=en');
  await visitor.seesHeading('This page does not exist');
});

test('files of the build may be kept for ever, come compressed, and nothing beside them does', async ({
  request,
  server,
}) => {
  const html = await (await request.get(`${server.url}/chat`)).text();
  const files = [...html.matchAll(/(?:href|src)="(\/[^"]+\.(?:js|css|wasm|svg))"/g)].map((match) => match[1] ?? '');
  expect(files.length).toBeGreaterThan(2);
  for (const file of new Set(files)) {
    const answer = await request.get(server.url + file, { headers: { 'accept-encoding': 'br' } });
    expect(answer.status(), file).toBe(200);
    const headers = answer.headers();
    expect(headers['cache-control'], file).toMatch(/immutable/);
    expect(headers['x-content-type-options'], file).toBe('nosniff');
    expect(headers['cross-origin-resource-policy'], file).toBe('same-origin');
    expect(headers['set-cookie'], file).toBeUndefined();
    if (/\.(js|css|wasm)$/.test(file)) {
      expect(headers['content-encoding'], file).toBe('br');
      expect(headers['vary']?.toLowerCase(), file).toContain('accept-encoding');
    }
  }
});

test('requests from another site are refused, and change nothing', async ({
  request,
  server,
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Merel' });
  await visitor.isNumber(1);
  const told = [...visitor.told, ...anna.told.filter((sent) => sent.path !== '/inloggen')];
  const paths = new Map(told.map((sent) => [sent.path, sent]));
  expect(paths.size).toBeGreaterThan(2);
  for (const { path, method, body } of paths.values()) {
    for (const foreign of [
      { origin: 'https://elders.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'https://elders.example' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
    ]) {
      const answer = await request.fetch(server.url + path, {
        method,
        headers: { ...foreign, 'content-type': 'application/octet-stream' },
        ...(body ? { data: body } : {}),
      });
      expect(answer.status(), `${path} from ${JSON.stringify(foreign)}`).toBe(403);
      expect(answer.headers()['set-cookie']).toBeUndefined();
    }
    const read = await request.get(server.url + path);
    expect(read.status(), `GET ${path}`).toBeGreaterThanOrEqual(400);
  }
  const signIn = await request.post(`${server.url}/inloggen`, {
    headers: { origin: 'https://elders.example', 'sec-fetch-site': 'cross-site' },
    form: { name: 'anna', naam: 'anna', password: 'anna-demo-wachtwoord', wachtwoord: 'anna-demo-wachtwoord' },
    maxRedirects: 0,
  });
  expect(signIn.status()).toBe(403);
  expect(signIn.headers()['set-cookie']).toBeUndefined();
  await visitor.isNumber(1);
});

test('nonsense and too much are refused without a word about the inside', async ({
  request,
  server,
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Merel' });
  await visitor.isNumber(1);
  const paths = new Set([...visitor.told, ...anna.told].map((sent) => sent.path).filter((path) => path !== '/inloggen'));
  for (const path of paths) {
    const headers = { origin: server.url, 'sec-fetch-site': 'same-origin', 'content-type': 'application/octet-stream' };
    for (const [what, data] of [
      ['nothing', Buffer.alloc(0)],
      ['nonsense', Buffer.from('{"a":1}')],
      ['a long nothing', Buffer.alloc(60_000, 0xff)],
      ['too much', Buffer.alloc(70_000, 1)],
    ] as const) {
      const answer = await request.post(server.url + path, { headers, data, timeout: 10_000 });
      expect(answer.status(), `${path}: ${what}`).toBeGreaterThanOrEqual(400);
      expect(answer.status(), `${path}: ${what}`).toBeLessThan(500);
      expect((await answer.body()).toString()).not.toMatch(/panicked|src\/|\.rs:|sqlite|postcard|tokio/i);
    }
  }
  await visitor.isNumber(1);
});

test('without JavaScript there are phone numbers and an explanation', async ({ newVisitor }) => {
  const visitor = await newVisitor({ javaScript: false });
  for (const path of ['/', '/chat']) {
    await visitor.opens(path);
    await visitor.sees('0800-2000');
    await visitor.sees('112');
    await expect(visitor.page.locator('a[href="tel:112"]').first()).toBeVisible();
    await expect(visitor.page.locator('a[href="tel:08002000"]').first()).toBeVisible();
  }
  await visitor.sees(/Zet JavaScript aan/);
  const link = await visitor.findsWayOut();
  await link.click();
  await visitor.seesHeading('Het weer');
});

test('the house rules are there before the start', async ({ newVisitor, newWorker }) => {
  await (await newWorker('anna')).goesOnDuty();
  const visitor = await newVisitor();
  await visitor.opens('/');
  await visitor.seesHeading('Huisregels');
  await visitor.sees(/geen melding/);
  await visitor.sees(/niet voor professionals/);
  await visitor.sees(/maandag tot en met vrijdag/);
  await visitor.sees(/anonieme registratie/);
  await visitor.sees(/Teletolk/);
  await visitor.opens('/chat');
  await visitor.sees(/anonieme registratie van het advies/);
  await visitor.sees(/klacht/);
  await visitor.sees(/Je browser onthoudt dat je hier was/);
});

test('the other language is one press away and stays', async ({ newVisitor, newWorker }) => {
  await (await newWorker('anna')).goesOnDuty();
  const visitor = await newVisitor();
  await visitor.opens('/');
  await visitor.page.getByRole('link', { name: 'English' }).click();
  await expect(visitor.page.locator('html')).toHaveAttribute('lang', 'en');
  await visitor.page.getByRole('link', { name: 'Start the chat', exact: true }).first().click();
  await expect(visitor.page.getByRole('textbox', { name: 'Nickname', exact: true })).toBeVisible();
  await visitor.page.getByRole('link', { name: 'Nederlands' }).click();
  await expect(visitor.nicknameField).toBeVisible();
  await expect(visitor.page.locator('html')).toHaveAttribute('lang', 'nl');
});

test('security.txt and robots.txt are there', async ({ request, server }) => {
  const security = await request.get(`${server.url}/.well-known/security.txt`);
  expect(security.status()).toBe(200);
  expect(security.headers()['content-type']).toMatch(/text\/plain/);
  expect(await security.text()).toMatch(/^Contact: /m);
  expect(await security.text()).toMatch(/^Expires: /m);
  expect((await request.get(`${server.url}/robots.txt`)).status()).toBe(200);
});
