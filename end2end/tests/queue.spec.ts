import { expect, test } from '../fixtures/test';

test('with nobody on duty the chat cannot be started, and the phone number is there', async ({
  newVisitor,
}) => {
  const visitor = await newVisitor();
  await visitor.opens('/');
  await visitor.sees('Er is nu geen medewerker beschikbaar');
  await visitor.sees('0800-2000');
  await visitor.sees('112');

  await visitor.opens('/chat');
  await expect(async () => {
    // With the form there, pressing its button must lead to the same answer.
    if (await visitor.nicknameField.isVisible()) await visitor.signUp({ nickname: 'Merel' });
    await visitor.sees('Er is nu geen medewerker beschikbaar', { timeout: 3_000 });
  }).toPass();
  await visitor.sees('0800-2000');
  await expect(visitor.button('Stop met wachten')).toHaveCount(0);
});

test('the first page opens by itself when a worker comes on duty', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  const visitor = await newVisitor();
  await visitor.opens('/');
  await visitor.sees('Er is nu geen medewerker beschikbaar');
  await anna.goesOnDuty();
  await visitor.sees('De chat is open', { timeout: 40_000 });
});

test('a place in the queue only goes down, and everybody is helped in order', async ({
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty(1);
  const [eerste, tweede, derde] = [await newVisitor(), await newVisitor(), await newVisitor()];
  await eerste.signUp({ nickname: 'Eerste' });
  await eerste.isNumber(1);
  await tweede.signUp({ nickname: 'Tweede' });
  await tweede.isNumber(2);
  await derde.signUp({ nickname: 'Derde' });
  await derde.isNumber(3);

  await anna.accepts('Eerste');
  await eerste.chatsWith('Anna');
  await tweede.isNumber(1);
  await derde.isNumber(2);
  await anna.isOfferedNothing();

  await eerste.ends();
  await anna.accepts('Tweede');
  await tweede.chatsWith('Anna');
  await derde.isNumber(1);
});

test('who stops waiting is asked, loses the place and makes room', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty(1);
  const [eerste, tweede] = [await newVisitor(), await newVisitor()];
  await eerste.signUp({ nickname: 'Eerste' });
  await eerste.isNumber(1);
  await tweede.signUp({ nickname: 'Tweede' });
  await tweede.isNumber(2);

  await eerste.presses('Stop met wachten');
  await eerste.presses('Ja, ik stop');
  await eerste.seesHeading('Je wacht niet meer');
  await eerste.sees('0800-2000');
  expect(await eerste.stored()).toEqual({ cookies: [], local: [], session: [], other: [] });
  await tweede.isNumber(1);
  await anna.accepts('Tweede');
  // And that is what the screen goes on to say, however often it is drawn.
  await eerste.spends(2);
  await eerste.seesHeading('Je wacht niet meer');
  await eerste.doesNotSee('Het gesprek is beëindigd');
});

test('a reload keeps the place', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty(1);
  const [eerste, tweede] = [await newVisitor(), await newVisitor()];
  await eerste.signUp({ nickname: 'Eerste' });
  await eerste.isNumber(1);
  await tweede.signUp({ nickname: 'Tweede' });
  await tweede.isNumber(2);
  await eerste.reloads();
  await eerste.isNumber(1);
  await tweede.isNumber(2);
});

test('of two workers only the one with the offer can accept; a pause hands it on', async ({
  newVisitor,
  newWorker,
}) => {
  const [anna, bram] = [await newWorker('anna'), await newWorker('bram')];
  await anna.goesOnDuty();
  await bram.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Merel' });
  await anna.isOffered();
  await bram.isOfferedNothing();

  await anna.pauses();
  await bram.isOffered();
  await anna.isOfferedNothing();

  await bram.accepts('Merel');
  await visitor.chatsWith('Bram');
  await anna.isOfferedNothing();
  await expect(anna.tab('Merel')).toHaveCount(0);
  await visitor.writes('Voor wie is dit?');
  await bram.reads('Voor wie is dit?');
  await anna.doesNotRead('Voor wie is dit?', 'Merel');
});

