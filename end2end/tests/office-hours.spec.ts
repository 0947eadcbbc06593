import type { Page } from '@playwright/test';

import { findingsOn } from '../fixtures/accessible';
import { isPublished, isRefused, opensOffice } from '../fixtures/coordinator';
import { expect, test } from '../fixtures/test';

const PATH = '/beheer/openingstijden';

const day = (page: Page, name: string) => page.getByRole('group', { name });

/** Closes the whole week, row by row, as a person does. */
async function closesTheWeek(page: Page): Promise<void> {
  const rows = page.getByRole('button', { name: /^Haal tijd .* weg$/ });
  for (let left = await rows.count(); left > 0; left -= 1) {
    await rows.first().click();
    await expect(rows).toHaveCount(left - 1);
  }
}

test.describe('an installation with real hours', () => {
  test.use({ serverOptions: { command: 'serve' } });
  const password = 'een-lang-wachtwoord-voor-dit';

  test('a coordinator previews and publishes hours, and a visitor sees it within five seconds', async ({
    server,
    newStranger,
    newVisitor,
  }) => {
    await server.addStaff('a.jansen', 'Anna', 'utrecht', password);
    await server.addCoordinator('k.smit', 'Karin', 'utrecht', password);
    const anna = await newStranger();
    await anna.signsInFirst('a.jansen', password);
    await anna.goesOnDuty();

    const karin = await newStranger();
    await karin.signsInFirst('k.smit', password);
    await karin.opens(PATH);
    const { page } = karin;
    await closesTheWeek(page);
    for (const name of ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']) {
      await page.getByRole('button', { name: `Tijd erbij op ${name}` }).click();
      await expect(day(page, name).getByLabel('Van', { exact: true })).toBeFocused();
      await day(page, name).getByLabel('Van', { exact: true }).fill('00:00');
      await day(page, name).getByLabel('Tot', { exact: true }).fill('00:00');
    }
    for (const tick of await page.getByRole('checkbox').all()) await tick.uncheck();
    await karin.presses('Bekijk voorbeeld');
    const preview = page.getByRole('region', { name: 'Voorbeeld: zo wordt het' });
    await expect(preview.getByRole('row')).toHaveCount(15);
    await expect(preview.getByRole('row', { name: /0\.00 tot 24\.00 uur$/ })).toHaveCount(14);
    await karin.presses('Publiceren');
    await isPublished(karin);
    const visitor = await newVisitor();
    await visitor.opens('/');
    await visitor.sees('De chat is open');
    await visitor.sees('Dag en nacht.');

    // The page stays open meanwhile.
    await closesTheWeek(page);
    await karin.presses('Bekijk voorbeeld');
    await expect(preview.getByRole('row', { name: /Gesloten$/ })).toHaveCount(14);
    await visitor.sees('De chat is open');
    await karin.presses('Publiceren');
    await isPublished(karin);
    // The other regions have their hours, and nobody on duty.
    await visitor.sees(/De chat is gesloten|Er is nu geen medewerker beschikbaar/, { timeout: 5_000 });
    await expect(visitor.page.getByRole('link', { name: 'Start de chat' })).toBeHidden();
  });
});

