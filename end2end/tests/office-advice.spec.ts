import { findingsOn } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';
import type { Page } from '@playwright/test';

/** Signs in at the form; the desk behind it needs its program, the office does not. */
async function signsIn(page: Page, url: string, name: string): Promise<void> {
  await page.goto(`${url}/inloggen`);
  await page.getByRole('textbox', { name: 'Naam', exact: true }).fill(name);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(`${name}-demo-wachtwoord`);
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click();
  await page.waitForURL((address) => !address.pathname.endsWith('/inloggen'));
}

async function registers(page: Page, url: string, who = 'N: Buurtbewoner'): Promise<void> {
  await page.goto(`${url}/beheer/adviezen`);
  await page.getByRole('link', { name: 'Nog een advies registreren' }).click();
  await page.getByRole('combobox', { name: 'Duur van het gesprek' }).selectOption('10 tot 20 minuten');
  const reason = page.getByRole('group', { name: 'Aanleiding' });
  await reason.getByRole('checkbox', { name: '(ex)Partnergeweld' }).check();
  await page.getByRole('group', { name: 'Aard van het geweld' }).getByRole('checkbox', { name: 'Psychisch geweld' }).check();
  await page.getByRole('group', { name: 'Hoedanigheid adviesvrager' }).getByRole('radio', { name: who }).check();
  await page.getByRole('button', { name: 'Registreer', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Toegevoegd.' })).toBeVisible();
}

test('a worker registers an advice, corrects it and removes it on the same day', async ({ page, server }) => {
  await signsIn(page, server.url, 'anna');
  await registers(page, server.url);
  const own = page.getByRole('region', { name: 'Vandaag geregistreerd' });
  await expect(own.getByRole('heading', { name: 'Utrecht, 10 tot 20 minuten' })).toBeVisible();
  await expect(own.getByText('N: Buurtbewoner')).toBeVisible();

  await own.getByRole('link', { name: /^Verbeter/ }).click();
  const who = page.getByRole('group', { name: 'Hoedanigheid adviesvrager' });
  await expect(who.getByRole('radio', { name: 'N: Buurtbewoner' })).toBeChecked();
  await who.getByRole('radio', { name: 'B: Politie' }).check();
  await page.getByRole('button', { name: 'Registreer', exact: true }).click();
  await expect(own.getByText('B: Politie')).toBeVisible();
  await expect(own.getByText('N: Buurtbewoner')).toHaveCount(0);

  await own.getByRole('button', { name: /^Verwijder/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Verwijderd.' })).toBeVisible();
  await expect(page.getByText('Je hebt vandaag nog geen advies geregistreerd.')).toBeVisible();
});

test('a mistake is told at its question, and what was chosen stays', async ({ page, server }) => {
  await signsIn(page, server.url, 'anna');
  await page.goto(`${server.url}/beheer/adviezen?nieuw=ja`);
  const reason = page.getByRole('group', { name: 'Aanleiding' });
  await reason.getByRole('checkbox', { name: 'Eergerelateerd geweld' }).check();
  await page.getByRole('button', { name: 'Registreer', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Niet opgeslagen.' })).toBeVisible();
  const who = page.getByRole('group', { name: 'Hoedanigheid adviesvrager' });
  await expect(who).toContainText('Kies hier een antwoord.');
  await expect(reason).not.toContainText('Kies hier een antwoord.');
  await expect(reason.getByRole('checkbox', { name: 'Eergerelateerd geweld' })).toBeChecked();
});

test('the form can be filled in with the keyboard alone', async ({ page, server }) => {
  await signsIn(page, server.url, 'anna');
  await page.goto(`${server.url}/beheer/adviezen?nieuw=ja`);
  await page.getByRole('combobox', { name: 'Regio' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  for (let tab = 0; tab < 10; tab += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  for (let tab = 0; tab < 12; tab += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Toegevoegd.' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Utrecht, 10 tot 20 minuten' })).toBeVisible();
});

test('a coordinator sees the half year without small numbers, and downloads it', async ({ browser, page, server }) => {
  const worker = await browser.newContext();
  const desk = await worker.newPage();
  await signsIn(desk, server.url, 'anna');
  for (let number = 0; number < 6; number += 1) await registers(desk, server.url, number < 2 ? 'B: Politie' : 'N: Buurtbewoner');
  await worker.close();

  await signsIn(page, server.url, 'karin');
  await page.goto(`${server.url}/beheer/registraties`);
  const all = page.getByRole('table', { name: 'Alle adviezen' }).getByRole('row', { name: /^Alle adviezen/ });
  await expect(all.getByRole('cell').last()).toHaveText('6');
  const who = page.getByRole('table', { name: 'Hoedanigheid adviesvrager' });
  await expect(who.getByRole('row', { name: /B: Politie/ }).getByRole('cell').last()).toHaveText('< 5');
  await expect(who.getByRole('row', { name: /N: Buurtbewoner/ }).getByRole('cell').last()).toHaveText('< 5');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download als CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^adviezen-\d{4}-[12]\.csv$/);
  await page.getByRole('link', { name: 'Halfjaar eerder' }).click();
  await expect(page.getByText('In dit halfjaar is geen advies geregistreerd.')).toBeVisible();
});

test('every screen of it is accessible', async ({ page, browser, server }) => {
  await signsIn(page, server.url, 'anna');
  await page.goto(`${server.url}/beheer/adviezen`);
  const findings = await findingsOn(page, 'empty');
  await registers(page, server.url);
  findings.push(...(await findingsOn(page, 'one registered')));
  await page.goto(`${server.url}/beheer/adviezen?nieuw=ja`);
  await page.getByRole('button', { name: 'Registreer', exact: true }).click();
  findings.push(...(await findingsOn(page, 'a form with mistakes')));

  const office = await browser.newContext();
  const coordinator = await office.newPage();
  await signsIn(coordinator, server.url, 'karin');
  await coordinator.goto(`${server.url}/beheer/registraties`);
  findings.push(...(await findingsOn(coordinator, 'registrations')));
  await coordinator.goto(`${server.url}/beheer/registraties?halfjaar=2020-1`);
  findings.push(...(await findingsOn(coordinator, 'no registrations')));
  await office.close();
  expect(findings).toEqual([]);
});