test('an offer that nobody accepts goes on after half a minute', async ({ newVisitor, newWorker }) => {
  test.setTimeout(90_000);
  const [anna, bram] = [await newWorker('anna'), await newWorker('bram')];
  await anna.goesOnDuty();
  await bram.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Merel' });
  await anna.isOffered();
  const offered = Date.now();
  await bram.isOffered({ timeout: 45_000 });
  expect(Date.now() - offered).toBeGreaterThan(20_000);
  await anna.isOfferedNothing();
  await bram.accepts('Merel');
  await visitor.chatsWith('Bram');
});

test('two visitors never see a word of each other', async ({ newVisitor, newWorker }) => {
  const [anna, bram] = [await newWorker('anna'), await newWorker('bram')];
  await anna.goesOnDuty(2);
  const [merel, robin] = [await newVisitor(), await newVisitor()];
  await merel.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await robin.signUp({ nickname: 'Robin' });
  await anna.accepts('Robin');
  await bram.goesOnDuty();

  await robin.writes('alleen-van-robin');
  await anna.reads('alleen-van-robin');
  await anna.writes('alleen-voor-robin');
  await robin.reads('alleen-van-robin', 'alleen-voor-robin');

  await anna.turnsTo('Merel');
  await merel.writes('alleen-van-merel');
  await anna.reads('alleen-van-merel');
  await anna.writes('alleen-voor-merel');
  await merel.reads('alleen-van-merel', 'alleen-voor-merel');

  await merel.doesNotRead('Robin', 'alleen-van-robin', 'alleen-voor-robin');
  await robin.doesNotRead('Merel', 'alleen-van-merel', 'alleen-voor-merel');
  await expect(anna.log).not.toContainText('robin');
  await bram.doesNotRead('Merel', 'Robin', 'alleen-van');
});

test('a worker accepts no more than the capacity', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty(2);
  const visitors = [await newVisitor(), await newVisitor(), await newVisitor()];
  const [merel, robin, sam] = visitors;
  if (!merel || !robin || !sam) throw new Error('three visitors');
  await merel.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await robin.signUp({ nickname: 'Robin' });
  await anna.accepts('Robin');
  await sam.signUp({ nickname: 'Sam' });
  await sam.isNumber(1);
  await robin.chatsWith('Anna');
  await anna.isOfferedNothing();
  await anna.ends();
  await anna.accepts('Sam');
  await sam.chatsWith('Anna');
});

test('a region has its own queue and its own workers', async ({ newVisitor, newWorker }) => {
  const [anna, chris] = [await newWorker('anna'), await newWorker('chris')];
  await anna.goesOnDuty();
  await chris.goesOnDuty();
  const [hier, daar] = [await newVisitor(), await newVisitor()];
  await hier.signUp({ nickname: 'Hier', region: 'Utrecht' });
  await hier.isNumber(1);
  await daar.signUp({ nickname: 'Daar', region: 'Twente' });
  await daar.isNumber(1);
  await chris.accepts('Daar');
  await daar.chatsWith('Chris', 'Twente');
  await chris.isOfferedNothing();
  await anna.accepts('Hier');
  await hier.chatsWith('Anna', 'Utrecht');
});

test('from five waits on, those who come next read how long others waited', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty(1);
  const expectation = 'Anderen wachtten net meestal minder dan 5 minuten.';
  for (const nickname of ['Een', 'Twee', 'Drie', 'Vier', 'Vijf']) {
    const visitor = await newVisitor();
    await visitor.signUp({ nickname });
    await visitor.isNumber(1);
    await visitor.doesNotSee(expectation);
    await anna.accepts(nickname);
    await visitor.ends();
  }
  const next = await newVisitor();
  await next.signUp({ nickname: 'Zes' });
  await next.isNumber(1);
  await next.sees(expectation);
});