test('hours that change under a waiting visitor: who waits is told, and may stay', async ({
  newStranger,
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty(1);
  const first = await newVisitor();
  await first.signUp({ nickname: 'Roos' });
  await anna.accepts('Roos');
  await first.chatsWith('Anna');
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Merel' });
  await visitor.isNumber(1);

  const karin = await opensOffice(newStranger, PATH);
  await closesTheWeek(karin.page);
  await karin.presses('Publiceren');
  await isPublished(karin);
  await visitor.sees('Het is sluitingstijd. Je mag blijven wachten.', { timeout: 5_000 });
  await visitor.isNumber(1);
  await first.chatsWith('Anna');

  // Other regions are open.
  const late = await newVisitor();
  await late.signUp({ nickname: 'Tess' });
  await late.sees('De chat van Utrecht is gesloten.');
});

test('a form that somebody fills in says so when the chat closes, and comes back when it opens', async ({
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.opens('/chat');
  await visitor.nicknameField.fill('Merel');
  await anna.goesOffDuty();
  await visitor.sees('Er is nu geen medewerker beschikbaar', { timeout: 5_000 });
  await expect(visitor.nicknameField).toBeHidden();
  await anna.goesOnDuty();
  await expect(visitor.nicknameField).toBeVisible({ timeout: 5_000 });
  await expect(visitor.nicknameField).toHaveValue('Merel');
  await visitor.doesNotSee('Er is nu geen medewerker beschikbaar');
});

test('who chose a region reads within five seconds that it closed, and when it is open again', async ({
  newStranger,
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.opens('/chat');
  await visitor.regionField.fill('Utrecht');
  await visitor.sees('Je regio is Utrecht.');
  await visitor.doesNotSee('De chat van Utrecht is gesloten.');
  const karin = await opensOffice(newStranger, PATH);
  await closesTheWeek(karin.page);
  await karin.presses('Publiceren');
  await isPublished(karin);
  await visitor.sees('De chat van Utrecht is gesloten.', { timeout: 5_000 });
  await visitor.regionField.fill('Twente');
  await visitor.doesNotSee('De chat van Utrecht is gesloten.');
  expect(await findingsOn(visitor.page, 'the form with a closed region')).toEqual([]);
});

test('hours that cannot be are refused at their row, with what was typed', async ({ newStranger }) => {
  const karin = await opensOffice(newStranger, PATH);
  const { page } = karin;
  const monday = day(page, 'maandag');
  await monday.getByLabel('Van', { exact: true }).fill('17:00');
  await monday.getByLabel('Tot', { exact: true }).fill('09:00');
  const friday = day(page, 'vrijdag');
  await friday.getByLabel('Tot', { exact: true }).fill('12:00');
  await friday.getByRole('button', { name: 'Tijd erbij op vrijdag' }).click();
  await friday.getByLabel('Van', { exact: true }).nth(1).fill('11:00');
  await friday.getByLabel('Tot', { exact: true }).nth(1).fill('13:00');
  await page.getByRole('button', { name: 'Sluiting erbij' }).click();
  await page.getByLabel('Dicht van').fill('2020-01-01T09:00');
  await page.getByLabel('Dicht tot').fill('2020-01-02T09:00');
  await karin.presses('Publiceren');
  await isRefused(karin, 'Niet opgeslagen.');
  const from = monday.getByLabel('Van', { exact: true });
  await expect(from).toHaveValue('17:00');
  await expect(from).toHaveAccessibleDescription('De eindtijd moet na de begintijd zijn.');
  await expect(friday.getByLabel('Van', { exact: true }).nth(1)).toHaveAccessibleDescription(
    'Deze tijd overlapt met een andere tijd op deze dag.',
  );
  await expect(page.getByLabel('Dicht van')).toHaveAccessibleDescription('Deze sluiting is al voorbij.');
  expect(await findingsOn(page, 'refused hours')).toEqual([]);

  // Reloaded, everything is as it was.
  await karin.opens(PATH);
  await expect(monday.getByLabel('Van', { exact: true })).toHaveValue('00:00');
  await expect(page.getByLabel('Dicht van')).toHaveCount(0);
});

test('the second of two coordinators is told, sees both, and may go on', async ({ newStranger }) => {
  const first = await opensOffice(newStranger, PATH);
  const second = await opensOffice(newStranger, PATH);
  const monday = (person: typeof first) => day(person.page, 'maandag').getByLabel('Van', { exact: true });
  await monday(first).fill('08:00');
  await first.presses('Publiceren');
  await isPublished(first);
  await monday(second).fill('10:00');
  await second.presses('Publiceren');
  await isRefused(second, 'Iemand anders heeft dit intussen veranderd');
  const now = second.page.getByRole('region', { name: 'Wat er nu staat' });
  await expect(now.getByText('8.00 tot 24.00 uur')).toBeVisible();
  await expect(monday(second)).toHaveValue('10:00');
  expect(await findingsOn(second.page, 'two coordinators')).toEqual([]);
  await first.reloads();
  await expect(monday(first)).toHaveValue('08:00');
  await second.presses('Publiceren');
  await isPublished(second);
  await expect(monday(second)).toHaveValue('10:00');
});

test('the page works without a script, in both languages, and axe finds nothing', async ({ newStranger }) => {
  for (const language of ['nl', 'en'] as const) {
    const karin = await opensOffice(newStranger, PATH, { language, javaScript: false });
    const { page } = karin;
    await page.getByRole('button', { name: language === 'nl' ? 'Sluiting erbij' : 'Add a closure' }).click();
    await page.getByLabel(language === 'nl' ? 'Dicht van' : 'Closed from').fill('2031-01-01T09:00');
    await page.getByLabel(language === 'nl' ? 'Dicht tot' : 'Closed to').fill('2031-01-02T09:00');
    await page.getByRole('button', { name: language === 'nl' ? 'Bekijk voorbeeld' : 'Show a preview' }).click();
    await karin.seesHeading(language === 'nl' ? 'Voorbeeld: zo wordt het' : 'Preview: this is how it will be');
  }
  const karin = await opensOffice(newStranger, PATH);
  expect(await findingsOn(karin.page, 'hours')).toEqual([]);
  await karin.page.getByRole('button', { name: 'Bekijk voorbeeld' }).click();
  expect(await findingsOn(karin.page, 'hours with a preview')).toEqual([]);
});
