import { expect, test } from '../fixtures/test';

test('ten seconds without connection at the visitor’s side lose nothing and double nothing', async ({
  wire,
  inConversation,
}) => {
  const { visitor, anna } = await inConversation({ visitor: { wire } });
  await visitor.writes('nul-voor-de-storing');
  await anna.reads('nul-voor-de-storing');
  await visitor.losesConnection();
  await visitor.writes('een-in-de-storing', 'twee-in-de-storing');
  await anna.writes('drie-naar-de-ander');
  await visitor.spends(10);
  await visitor.sees('Geen verbinding');
  await visitor.writes('vier-in-de-storing');
  await visitor.seesThatNot('vier-in-de-storing', 'verstuurd');
  await anna.doesNotRead('een-in-de-storing');
  await visitor.isOnlineAgain();
  await anna.reads('nul-voor-de-storing', 'een-in-de-storing', 'twee-in-de-storing', 'vier-in-de-storing');
  await visitor.reads('een-in-de-storing', 'twee-in-de-storing', 'vier-in-de-storing');
  await visitor.reads('drie-naar-de-ander');
  await visitor.seesThat('vier-in-de-storing', 'bezorgd');
  await visitor.doesNotSee('Geen verbinding');
});

test('ten seconds without connection at the worker’s side lose nothing and double nothing', async ({
  wire,
  inConversation,
}) => {
  const { visitor, anna } = await inConversation({ worker: { wire } });
  await anna.writes('nul-voor-de-storing');
  await visitor.reads('nul-voor-de-storing');
  await anna.losesConnection();
  await anna.writes('een-in-de-storing', 'twee-in-de-storing');
  await visitor.writes('drie-naar-de-ander');
  await anna.spends(10);
  await anna.sees('Geen verbinding');
  await anna.writes('vier-in-de-storing');
  await visitor.doesNotRead('een-in-de-storing');
  await anna.isOnlineAgain();
  await visitor.reads('nul-voor-de-storing', 'een-in-de-storing', 'twee-in-de-storing', 'vier-in-de-storing');
  await anna.reads('een-in-de-storing', 'twee-in-de-storing', 'vier-in-de-storing');
  await anna.reads('drie-naar-de-ander');
  await anna.seesThat('vier-in-de-storing', 'bezorgd');
  await visitor.chatsWith('Anna');
});

test('what was written without connection survives a reload too', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation();
  // The page can be loaded and the conversation opened, but no message arrives at the server.
  await visitor.page.route('**/api/visitor/send', (route) => route.abort('internetdisconnected'));
  await visitor.writes('blijft-in-dit-tabblad', 'en-dit-ook');
  // What the tab keeps opens only with the server's half of the key, so the rest is let through.
  await visitor.reloads();
  await visitor.seesThatNot('blijft-in-dit-tabblad', 'verstuurd');
  await anna.doesNotRead('blijft-in-dit-tabblad');
  await visitor.page.unroute('**/api/visitor/send');
  await anna.reads('blijft-in-dit-tabblad', 'en-dit-ook');
  await visitor.reads('blijft-in-dit-tabblad', 'en-dit-ook');
});

test('a server that is killed and started again loses nothing and doubles nothing', async ({
  server,
  inConversation,
}) => {
  const { visitor, anna } = await inConversation();
  await visitor.writes('een-van-merel');
  await anna.reads('een-van-merel');
  await anna.writes('twee-van-anna');
  await visitor.seesThat('een-van-merel', 'bezorgd');
  await anna.seesThat('twee-van-anna', 'bezorgd');

  await server.kill();
  await visitor.writes('drie-van-merel');
  await anna.writes('vier-van-anna');
  await visitor.sees('Geen verbinding');
  await visitor.writes('vijf-van-merel');
  await server.start();

  await anna.reads('een-van-merel', 'twee-van-anna', 'drie-van-merel', 'vijf-van-merel');
  await visitor.reads('een-van-merel', 'twee-van-anna', 'vier-van-anna');
  await visitor.reads('een-van-merel', 'drie-van-merel', 'vijf-van-merel');
  await anna.reads('twee-van-anna', 'vier-van-anna');
  await visitor.seesThat('vijf-van-merel', 'bezorgd');
  await visitor.chatsWith('Anna');
});

