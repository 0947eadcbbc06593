import type { Locator } from '@playwright/test';

import { expect, test } from '../fixtures/test';

test('a wrong password and an unknown name get the same answer', async ({ newStranger }) => {
  const stranger = await newStranger();
  const answers: string[] = [];
  for (const [name, password] of [
    ['anna', 'niet-het-wachtwoord'],
    ['niemand', 'niet-het-wachtwoord'],
    ['anna', ''],
  ] as const) {
    await stranger.opens('/inloggen');
    await stranger.page.getByRole('textbox', { name: 'Naam', exact: true }).fill(name);
    await stranger.page.getByLabel('Wachtwoord', { exact: true }).fill(password);
    await stranger.presses('Inloggen');
    if (password === '') continue;
    await stranger.sees('Deze naam en dit wachtwoord horen niet bij elkaar.');
    answers.push(await stranger.page.getByRole('main').innerText());
    expect((await stranger.context.cookies()).map((cookie) => cookie.name)).not.toContain('sessie');
  }
  expect(answers[0]?.replaceAll('anna', '')).toBe(answers[1]?.replaceAll('niemand', ''));
  await stranger.opens('/werkplek');
  await expect(stranger.page).toHaveURL(/\/inloggen/);
});

test('the session is a cookie that no script can read, and signing out ends it everywhere', async ({
  newWorker,
  browser,
  server,
}) => {
  const anna = await newWorker('anna');
  const cookies = await anna.context.cookies();
  // The session, which ends with the browser, and that somebody signed in here before.
  expect(cookies.map((cookie) => cookie.name).sort()).toEqual(['apparaat', 'sessie']);
  for (const cookie of cookies)
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
  expect(cookies.find((cookie) => cookie.name === 'sessie')?.expires).toBe(-1);
  expect(await anna.page.evaluate(() => document.cookie)).toBe('');
  await anna.presses('Uitloggen');
  await expect(anna.page.getByLabel('Wachtwoord', { exact: true })).toBeVisible();
  expect((await anna.context.cookies()).map((cookie) => cookie.name)).toEqual(['apparaat']);
  expect(await anna.page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);

  // Somebody who copied the cookie before is out as well.
  const thief = await browser.newContext();
  await thief.addCookies(cookies);
  const page = await thief.newPage();
  await page.goto(`${server.url}/werkplek`);
  await expect(page).toHaveURL(/\/inloggen/);
  await thief.close();
});

test('two conversations: what is not looked at is marked as unread', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty(2);
  const [merel, robin] = [await newVisitor(), await newVisitor()];
  await merel.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await robin.signUp({ nickname: 'Robin' });
  await anna.accepts('Robin');

  await merel.writes('een', 'twee');
  await expect(anna.tab('Merel')).toContainText('2 nieuw');
  await expect(anna.tab('Robin')).not.toContainText('nieuw');
  await robin.writes('drie');
  await anna.reads('drie');
  await expect(anna.tab('Robin')).not.toContainText('nieuw');
  await anna.turnsTo('Merel');
  await anna.reads('een', 'twee');
  await expect(anna.tab('Merel')).not.toContainText('nieuw');
});

test('a draft stays with its own conversation', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty(2);
  const [merel, robin] = [await newVisitor(), await newVisitor()];
  await merel.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await robin.signUp({ nickname: 'Robin' });
  await anna.accepts('Robin');
  await anna.box.fill('alleen voor Robin');
  await anna.turnsTo('Merel');
  await expect(anna.box).toHaveValue('');
  await anna.turnsTo('Robin');
  await expect(anna.box).toHaveValue('alleen voor Robin');
  await anna.presses('Verstuur');
  await robin.reads('alleen voor Robin');
  await merel.doesNotRead('alleen voor Robin');
});

test('everything at the desk can be done with the keyboard alone', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  const reach = async (target: Locator) => {
    for (let tabs = 0; tabs < 60; tabs += 1) {
      await anna.page.keyboard.press('Tab');
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`${target} cannot be reached with Tab`);
  };
  await reach(anna.dutySwitch);
  await anna.page.keyboard.press('Space');
  await expect(anna.dutySwitch).toBeChecked();
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Merel' });
  await anna.isOffered();
  await reach(anna.offer);
  await anna.page.keyboard.press('Enter');
  await visitor.chatsWith('Anna');
  await expect(anna.tab('Merel')).toBeVisible();
  await reach(anna.box);
  await anna.page.keyboard.type('Met het toetsenbord.');
  await anna.page.keyboard.press('Enter');
  await visitor.reads('Met het toetsenbord.');
});

test('the arrow keys walk along the conversations', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty(2);
  const [merel, robin] = [await newVisitor(), await newVisitor()];
  await merel.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await robin.signUp({ nickname: 'Robin' });
  await anna.accepts('Robin');
  await anna.tab('Robin').focus();
  await anna.page.keyboard.press('ArrowLeft');
  await expect(anna.tab('Merel')).toBeFocused();
  await expect(anna.tab('Merel')).toHaveAttribute('aria-selected', 'true');
  await anna.page.keyboard.press('ArrowRight');
  await expect(anna.tab('Robin')).toBeFocused();
});

test('an offer shows region and nothing else, in the title of the tab as well', async ({
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  await expect(anna.page).toHaveTitle('Werkplek');
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Merel' });
  await anna.isOffered();
  await expect(anna.page).toHaveTitle('(1) Werkplek');
  await anna.sees(/Bezoeker uit Utrecht/);
  await anna.doesNotRead('Merel');
});

test('a pause brings no new visitors, and the conversation goes on', async ({ inConversation, newVisitor, newWorker }) => {
  const { visitor, anna } = await inConversation();
  const bram = await newWorker('bram');
  await bram.goesOnDuty(1);
  await anna.pauses();
  const other = await newVisitor();
  await other.signUp({ nickname: 'Robin' });
  await bram.accepts('Robin');
  await anna.isOfferedNothing();
  await visitor.writes('Ben je er nog?');
  await anna.reads('Ben je er nog?');
  await anna.writes('Ja hoor.');
  await visitor.reads('Ja hoor.');
});

test('a second desk tab takes over, and the first can take it back', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation();
  await visitor.writes('Voor beide tabbladen.');
  await anna.reads('Voor beide tabbladen.');
  const first = anna.page;
  const second = await anna.context.newPage();
  anna.page = second;
  await anna.opens('/werkplek');
  await anna.isAtDesk();
  await expect(first.getByText('De werkplek is open in een ander tabblad').first()).toBeVisible();
  await anna.turnsTo('Merel');
  await anna.reads('Voor beide tabbladen.');
  await anna.writes('Uit het tweede tabblad.');
  await visitor.reads('Uit het tweede tabblad.');
  anna.page = first;
  await anna.presses('Ga hier verder');
  await anna.turnsTo('Merel');
  await anna.reads('Voor beide tabbladen.', 'Uit het tweede tabblad.');
  await anna.writes('Uit het eerste tabblad.');
  await visitor.reads('Uit het tweede tabblad.', 'Uit het eerste tabblad.');
});
