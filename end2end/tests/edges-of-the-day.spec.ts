import { test } from '../fixtures/test';

test('when the last worker leaves, who waits is told, may stay, and is helped by who comes', async ({
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty(1);
  const [merel, robin] = [await newVisitor(), await newVisitor()];
  await merel.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await merel.chatsWith('Anna');
  await robin.signUp({ nickname: 'Robin' });
  await robin.isNumber(1);

  await anna.goesOffDuty();
  await robin.sees('Er is nu geen medewerker. Je mag blijven wachten. Of bel 0800-2000.');
  await robin.isNumber(1);
  // The conversation goes on.
  await merel.writes('Praten we nog?');
  await anna.reads('Praten we nog?');
  await anna.writes('Ja, wij maken het af.');
  await merel.reads('Ja, wij maken het af.');
  // Nobody new can come.
  const late = await newVisitor();
  await late.opens('/');
  await late.sees('Er is nu geen medewerker beschikbaar');

  const bram = await newWorker('bram');
  await bram.goesOnDuty();
  await robin.doesNotSee('Er is nu geen medewerker');
  await bram.accepts('Robin');
  await robin.chatsWith('Bram');
});

test('a worker who signs out with people waiting leaves nobody without a word', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty(1);
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Merel' });
  await anna.isOffered();
  await anna.presses('Uitloggen');
  await visitor.sees('Er is nu geen medewerker. Je mag blijven wachten. Of bel 0800-2000.');
  await visitor.isNumber(1);
  await visitor.presses('Stop met wachten');
  await visitor.presses('Ja, ik stop');
  await visitor.seesHeading('Je wacht niet meer');
});
