import { expect, test } from '../fixtures/test';
import { HOSTILE, STRICT } from '../fixtures/website';

test('the script and the status are for every website, without credentials and for a while', async ({ server }) => {
  for (const [path, age] of [
    ['/insluiten.js', 'public, max-age=300'],
    ['/status?insluiten&regio=utrecht', 'public, max-age=5'],
  ] as const) {
    const answer = await fetch(server.url + path, { headers: { cookie: 'sessie=x', origin: 'https://ergens.example' } });
    expect(answer.status, path).toBe(200);
    expect(answer.headers.get('cache-control')).toBe(age);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('vary') ?? '').not.toMatch(/origin|cookie|referer/i);
    expect((await fetch(server.url + path, { method: 'POST', headers: { origin: server.url } })).status).toBe(405);
  }
});

test('only the chat may be framed, by the websites on the list, and the preview by ourselves', async ({
  server,
  newWebsite,
}) => {
  const website = await newWebsite('listed');
  const ancestors = async (path: string) => {
    const answer = await fetch(server.url + path);
    return answer.headers.get('content-security-policy')?.match(/frame-ancestors (.*)$/)?.[1];
  };
  for (const path of ['/', '/privacy', '/insluiten', '/insluiten.js', '/inloggen', '/status', '/chat/x?kader=voorbeeld']) {
    expect(await ancestors(path), path).toBe("'none'");
  }
  expect(await ancestors('/chat')).toBe(website.origin);
  expect(await ancestors('/chat?kader=site')).toBe(website.origin);
  expect(await ancestors('/chat?kader=voorbeeld')).toBe("'self'");
});

test('the badge says whether the chat of the region is open, and keeps saying it', async ({
  newWebsite,
  newReader,
  newWorker,
}) => {
  const website = await newWebsite('unlisted', { attributes: 'data-regio="utrecht"' });
  const reader = await newReader(website);
  await reader.page.clock.install();
  await reader.visits();
  await expect(reader.badge(/Er is nu geen medewerker beschikbaar/)).toBeVisible();
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  await reader.page.clock.runFor(31_000);
  await expect(reader.badge(/De chat is open/)).toBeVisible();
  await reader.badge(/De chat is open/).click();
  await expect(reader.panel.getByRole('heading', { name: 'De chat is open' })).toBeVisible();
  await expect(reader.panel.getByRole('link', { name: 'Start de chat' })).toBeVisible();
  await anna.goesOffDuty();
  await reader.page.clock.runFor(31_000);
  await expect(reader.panel.getByRole('heading', { name: 'Er is nu geen medewerker beschikbaar' })).toBeVisible();
  await expect(reader.panel.getByRole('link', { name: 'Start de chat' })).toBeHidden();
  await expect(reader.panel.getByRole('link', { name: 'Bel 112' })).toHaveAttribute('href', 'tel:112');
  await expect(reader.panel.getByRole('link', { name: 'Bel 0800-2000' })).toHaveAttribute('href', 'tel:08002000');
});

test.describe('outside the hours', () => {
  test.use({ serverOptions: { command: 'serve' } });
  test('the badge says when the chat opens', async ({ newWebsite, newReader, server }) => {
    const { headline, detail } = (await (await fetch(`${server.url}/status?regio=utrecht`)).json()) as Record<string, string>;
    const website = await newWebsite('unlisted', { attributes: 'data-regio="utrecht"' });
    const reader = await newReader(website);
    await reader.visits();
    await expect(reader.badge(`${headline} ${detail}`)).toBeVisible();
    if (headline === 'De chat is gesloten') expect(detail).toMatch(/De chat gaat open: .* om \d+\.\d\d uur/);
  });
});

