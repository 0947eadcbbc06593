/** An organisation chooses how it looks, and its visitors see it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { Page } from '@playwright/test';

import { findingsOn } from '../fixtures/accessible';
import { isPublished, isRefused, opensOffice } from '../fixtures/coordinator';
import { expect, test } from '../fixtures/test';

const PAGE = '/beheer/huisstijl';
const logo = readFileSync(resolve(__dirname, '../../src/tests/edge/logo.png'));

const colourOf = (page: Page, name: string) =>
  page.evaluate((token) => getComputedStyle(document.documentElement).getPropertyValue(token).trim(), name);

test('a coordinator sets name, colour and logo, and a visitor of that region sees them within five seconds', async ({
  newStranger,
  newVisitor,
}) => {
  test.setTimeout(120_000);
  const karin = await opensOffice(newStranger, PAGE);
  const findings: string[] = [];
  const looks = async (state: string) => findings.push(...(await findingsOn(karin.page, state)));
  const field = (name: string) => karin.page.getByRole('textbox', { name, exact: true });
  await looks('the look');

  // Yellow cannot be read on paper: refused, with one that can.
  await field('Naam').fill('Hulplijn Utrecht');
  await field('Kleur').fill('#ffd400');
  await karin.presses('Publiceren');
  await isRefused(karin, /Niet opgeslagen/);
  const why = karin.page.getByText(/slecht te lezen op een lichte achtergrond/);
  await expect(why).toBeVisible();
  await expect(field('Kleur')).toHaveAccessibleDescription(/lukt wel: #/);
  await looks('a colour that is refused');
  const nearby = /#[0-9a-f]{6}$/.exec((await why.innerText()).trim())?.[0] ?? '';
  await field('Kleur').fill(nearby);
  await karin.presses('Bekijk voorbeeld');
  await expect(karin.page.getByRole('img', { name: /lichte achtergrond/ })).toBeVisible();
  await expect(karin.page.getByRole('img', { name: /donkere achtergrond/ })).toBeVisible();
  await looks('the preview');
  await field('Kleur').fill('#7a1f5c');
  await karin.presses('Publiceren');
  await isPublished(karin);
  const published = Date.now();

  const visitor = await newVisitor();
  await visitor.opens('/?regio=utrecht');
  await expect(visitor.page.getByRole('link', { name: 'Hulplijn Utrecht' })).toBeVisible();
  expect(Date.now() - published).toBeLessThan(5_000);
  expect(await colourOf(visitor.page, '--main')).toBe('#7a1f5c');
  await visitor.page.emulateMedia({ colorScheme: 'dark' });
  expect(await colourOf(visitor.page, '--main')).not.toBe('#7a1f5c');
  await visitor.page.emulateMedia({ colorScheme: 'light' });
  findings.push(...(await findingsOn(visitor.page, 'the first page in that colour')));

  // A drawing is refused; a picture takes the place of the name.
  const file = karin.page.getByLabel('Nieuw logo');
  await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') });
  await karin.presses('Logo plaatsen');
  await isRefused(karin, /geen PNG/);
  await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: logo });
  await karin.presses('Logo plaatsen');
  await isPublished(karin);
  await looks('with a logo');
  await visitor.opens('/chat?regio=utrecht');
  const picture = visitor.page.getByRole('img', { name: 'Hulplijn Utrecht' });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBe(96);
  findings.push(...(await findingsOn(visitor.page, 'the form with a logo')));

  // Who comes for another organisation sees nothing of it.
  await visitor.opens('/chat?regio=twente');
  await expect(visitor.page.getByRole('link', { name: /Veilig Thuis/ }).first()).toBeVisible();
  expect(await colourOf(visitor.page, '--main')).not.toBe('#7a1f5c');
  expect(findings).toEqual([]);
});
