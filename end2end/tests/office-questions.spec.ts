import { findingsOn } from '../fixtures/accessible';
import { isPublished, isRefused, opensOffice } from '../fixtures/coordinator';
import { expect, test } from '../fixtures/test';

test('a coordinator changes the questions, and visitors of the region are asked those', async ({
  newStranger,
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const karin = await opensOffice(newStranger, '/beheer/vragen');
  const { page } = karin;
  expect(await findingsOn(page, 'questions')).toEqual([]);
  await karin.presses('Haal vraag 1 weg');
  await karin.presses('Vraag 2 omhoog');
  await karin.presses('Haal vraag 2 weg');
  await karin.presses('Vraag erbij');
  const second = page.getByRole('group', { name: 'Vraag 2' });
  await second.getByLabel('Vraag in het Nederlands').fill('Wanneer wil je gebeld worden?');
  await second.getByLabel('Vraag in het Engels').fill('When may we call?');
  await second.getByLabel('Antwoorden in het Nederlands').fill('Vroeg\nLaat');
  await second.getByLabel('Antwoorden in het Engels').fill('Early');
  await karin.presses('Publiceren');
  await isRefused(karin, 'Niet opgeslagen.');
  await expect(second.getByLabel('Antwoorden in het Engels')).toHaveAccessibleDescription(/2 tot 12 antwoorden/);
  expect(await findingsOn(page, 'refused questions')).toEqual([]);
  await second.getByLabel('Antwoorden in het Engels').fill('Early\nLate');
  await page.getByRole('button', { name: 'Bekijk voorbeeld' }).click();
  const preview = page.getByRole('region', { name: 'Voorbeeld: zo ziet een bezoeker het' });
  await expect(preview.getByRole('combobox', { name: 'Wanneer wil je gebeld worden?' })).toBeVisible();
  await expect(preview.getByRole('combobox', { name: 'When may we call?' })).toBeVisible();
  expect(await findingsOn(page, 'questions with a preview')).toEqual([]);
  await karin.presses('Publiceren');
  await isPublished(karin);

  const visitor = await newVisitor();
  await visitor.opens('/chat');
  await visitor.nicknameField.fill('Merel');
  await visitor.regionField.fill('Utrecht');
  const asked = visitor.page.getByRole('combobox', { name: 'Wanneer wil je gebeld worden?' });
  await asked.selectOption('Laat');
  await expect(visitor.page.getByLabel('Over wie gaat het?')).toBeHidden();
  await visitor.presses('Start de chat');
  await anna.accepts('Merel');
  await anna.sees('Wanneer wil je gebeld worden?');
  await anna.sees('Laat');
});

test('a question that is removed while somebody answers it reaches the worker in the words that were read', async ({
  newStranger,
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.opens('/chat');
  await visitor.page.getByRole('combobox', { name: 'Kun je nu veilig chatten?' }).selectOption('Ja');
  const karin = await opensOffice(newStranger, '/beheer/vragen');
  for (const remove of ['Haal vraag 3 weg', 'Haal vraag 2 weg', 'Haal vraag 1 weg']) await karin.presses(remove);
  await karin.presses('Publiceren');
  await isPublished(karin);

  await visitor.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await visitor.chatsWith('Anna');
  await anna.sees('Kun je nu veilig chatten?');
  const late = await newVisitor();
  await late.opens('/chat');
  await late.regionField.fill('Utrecht');
  await late.sees('Je regio is Utrecht.');
  await expect(late.page.getByLabel('Kun je nu veilig chatten?')).toBeHidden();
});

test('two coordinators do not overwrite each other’s questions', async ({ newStranger }) => {
  const first = await opensOffice(newStranger, '/beheer/vragen');
  const second = await opensOffice(newStranger, '/beheer/vragen');
  await first.presses('Haal vraag 1 weg');
  await first.presses('Publiceren');
  await isPublished(first);
  await second.presses('Haal vraag 3 weg');
  await second.presses('Publiceren');
  await isRefused(second, 'Iemand anders heeft dit intussen veranderd');
  const now = second.page.getByRole('region', { name: 'Wat er nu staat' });
  await expect(now.getByLabel('Kun je nu veilig chatten?')).toBeVisible();
  await expect(second.page.getByRole('group', { name: 'Vraag 1' }).getByLabel('Vraag in het Nederlands')).toHaveValue(
    'Over wie gaat het?',
  );
  expect(await findingsOn(second.page, 'a conflict')).toEqual([]);
  await second.presses('Publiceren');
  await isPublished(second);
});

test('a coordinator chooses which regions help', async ({ newStranger }) => {
  const karin = await opensOffice(newStranger, '/beheer/achtervang');
  const { page } = karin;
  expect(await findingsOn(page, 'backup regions')).toEqual([]);
  await expect(page.getByRole('checkbox')).toHaveCount(25);
  await page.getByRole('checkbox', { name: 'Drenthe' }).check();
  await page.getByRole('checkbox', { name: 'Twente' }).uncheck();
  const second = await opensOffice(newStranger, '/beheer/achtervang');
  await karin.presses('Publiceren');
  await isPublished(karin);
  await expect(page.getByRole('checkbox', { name: 'Drenthe' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Twente' })).not.toBeChecked();
  await second.presses('Publiceren');
  await isRefused(second, 'Iemand anders heeft dit intussen veranderd');
  await expect(second.page.getByRole('region', { name: 'Wat er nu staat' }).getByText(/Drenthe/)).toBeVisible();
});

test('a coordinator keeps the canned replies, and workers have them', async ({ newStranger, newWorker }) => {
  const karin = await opensOffice(newStranger, '/beheer/standaardzinnen');
  const { page } = karin;
  expect(await findingsOn(page, 'canned replies')).toEqual([]);
  await page.getByRole('link', { name: 'Zin erbij' }).click();
  await karin.presses('Opslaan');
  await isRefused(karin, 'Niet opgeslagen.');
  const name = page.getByRole('textbox', { name: 'Naam', exact: true });
  await expect(name).toHaveAccessibleDescription(/Geef een naam/);
  expect(await findingsOn(page, 'a refused reply')).toEqual([]);
  await name.fill('thee');
  await page.getByRole('textbox', { name: 'Zin', exact: true }).fill('Neem er rustig een kop thee bij.');
  await karin.presses('Opslaan');
  await expect(page.getByRole('status').filter({ hasText: 'Toegevoegd.' })).toBeVisible();
  const rows = page.getByRole('row');
  const last = (await rows.count()) - 1;
  await expect(rows.nth(last)).toContainText('kop thee');
  await karin.presses('thee omhoog');
  await expect(rows.nth(last - 1)).toContainText('kop thee');

  const anna = await newWorker('anna');
  const sheet = await anna.opensSheet('Standaardzinnen');
  await expect(sheet.getByText('Neem er rustig een kop thee bij.')).toBeVisible();

  await page.getByRole('link', { name: 'thee', exact: true }).click();
  await karin.presses('Haal deze zin weg');
  await expect(page.getByRole('status').filter({ hasText: 'Verwijderd.' })).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(last);
});
