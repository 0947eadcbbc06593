import { expect, test } from '../fixtures/test';

test('after the cross the conversation is covered, and the way back loses nothing', async ({
  inConversation,
}) => {
  const { visitor, anna } = await inConversation();
  await visitor.writes('Dit schreef ik eerder.');
  await anna.reads('Dit schreef ik eerder.');
  await visitor.closes();
  await visitor.sees('Je gesprek loopt nog.');
  await visitor.doesNotSee('Dit schreef ik eerder.');
  await expect(visitor.button('Gesprek beëindigen')).toBeVisible();

  await anna.writes('Ben je er nog?');
  await anna.seesThat('Ben je er nog?', 'verstuurd');
  await visitor.doesNotSee('Ben je er nog?');
  await visitor.goesBackToConversation();
  await visitor.chatsWith('Anna');
  await visitor.reads('Dit schreef ik eerder.', 'Ben je er nog?');
  await visitor.writes('Ja, hier.');
  await anna.reads('Dit schreef ik eerder.', 'Ben je er nog?', 'Ja, hier.');
});

test('a reload after the cross stays covered', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation();
  await anna.writes('Alleen voor jou.');
  await visitor.reads('Alleen voor jou.');
  await visitor.closes();
  await visitor.reloads();
  await visitor.sees('Je gesprek loopt nog.');
  await visitor.doesNotSee('Alleen voor jou.');
  await visitor.goesBackToConversation();
  await visitor.reads('Alleen voor jou.');
});

test('a reload in mid-sentence keeps the visitor’s conversation and draft', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation();
  await visitor.writes('Eerste bericht.');
  await anna.reads('Eerste bericht.');
  await visitor.box.pressSequentially('Ik was halverwe');
  await visitor.reloads();
  await visitor.chatsWith('Anna');
  await visitor.reads('Eerste bericht.');
  await expect(visitor.box).toHaveValue('Ik was halverwe');
  await visitor.box.press('End');
  await visitor.box.pressSequentially('ge een zin.');
  await visitor.presses('Verstuur');
  await anna.reads('Eerste bericht.', 'Ik was halverwege een zin.');
});

test('a reload in mid-sentence keeps the worker’s keys, conversations and draft', async ({
  inConversation,
}) => {
  const { visitor, anna } = await inConversation();
  await visitor.writes('Voor het herladen.');
  await anna.reads('Voor het herladen.');
  await anna.box.pressSequentially('Ik was halverwe');
  await anna.reloads();
  await anna.isAtDesk();
  await expect(anna.dutySwitch).toBeChecked();
  await anna.turnsTo('Merel');
  await anna.reads('Voor het herladen.');
  await expect(anna.box).toHaveValue('Ik was halverwe');
  await visitor.writes('Na het herladen.');
  await anna.reads('Voor het herladen.', 'Na het herladen.');
  await anna.writes('Ik lees gewoon verder.');
  await visitor.reads('Voor het herladen.', 'Na het herladen.', 'Ik lees gewoon verder.');
  await visitor.chatsWith('Anna');
});

test('both reload at once and go on', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation();
  await visitor.writes('een-van-merel');
  await anna.writes('twee-van-anna');
  await visitor.reads('een-van-merel', 'twee-van-anna');
  await Promise.all([visitor.reloads(), anna.reloads()]);
  await anna.isAtDesk();
  await anna.turnsTo('Merel');
  await visitor.writes('drie-van-merel');
  await anna.writes('vier-van-anna');
  for (const person of [visitor, anna]) {
    await person.reads('een-van-merel', 'twee-van-anna');
    await person.reads('drie-van-merel');
    await person.reads('vier-van-anna');
  }
});

test('the browser’s back and forward buttons lead back to the same conversation', async ({
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.comesFromElsewhere();
  await visitor.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await visitor.writes('Niet kwijtraken.');
  await anna.reads('Niet kwijtraken.');
  await visitor.page.goBack();
  await visitor.seesHeading('Zoeken');
  await visitor.page.goForward();
  // A tab that was not just reloaded shows nothing until its visitor says so.
  await visitor.doesNotSee('Niet kwijtraken.');
  await visitor.goesBackToConversation();
  await visitor.chatsWith('Anna');
  await visitor.reads('Niet kwijtraken.');
});

test('the newest tab has the conversation; the other says so and can take it back', async ({
  inConversation,
}) => {
  const { visitor, anna } = await inConversation();
  await visitor.writes('In het eerste tabblad.');
  await anna.reads('In het eerste tabblad.');
  const first = visitor.page;

  // A duplicated tab takes the session storage along, as a window opened by the page does.
  const [second] = await Promise.all([
    visitor.context.waitForEvent('page'),
    first.evaluate(() => void window.open('/chat')),
  ]);
  await expect(
    first.getByText('Dit gesprek is open in een ander tabblad').filter({ visible: true }).first(),
  ).toBeVisible();
  await expect(first.getByText('In het eerste tabblad.').filter({ visible: true })).toHaveCount(0);

  visitor.page = second;
  // A tab that was not just reloaded shows nothing until its visitor says so.
  await visitor.doesNotSee('In het eerste tabblad.');
  await visitor.goesBackToConversation();
  await visitor.reads('In het eerste tabblad.');
  await visitor.writes('In het tweede tabblad.');
  await anna.reads('In het eerste tabblad.', 'In het tweede tabblad.');

  visitor.page = first;
  await visitor.presses('Ga hier verder');
  await visitor.chatsWith('Anna');
  await visitor.reads('In het eerste tabblad.', 'In het tweede tabblad.');
  await expect(
    second.getByText('Dit gesprek is open in een ander tabblad').filter({ visible: true }).first(),
  ).toBeVisible();
  await visitor.writes('Weer in het eerste.');
  await anna.reads('In het tweede tabblad.', 'Weer in het eerste.');
});

test('a tab of its own starts a conversation of its own', async ({ inConversation }) => {
  const { visitor } = await inConversation();
  const other = await visitor.context.newPage();
  const first = visitor.page;
  visitor.page = other;
  await visitor.opens('/chat');
  await expect(visitor.nicknameField).toBeVisible();
  await visitor.doesNotSee('Je chat met');
  visitor.page = first;
  await visitor.chatsWith('Anna');
});
