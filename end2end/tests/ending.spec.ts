import { expect, test } from '../fixtures/test';

const NOTHING = { cookies: [], local: [], session: [], other: [] };

test('a visitor ends: both sides are told, everything is wiped, and a new chat can start', async ({
  inConversation,
}) => {
  const { visitor, anna } = await inConversation();
  await visitor.writes('Straks gewist.');
  await anna.reads('Straks gewist.');
  expect((await visitor.stored()).session).not.toEqual([]);

  // A confirmation comes first, and no is no.
  await visitor.presses('Gesprek beëindigen');
  await visitor.presses('Nee, ga door');
  await visitor.chatsWith('Anna');
  await visitor.ends();
  await visitor.seesHeading('Het gesprek is beëindigd');
  await visitor.sees('0800-2000');
  await visitor.doesNotRead('Straks gewist.');
  await anna.sees('De bezoeker heeft het gesprek beëindigd.');
  await anna.doesNotRead('Straks gewist.');
  expect(await visitor.stored()).toEqual(NOTHING);

  await visitor.presses('Begin opnieuw');
  await expect(visitor.nicknameField).toHaveValue('');
  await visitor.signUp({ nickname: 'Iemand anders' });
  await anna.accepts('Iemand anders');
  await visitor.chatsWith('Anna');
  await visitor.doesNotRead('Straks gewist.');
});

test('a worker ends: both sides are told and everything is wiped', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation();
  await anna.writes('Straks gewist.');
  await visitor.reads('Straks gewist.');
  await anna.presses('Gesprek beëindigen');
  await anna.presses('Nee, ga door');
  await expect(anna.box).toBeVisible();
  await anna.ends();
  await anna.sees('Je hebt het gesprek beëindigd.');
  await visitor.seesHeading('Het gesprek is beëindigd');
  await visitor.sees('De medewerker heeft het gesprek beëindigd.');
  await visitor.sees('0800-2000');
  await visitor.doesNotRead('Straks gewist.');
  await anna.doesNotRead('Straks gewist.');
  expect(await visitor.stored()).toEqual(NOTHING);
});

test('a visitor can end from the covered screen', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation();
  await visitor.closes();
  await visitor.presses('Gesprek beëindigen');
  const sure = visitor.button('Ja, beëindigen');
  await expect(sure.or(visitor.page.getByRole('heading', { name: 'Het gesprek is beëindigd' }))).toBeVisible();
  if (await sure.isVisible()) await sure.click();
  await visitor.seesHeading('Het gesprek is beëindigd');
  await anna.sees('De bezoeker heeft het gesprek beëindigd.');
  expect(await visitor.stored()).toEqual(NOTHING);
});

test('an ended conversation is not there any more after a reload, nor in a copied tab', async ({
  inConversation,
}) => {
  const { visitor } = await inConversation();
  await visitor.writes('Straks gewist.');
  const kept = await visitor.page.evaluate(() => ({ ...sessionStorage }));
  await visitor.ends();
  await visitor.seesHeading('Het gesprek is beëindigd');
  await visitor.reloads();
  await expect(visitor.nicknameField).toBeVisible();

  // Somebody who copied the tab's storage before the end finds nothing with it.
  await visitor.page.evaluate((items: Record<string, string>) => {
    for (const [name, value] of Object.entries(items)) sessionStorage.setItem(name, value);
  }, kept);
  await visitor.reloads();
  await expect(
    visitor.nicknameField.or(visitor.page.getByText(/bestaat niet meer|niet meer openen/)).first(),
  ).toBeVisible();
  await visitor.doesNotRead('Straks gewist.');
  await expect.poll(async () => (await visitor.stored()).session).toEqual([]);
});

test('a visitor whose conversation the worker ended while they were away is told so', async ({
  wire,
  inConversation,
}) => {
  const { visitor, anna } = await inConversation({ visitor: { wire } });
  await visitor.losesConnection();
  await visitor.sees('Geen verbinding');
  await anna.ends();
  await anna.sees('Je hebt het gesprek beëindigd.');
  await visitor.isOnlineAgain();
  await expect(
    visitor.page.getByRole('heading', { name: /Het gesprek is beëindigd|bestaat niet meer/ }),
  ).toBeVisible({ timeout: 20_000 });
  await visitor.sees('0800-2000');
  await expect.poll(async () => (await visitor.stored()).session).toEqual([]);
});

test('after an ending the worker puts the conversation away', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation();
  await visitor.ends();
  await anna.sees('De bezoeker heeft het gesprek beëindigd.');
  await anna.presses('Weghalen');
  await expect(anna.tab('Merel')).toHaveCount(0);
  await anna.doesNotRead('Merel');
});
