import { findingsOn } from '../fixtures/accessible';
import { isPublished, isRefused, opensOffice } from '../fixtures/coordinator';
import { expect, test } from '../fixtures/test';

const PATH = '/beheer/teksten';

test('a coordinator puts the greeting in own words, and who waits for that region reads it', async ({
  newStranger,
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty(1);
  const karin = await opensOffice(newStranger, PATH);
  expect(await findingsOn(karin.page, 'texts')).toEqual([]);
  await karin.page.getByRole('link', { name: 'Begroeting' }).click();
  await karin.page.getByLabel('Eigen woorden, Nederlands').fill('Dag, je chat met Utrecht.');
  await karin.presses('Bekijk voorbeeld');
  const preview = karin.page.getByRole('region', { name: 'Voorbeeld: zo ziet een bezoeker het' });
  await expect(preview.getByText('Dag, je chat met Utrecht.')).toBeVisible();
  await expect(preview.getByText('Let op: de Engelse tekst blijft de gewone.')).toBeVisible();
  expect(await findingsOn(karin.page, 'a text with a preview')).toEqual([]);
  await karin.presses('Publiceren');
  await isPublished(karin);

  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Merel' });
  await visitor.isNumber(1);
  await visitor.sees('Dag, je chat met Utrecht.');
  await visitor.doesNotSee('Welkom. Fijn dat je er bent.');
  await visitor.reloads();
  await visitor.isNumber(1);
  await visitor.sees('Dag, je chat met Utrecht.');
});

test('the administrator changes what to do who cannot speak or hear, on every screen', async ({
  newStranger,
  newVisitor,
}) => {
  const beheer = await opensOffice(newStranger, PATH, { name: 'beheer' });
  await beheer.page.getByRole('link', { name: 'Wie niet kan praten of horen' }).click();
  await beheer.page.getByLabel('Eigen woorden, Nederlands').fill('Praten lukt niet?\nGebruik de 112-app.');
  await beheer.presses('Publiceren');
  await isPublished(beheer);
  const visitor = await newVisitor();
  for (const path of ['/', '/chat', '/nergens']) {
    await visitor.opens(path);
    await visitor.sees('Praten lukt niet?');
  }
  await beheer.page.getByRole('link', { name: 'Wie niet kan praten of horen' }).click();
  await beheer.presses('Zet de Nederlandse tekst terug');
  await expect(beheer.page.getByLabel('Eigen woorden, Nederlands')).toHaveValue('');
  await beheer.presses('Publiceren');
  await isPublished(beheer);
  await visitor.opens('/');
  await visitor.sees('Kun je niet praten of horen?');
});

test('a text that is too long is refused, and two coordinators do not overwrite each other', async ({
  newStranger,
}) => {
  const path = `${PATH}?tekst=house.whom`;
  const first = await opensOffice(newStranger, path);
  const second = await opensOffice(newStranger, path);
  const dutch = (person: typeof first) => person.page.getByLabel('Eigen woorden, Nederlands');
  await dutch(first).evaluate((field) => field.removeAttribute('maxlength'));
  await dutch(first).fill('x'.repeat(1_001));
  await first.presses('Publiceren');
  await isRefused(first, 'Niet opgeslagen.');
  await expect(dutch(first)).toHaveAccessibleDescription(/Deze tekst is te lang\./);
  await expect(dutch(first)).toHaveValue('x'.repeat(1_001));
  expect(await findingsOn(first.page, 'a refused text')).toEqual([]);

  await dutch(first).fill('Van de eerste');
  await first.presses('Publiceren');
  await isPublished(first);
  await dutch(second).fill('Van de tweede');
  await second.presses('Publiceren');
  await isRefused(second, 'Iemand anders heeft dit intussen veranderd');
  const now = second.page.getByRole('region', { name: 'Wat er nu staat' });
  await expect(now.getByText('Van de eerste')).toBeVisible();
  await expect(dutch(second)).toHaveValue('Van de tweede');
  expect(await findingsOn(second.page, 'a conflict')).toEqual([]);
  await second.presses('Publiceren');
  await isPublished(second);
  await first.opens(path);
  await expect(dutch(first)).toHaveValue('Van de tweede');
});