test('on a website that is not on the list the chat opens in a tab that knows nothing of the website', async ({
  newWebsite,
  newReader,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const website = await newWebsite('unlisted', { attributes: 'data-regio="utrecht"' });
  const reader = await newReader(website);
  await reader.visits();
  await reader.badge(/De chat is open/).click();
  await expect(reader.panel).toContainText('De chat opent in een nieuw tabblad.');
  const opened = reader.context.waitForEvent('page');
  await reader.panel.getByRole('link', { name: 'Start de chat' }).click();
  const tab = await opened;
  await expect(tab.getByRole('heading', { name: 'Start een gesprek' })).toBeVisible();
  expect(new URL(tab.url()).pathname).toBe('/chat');
  await expect(tab.getByRole('combobox', { name: 'Regio' })).toHaveValue('Utrecht');
  expect(await tab.evaluate(() => [window.opener === null, document.referrer, history.length])).toEqual([true, '', 1]);
  expect(reader.page.frames()).toHaveLength(1);
});

test('a whole conversation in the panel, with the fold, the count and the way back', async ({
  newWebsite,
  newReader,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const website = await newWebsite('listed', { attributes: 'data-regio="utrecht"' });
  const reader = await newReader(website);
  await reader.visits();
  const history = await reader.page.evaluate(() => window.history.length);
  await reader.signsUp('Merel');
  await expect(reader.chat.getByText('Je bent nummer 1 in de wachtrij.')).toBeVisible();

  await reader.folds();
  await expect(reader.badge('Terug naar je gesprek')).toBeFocused();
  await anna.accepts('Merel');
  await expect(reader.badge('Je bent aan de beurt')).toBeVisible();
  await reader.badge('Je bent aan de beurt').click();
  // Whoever looks along sees nothing until the visitor says so.
  await expect(reader.chat.getByText('Je gesprek loopt nog.')).toBeVisible();
  await reader.presses('Terug naar het gesprek');
  await reader.chatsWith('Anna');
  await reader.writes('Hoi Anna');
  await anna.reads('Hoi Anna');
  await anna.writes('Dag Merel');
  await reader.reads('Hoi Anna', 'Dag Merel');

  await reader.folds();
  await anna.writes('Ben je er nog?');
  await expect(reader.badge('Terug naar je gesprek Nieuwe berichten: 1')).toBeVisible();
  await anna.writes('Neem de tijd.');
  await expect(reader.badge('Terug naar je gesprek Nieuwe berichten: 2')).toBeVisible();
  await expect(reader.popUp.getByRole('status').filter({ hasText: 'Nieuwe berichten: 2' })).toHaveCount(1);
  await reader.badge(/Terug naar je gesprek/).click();
  await expect(reader.log).toBeHidden();
  await reader.presses('Terug naar het gesprek');
  await reader.reads('Dag Merel', 'Ben je er nog?', 'Neem de tijd.');
  await reader.folds();
  await expect(reader.badge('Terug naar je gesprek')).toHaveAccessibleName('Terug naar je gesprek');
  await reader.badge('Terug naar je gesprek').click();
  await reader.presses('Terug naar het gesprek');

  await reader.ends();
  await expect(reader.chat.getByRole('heading', { name: 'Het gesprek is beëindigd' })).toBeVisible();
  expect(await reader.page.evaluate(() => sessionStorage.length)).toBe(0);
  await reader.folds();
  await expect(reader.badge(/De chat is open/)).toBeVisible();
  // The website's own Back is what it was.
  expect(await reader.page.evaluate(() => window.history.length)).toBe(history);
  expect(await reader.context.cookies()).toEqual([]);
});

test('the conversation is there again after a reload and on the next page, and the website keeps a word of it', async ({
  newWebsite,
  newReader,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const website = await newWebsite('listed', { attributes: 'data-regio="utrecht"' });
  const reader = await newReader(website);
  await reader.visits();
  expect(reader.page.frames()).toHaveLength(1);
  await reader.signsUp('Merel');
  await anna.accepts('Merel');
  await reader.chatsWith('Anna');
  await anna.writes('Dag Merel');
  await reader.reads('Dag Merel');
  const kept = () => reader.page.evaluate(() => ({ ...sessionStorage, ...localStorage }));
  expect(await kept()).toEqual({ veiligchat: '1' });

  for (const move of [() => reader.page.getByRole('link', { name: 'Twee' }).click(), () => reader.reloads()]) {
    await move();
    await expect(reader.badge('Terug naar je gesprek')).toHaveAccessibleName('Terug naar je gesprek');
    await anna.writes('Ben je er nog?');
    await expect(reader.badge(/Nieuwe berichten: 1/)).toBeVisible();
    await reader.badge(/Terug naar je gesprek/).click();
    await expect(reader.chat.getByText('Je gesprek loopt nog.')).toBeVisible();
    await expect(reader.log).toBeHidden();
    await reader.presses('Terug naar het gesprek');
    await reader.chatsWith('Anna');
    await expect(reader.message('Dag Merel')).toHaveCount(1);
    expect(await kept()).toEqual({ veiligchat: '1' });
  }
  await reader.page.goBack();
  await expect(reader.page.getByRole('heading', { name: 'Pagina /een' })).toBeVisible();
  await expect(reader.badge('Terug naar je gesprek')).toBeVisible();

  // Another tab of the same browser, on the same website, finds nothing.
  const other = await reader.context.newPage();
  await other.goto(website.origin);
  await expect(other.locator('veiligchat-insluiten').getByRole('button', { name: /De chat is open/ })).toBeVisible();
  await other.close();
});

test('walking on while in the queue keeps the place, and the next page says whose turn it is', async ({
  newWebsite,
  newReader,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const reader = await newReader(await newWebsite('listed', { attributes: 'data-regio="utrecht"' }));
  await reader.visits();
  await reader.signsUp('Merel');
  await expect(reader.chat.getByText('Je bent nummer 1 in de wachtrij.')).toBeVisible();
  await reader.page.getByRole('link', { name: 'Twee' }).click();
  await expect(reader.badge('Terug naar je gesprek')).toBeVisible();
  await expect.poll(() => reader.frame.locator('#place').textContent()).toContain('nummer 1');
  await anna.accepts('Merel');
  await expect(reader.badge('Je bent aan de beurt')).toBeVisible();
  await expect(reader.popUp.getByRole('status').filter({ hasText: 'Je bent aan de beurt' })).toHaveCount(1);
});

test('where the browser gives frames no storage, the visitor is told to stay and asked before leaving', async ({
  newWebsite,
  newForgetfulReader,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const reader = await newForgetfulReader(await newWebsite('listed', { attributes: 'data-regio="utrecht"' }));
  await reader.visits();
  await reader.signsUp('Merel');
  await anna.accepts('Merel');
  await reader.chatsWith('Anna');
  await expect(reader.panel.getByText('Blijf op deze pagina. Anders stopt je gesprek.')).toBeVisible();
  const asked: string[] = [];
  reader.page.once('dialog', async (question) => {
    asked.push(question.type());
    await question.dismiss();
  });
  await reader.page.getByRole('link', { name: 'Twee' }).click({ noWaitAfter: true });
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await reader.writes('Ik blijf.');
  await anna.reads('Ik blijf.');
  expect(await reader.page.evaluate(() => sessionStorage.length)).toBe(0);
  // The way out asks nothing.
  reader.page.on('dialog', () => reader.troubles.push('asked whether the visitor is sure'));
  await (await reader.findsWayOutOf(reader.chat)).click();
  await reader.isGone();
});

test('what the frame tells the website is a word and a number, to nobody else', async ({
  newWebsite,
  newReader,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const website = await newWebsite('listed', { attributes: 'data-regio="utrecht"' });
  const reader = await newReader(website);
  await reader.context.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    addEventListener('message', (event) => heard.push(['window', event.origin, event.data]));
    const set = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage')?.set;
    Object.defineProperty(MessagePort.prototype, 'onmessage', {
      set(this: MessagePort, handler: (event: MessageEvent) => void) {
        set?.call(this, (event: MessageEvent) => {
          heard.push(['line', event.data]);
          handler.call(this, event);
        });
      },
    });
  });
  await reader.visits();
  await reader.signsUp('Merel');
  await anna.accepts('Merel');
  await reader.chatsWith('Anna');
  await anna.writes('Een geheim');
  await reader.reads('Een geheim');
  await reader.folds();
  await anna.writes('Nog een geheim');
  await expect(reader.badge(/Nieuwe berichten: 1/)).toBeVisible();
  const heard = await reader.page.evaluate(() => (globalThis as unknown as { heard: unknown[][] }).heard);
  expect(heard.filter(([where]) => where === 'window')).toEqual([['window', reader.url, 'veiligchat-insluiten']]);
  const told = heard.filter(([where]) => where === 'line').map(([, data]) => data as Record<string, unknown>);
  expect(told.length).toBeGreaterThan(3);
  for (const data of told) {
    if (data['fold'] === true) continue;
    expect(Object.keys(data).sort()).toEqual(['keeps', 'stage', 'unread']);
    expect(data['stage']).toMatch(/^(sign-up|waiting|conversation)$/);
    expect(data['unread']).toEqual(expect.any(Number));
  }
  // Nor does it listen to what the website calls after it.
  await reader.page.evaluate(() => {
    for (let index = 0; index < frames.length; index += 1) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => undefined;
      frames[index]?.postMessage('veiligchat-insluiten', '*', [port2]);
      port1.postMessage({ folded: false });
      frames[index]?.postMessage({ leave: true }, '*');
    }
  });
  await anna.writes('Nog meer');
  await expect(reader.badge(/Nieuwe berichten: 2/)).toBeVisible();
});

test('under a hostile style and the strictest policy the pop-up looks as it always does', async ({
  newWebsite,
  newReader,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const shapes: unknown[] = [];
  for (const options of [{}, { style: HOSTILE, policy: STRICT }]) {
    const website = await newWebsite('listed', { attributes: 'data-regio="utrecht"', ...options });
    const reader = await newReader(website);
    await reader.visits();
    const badge = reader.badge(/De chat is open/);
    await expect(badge).toBeVisible();
    const shape = () =>
      badge.evaluate((element) => {
        const { color, fontFamily, fontSize, letterSpacing, backgroundColor } = getComputedStyle(element);
        const { right, bottom, width, height } = element.getBoundingClientRect();
        const top = document.elementFromPoint(right - width / 2, bottom - height / 2)?.tagName;
        return { color, fontFamily, fontSize, letterSpacing, backgroundColor, right, bottom, width, height, top };
      });
    shapes.push(await shape());
    // Nothing of ours changes the website.
    const own = reader.page.locator('h1');
    if (!('style' in options)) expect(await own.evaluate((it) => getComputedStyle(it).fontFamily)).not.toContain('system-ui');
    await reader.signsUp('Merel');
    await expect(reader.chat.getByText('Je bent nummer 1 in de wachtrij.')).toBeVisible();
    await reader.presses('Stop met wachten');
    await reader.presses('Ja, ik stop');
    await expect(reader.chat.getByRole('heading', { name: 'Je wacht niet meer' })).toBeVisible();
  }
  expect(shapes[1]).toEqual(shapes[0]);
  expect(shapes[0]).toMatchObject({ top: 'VEILIGCHAT-INSLUITEN', letterSpacing: 'normal', fontSize: '16px' });
});

test('the shadow tree is closed to the website', async ({ browser, server, newWebsite }) => {
  const website = await newWebsite('unlisted');
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(website.origin);
  await expect(page.locator('veiligchat-insluiten')).toHaveCount(1);
  expect(await page.locator('veiligchat-insluiten').evaluate((it) => it.shadowRoot)).toBeNull();
  // Twice on a page is once.
  await page.addScriptTag({ url: `${server.url}/insluiten.js` });
  await expect(page.locator('veiligchat-insluiten')).toHaveCount(1);
  await context.close();
});
