import { readFile } from 'node:fs/promises';

import { findingsOn } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';

test('a coordinator looks at the figures, chooses a period and takes them along', async ({ newStranger }) => {
  test.setTimeout(120_000);
  const karin = await newStranger();
  await karin.signsIn('karin');
  const page = karin.page;
  await karin.opens('/beheer/cijfers');
  await expect(page.getByRole('heading', { name: 'Cijfers', level: 1 })).toBeVisible();
  await expect(page.getByText('Er zijn nog geen cijfers in deze periode.')).toBeVisible();
  expect(await findingsOn(page, 'empty')).toEqual([]);

  await page.getByRole('combobox', { name: 'Periode' }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Laat zien' }).click();
  await expect(page).toHaveURL(/periode=\d{4}-\d{2}&/);

  await karin.opens('/beheer/cijfers?periode=heel-2026');
  await expect(page.getByRole('alert')).toContainText('Deze periode kennen we niet');
  expect(await findingsOn(page, 'bad period')).toEqual([]);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.evaluate(() => {
      location.href = '/beheer/cijfers.csv?periode=2026-11';
    }),
  ]);
  expect(download.suggestedFilename()).toBe('cijfers-2026-11.csv');
  expect(await readFile(await download.path(), 'utf8')).toContain('Aanmeldingen;Totaal;0');
});

test('the live view changes by itself when a visitor signs up', async ({ newStranger, newVisitor, newWorker }) => {
  test.setTimeout(120_000);
  const karin = await newStranger();
  await karin.signsIn('karin');
  const page = karin.page;
  await karin.opens('/beheer');
  await expect(page.getByRole('status').filter({ hasText: 'In dienst: 0.' })).toBeVisible();
  expect(await findingsOn(page, 'live')).toEqual([]);

  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  await expect(page.getByText('In dienst: 1. Wachten: 0.')).toBeVisible({ timeout: 20_000 });
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Roos' });
  const row = page.getByRole('row', { name: /Veilig Thuis Utrecht/ });
  await expect(row).toContainText('minder dan 1 minuut', { timeout: 20_000 });
  await expect(page.getByText('In dienst: 1. Wachten: 1.')).toBeVisible();

  await anna.accepts('Roos');
  await expect(page.getByText('Wachten: 0. Gesprekken: 1.')).toBeVisible({ timeout: 20_000 });
  await karin.opens('/beheer/cijfers');
  await expect(page.getByRole('img', { name: 'Aanmeldingen' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Aanmeldingen' }).getByRole('row').nth(1)).toContainText('< 5');
  expect(await findingsOn(page, 'figures')).toEqual([]);
});
