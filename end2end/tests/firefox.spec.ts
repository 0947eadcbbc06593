import { Firefox } from '../fixtures/firefox';
import { expect, test } from '../fixtures/test';

/** The visitor's path in Firefox ESR; the worker sits in Chromium. */
const withFirefox = test.extend<{ firefox: Firefox }>({
  firefox: async ({}, use) => {
    const firefox = await Firefox.start();
    await use(firefox);
    await firefox.stop();
  },
});

withFirefox.setTimeout(120_000);

withFirefox('a visitor with Firefox goes the whole way', async ({ firefox, server, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();

  await firefox.opens(`${server.url}/`);
  await firefox.presses('link', 'Start de chat');
  await firefox.fills('textbox', 'Bijnaam', 'Vos');
  await firefox.fills('combobox', 'Regio', 'Zeist');
  expect(await firefox.evaluates('sessionStorage.length + localStorage.length')).toBe(0);
  await firefox.presses('button', 'Start de chat');
  await firefox.reads('status', 'Je bent nummer 1 in de wachtrij.');

  await anna.accepts('Vos');
  const heading = 'Je chat met Anna, Veilig Thuis Utrecht';
  await firefox.sees('heading', heading);
  await firefox.fills('textbox', 'Bericht', 'Hallo uit Firefox');
  await firefox.presses('button', 'Verstuur');
  await anna.reads('Hallo uit Firefox');
  await anna.writes('Hallo, hier Anna');
  await firefox.reads('log', 'Hallo uit Firefox', 'bezorgd', 'Hallo, hier Anna');

  await firefox.fills('textbox', 'Bericht', 'nog niet af');
  await firefox.reloads();
  await firefox.sees('heading', heading);
  await firefox.reads('log', 'Hallo uit Firefox', 'Hallo, hier Anna');
  expect(await firefox.evaluates('document.querySelector("textarea").value')).toBe('nog niet af');

  await firefox.presses('button', 'Sluiten');
  await firefox.presses('button', 'Terug naar het gesprek');
  await firefox.reads('log', 'Hallo uit Firefox', 'Hallo, hier Anna');

  await firefox.presses('button', 'Gesprek beëindigen');
  await firefox.presses('button', 'Ja, beëindigen');
  await firefox.sees('heading', 'Het gesprek is beëindigd');
  expect(await firefox.evaluates('sessionStorage.length')).toBe(0);
  await anna.sees('De bezoeker heeft het gesprek beëindigd.');
});

withFirefox('in Firefox the quick exit leaves nothing behind', async ({ firefox, server, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  await firefox.opens(`${server.url}/chat`);
  await firefox.fills('textbox', 'Bijnaam', 'Vos');
  await firefox.fills('combobox', 'Regio', 'Utrecht');
  await firefox.presses('button', 'Start de chat');
  await anna.accepts('Vos');
  await firefox.sees('heading', 'Je chat met Anna, Veilig Thuis Utrecht');
  await firefox.fills('textbox', 'Bericht', 'ik moet weg');
  await firefox.presses('button', 'Verstuur');
  await anna.reads('ik moet weg');

  // The neutral site cannot be reached from a test: that this site is gone is what counts.
  await firefox.presses('link', 'Verlaat deze site').catch(() => {});
  await anna.sees('De bezoeker is zelf weggegaan.');
  await expect.poll(() => firefox.address()).not.toContain(server.url);
  await firefox.goesBack().catch(() => {});
  await firefox.opens(`${server.url}/chat`);
  await firefox.sees('textbox', 'Bijnaam');
  expect(await firefox.evaluates('document.body.innerText.includes("ik moet weg")')).toBe(false);
  expect(await firefox.evaluates('sessionStorage.length')).toBe(0);
});
