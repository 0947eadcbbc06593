import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { findingsOn } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';
import type { Worker } from '../fixtures/worker';

const table = readFileSync(resolve(__dirname, '../../src/service/records/municipalities.csv'), 'utf8');
const file = (text: string) => ({ name: 'gemeenten.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

async function signsIn(beheer: Worker): Promise<void> {
  await beheer.opens('/inloggen');
  await beheer.fillsInPassword('beheer', 'beheer-demo-wachtwoord');
  await expect(beheer.button('Uitloggen')).toBeVisible();
}

test('an administrator sees what a new table changes, applies it, and a visitor finds it', async ({
  newStranger,
  newVisitor,
}) => {
  test.setTimeout(180_000);
  const beheer = await newStranger();
  const findings: string[] = [];
  const looks = async (state: string) => findings.push(...(await findingsOn(beheer.page, state)));
  await signsIn(beheer);
  await beheer.opens('/beheer/organisaties');
  await beheer.seesHeading('Organisaties');
  await expect(beheer.page.getByRole('row')).toHaveCount(27);
  await looks('the organisations');

  await beheer.presses('Bekijk wat er verandert');
  await beheer.sees('Kies een bestand, of plak de tabel.');

  const broken = table.replace('Zwolle,current', 'Zwolle,vroeger').replace('Urk,current,Flevoland', 'Urk,current');
  await beheer.page.getByLabel('CSV-bestand').setInputFiles(file(broken));
  await beheer.presses('Bekijk wat er verandert');
  await expect(beheer.page.getByRole('alert')).toHaveText('2 regels kloppen niet. Er is niets veranderd.');
  const line = (name: string) => broken.split('\n').findIndex((row) => row.startsWith(name)) + 1;
  await beheer.sees(`Regel ${line('Zwolle,')}: de soort moet current, former of alias zijn.`);
  await beheer.sees(`Regel ${line('Urk,')}: er zijn 3 kolommen nodig en er staan er 2.`);
  await looks('a table with wrong lines');

  // What was read stands in the field, and is corrected there.
  const pasted = beheer.page.getByLabel('Of plak de tabel hier');
  await expect(pasted).toHaveValue(broken);
  const longName = 'Nieuwstad aan de Overkant van het Lange Water';
  const corrected = `${table.replace('Zwolle,current,IJsselland', 'Zwolle,current,Twente')}${longName},current,Utrecht\n`;
  await pasted.fill(corrected.replace(/^.*,Drenthe$\n/gm, ''));
  await beheer.presses('Bekijk wat er verandert');
  await beheer.seesHeading('Dit gaat er veranderen');
  await beheer.sees(/Drenthe staat niet in de tabel: bezoekers kunnen deze niet meer kiezen/);
  await beheer.sees('Zwolle gaat van IJsselland naar Twente.');
  await beheer.sees(`${longName} hoort bij Utrecht.`);
  await looks('what would change');

  const visitor = await newVisitor();
  await visitor.opens('/chat');
  const suggestion = (name: string) => visitor.page.locator(`datalist option[value="${name}"]`);
  await expect(suggestion(longName)).toHaveCount(0);
  await expect(suggestion('Assen')).toHaveCount(1);

  await beheer.presses('Doorvoeren');
  await expect(beheer.page.getByRole('status')).toHaveText('Gepubliceerd. Bezoekers zien dit nu.');
  await expect(beheer.page.getByRole('row', { name: /Drenthe/ })).toContainText('Niet te kiezen');
  await looks('after applying');

  await visitor.reloads();
  await expect(suggestion(longName)).toHaveCount(1);
  await expect(suggestion('Assen')).toHaveCount(0);
  expect(findings).toEqual([]);
});

test('the settings of the installation count at once, and of two administrators none overwrites the other', async ({
  newStranger,
  newVisitor,
}) => {
  test.setTimeout(180_000);
  const [beheer, other] = [await newStranger(), await newStranger()];
  const findings: string[] = [];
  const looks = async (state: string) => findings.push(...(await findingsOn(beheer.page, state)));
  for (const person of [beheer, other]) {
    await signsIn(person);
    await person.opens('/beheer/installatie');
    await person.seesHeading('Installatie');
  }
  await looks('the settings');
  const field = (person: Worker, name: string) => person.page.getByLabel(name);
  const exit = 'Adres voor ‘Verlaat deze site’';
  const sites = 'Sites die de chat mogen tonen';
  const minutes = 'Minuten om terug te komen';

  await field(beheer, exit).fill('http://www.nu.nl');
  await field(beheer, sites).fill('https://www.voorbeeld.nl\nhttps://www.voorbeeld.nl/chat');
  await beheer.presses('Opslaan');
  await expect(beheer.page.getByRole('alert')).toContainText('Niet opgeslagen');
  await expect(field(beheer, exit)).toHaveValue('http://www.nu.nl');
  await expect(field(beheer, exit)).toHaveAccessibleDescription(/begint met https:\/\//);
  await expect(field(beheer, sites)).toHaveAccessibleDescription(/Regel 2 is geen adres/);
  await looks('settings that are wrong');

  await field(beheer, exit).fill('https://www.nu.nl/weer');
  await field(beheer, sites).fill('https://www.voorbeeld.nl');
  await beheer.presses('Opslaan');
  await expect(beheer.page.getByRole('status')).toHaveText('Gepubliceerd. Bezoekers zien dit nu.');

  await field(other, minutes).fill('15');
  await other.presses('Opslaan');
  await expect(other.page.getByRole('alert')).toContainText('Iemand anders heeft dit intussen veranderd');
  await expect(field(other, minutes)).toHaveValue('15');
  await expect(field(other, exit)).toHaveAccessibleDescription(/Nu opgeslagen: https:\/\/www.nu.nl\/weer/);
  findings.push(...(await findingsOn(other.page, 'a conflict')));

  const visitor = await newVisitor();
  await visitor.opens('/');
  await expect(visitor.page.getByRole('link', { name: 'Verlaat deze site' }).first()).toHaveAttribute(
    'href',
    'https://www.nu.nl/weer',
  );
  const answer = await visitor.page.request.get(visitor.address('/chat'));
  expect(answer.headers()['content-security-policy']).toContain('frame-ancestors https://www.voorbeeld.nl');
  expect(findings).toEqual([]);
});
