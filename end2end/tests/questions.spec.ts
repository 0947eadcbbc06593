import { expect, test } from '../fixtures/test';

test('what a visitor answers before the chat reaches the worker sealed, and may be skipped', async ({
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.opens('/chat');
  const questions = visitor.page.getByRole('group', { name: 'Extra vragen (mag je overslaan)' });
  await expect(questions).toBeVisible();
  await questions.getByRole('combobox', { name: 'Kun je nu veilig chatten?' }).selectOption('Nee');
  await questions.getByRole('checkbox', { name: 'Een kind dat niet veilig is' }).check();
  await questions.getByRole('checkbox', { name: 'Iets anders' }).check();
  await visitor.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await anna.sees('Vooraf ingevuld');
  await anna.sees('Een kind dat niet veilig is; Iets anders');
  const safe = anna.page.getByRole('definition').filter({ hasText: /^Nee$/ });
  await expect(safe).toBeVisible();
  await expect(anna.page.getByText('Over wie gaat het?')).toHaveCount(0);
  for (const sent of visitor.told) expect(sent.body?.includes('kind dat niet')).toBeFalsy();

  // After a reload of the desk they are there again.
  await anna.reloads();
  await anna.turnsTo('Merel');
  await anna.sees('Een kind dat niet veilig is; Iets anders');

  const second = await newVisitor();
  await second.signUp({ nickname: 'Roos' });
  await anna.accepts('Roos');
  await anna.doesNotSee('Vooraf ingevuld');
});

test('after the goodbye a visitor may say what they think of the chat', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await visitor.chatsWith('Anna');
  await visitor.ends();
  await visitor.seesHeading('Wat vond je van de chat?');
  const asked = visitor.page.getByRole('group', { name: 'Voelde je je serieus genomen?' });
  await asked.getByRole('radio', { name: 'Ja' }).check();
  await visitor.presses('Verstuur je antwoorden');
  await visitor.sees('Bedankt voor je antwoorden.');
  await expect(visitor.button('Verstuur je antwoorden')).toHaveCount(0);
  expect(visitor.told.filter((sent) => sent.path === '/api/visitor/evaluate')).toHaveLength(1);
  expect(await visitor.stored()).toEqual({ cookies: [], local: [], session: [], other: [] });

  const second = await newVisitor();
  await second.signUp({ nickname: 'Roos' });
  await anna.accepts('Roos');
  await second.chatsWith('Anna');
  await anna.ends();
  await second.seesHeading('Wat vond je van de chat?');
  await anna.isOfferedNothing();
});

test('who stops waiting is asked nothing', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty(1);
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Merel' });
  await visitor.isNumber(1);
  await visitor.presses('Stop met wachten');
  await visitor.presses('Ja, ik stop');
  await visitor.seesHeading('Je wacht niet meer');
  await visitor.doesNotSee('Wat vond je van de chat?');
});