test('a server killed again and again, in the middle of sending, loses and doubles nothing', async ({
  server,
  inConversation,
}) => {
  test.setTimeout(120_000);
  const { visitor, anna } = await inConversation();
  const said: string[] = [];
  for (let round = 1; round <= 4; round += 1) {
    const texts = [`ronde-${round}-a`, `ronde-${round}-b`, `ronde-${round}-c`];
    said.push(...texts);
    await visitor.writes(...texts.slice(0, 2));
    await Promise.all([server.kill(), visitor.writes(...texts.slice(2))]);
    await server.start();
  }
  await anna.reads(...said);
  await visitor.reads(...said);
});

test('a waiting visitor keeps the place when the server is killed', async ({
  server,
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty(1);
  const [eerste, tweede] = [await newVisitor(), await newVisitor()];
  await eerste.signUp({ nickname: 'Eerste' });
  await eerste.isNumber(1);
  await tweede.signUp({ nickname: 'Tweede' });
  await tweede.isNumber(2);
  // With nobody free, both are back before anybody can be offered: who is away lets others go first.
  await anna.pauses();
  await server.kill();
  for (const person of [eerste, tweede, anna]) await person.sees('Geen verbinding');
  await server.start();
  for (const person of [eerste, tweede, anna]) await person.doesNotSee('Geen verbinding');
  await eerste.isNumber(1);
  await tweede.isNumber(2);
  await anna.resumes();
  await anna.accepts('Eerste');
  await eerste.chatsWith('Anna');
  await tweede.isNumber(1);
});

test('a server that is asked to stop does so at once, with open streams, and resumes everything', async ({
  server,
  inConversation,
}) => {
  const { visitor, anna } = await inConversation();
  await visitor.writes('voor-de-herstart');
  await anna.reads('voor-de-herstart');
  const started = Date.now();
  expect(await server.stop()).toBe(0);
  expect(Date.now() - started).toBeLessThan(5_000);
  await server.start();
  await visitor.writes('erna-van-merel');
  await anna.reads('voor-de-herstart', 'erna-van-merel');
  await anna.writes('erna-van-anna');
  await visitor.reads('erna-van-merel', 'erna-van-anna');
});

test('a visitor whose worker’s browser is gone for good goes first, with the conversation intact', async ({
  inConversation,
  newVisitor,
  newWorker,
}) => {
  test.setTimeout(150_000);
  const { visitor, anna } = await inConversation({ capacity: 1 });
  const bram = await newWorker('bram');
  const later = await newVisitor();
  await later.signUp({ nickname: 'Later' });
  await later.isNumber(1);
  await visitor.writes('Dit zei ik tegen Anna.');
  await anna.reads('Dit zei ik tegen Anna.');
  await anna.closesBrowser();
  await visitor.sees(/Je staat (weer )?vooraan/, { timeout: 90_000 });
  await visitor.reads('Dit zei ik tegen Anna.');

  await bram.goesOnDuty(1);
  await bram.accepts('Merel');
  await visitor.chatsWith('Bram');
  await later.isNumber(1);
  await visitor.reads('Dit zei ik tegen Anna.');
  await visitor.writes('Dit zeg ik tegen Bram.');
  await bram.reads('Dit zeg ik tegen Bram.');
  await bram.writes('Ik neem het over.');
  await visitor.reads('Dit zei ik tegen Anna.', 'Dit zeg ik tegen Bram.', 'Ik neem het over.');
});

test('a worker who is back within a minute still has the visitor', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation();
  await visitor.writes('Voor het wegvallen.');
  await anna.reads('Voor het wegvallen.');
  await anna.page.goto('about:blank');
  await visitor.writes('Ben je weg?');
  await visitor.seesThat('Ben je weg?', 'verstuurd');
  await anna.opens('/werkplek');
  await anna.isAtDesk();
  await anna.turnsTo('Merel');
  await anna.reads('Voor het wegvallen.', 'Ben je weg?');
  await visitor.chatsWith('Anna');
});

test('a visitor who is away is shown so, and is back in the same conversation', async ({
  inConversation,
}) => {
  const { visitor, anna } = await inConversation();
  await anna.sees('aanwezig');
  await visitor.page.goto('about:blank');
  await anna.sees(/weg sinds/, { timeout: 30_000 });
  await anna.writes('Waar ben je?');
  await visitor.opens('/chat');
  await visitor.goesBackToConversation();
  await visitor.reads('Waar ben je?');
  await anna.sees('aanwezig');
  await anna.seesThat('Waar ben je?', 'bezorgd');
});
