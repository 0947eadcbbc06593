import { findingsOn } from '../fixtures/accessible';
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

test('who says that it is not safe to chat reads at once how to leave and whom to call', async ({
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor({ size: { width: 320, height: 640 } });
  await visitor.opens('/chat');
  const safe = visitor.page.getByRole('combobox', { name: 'Kun je nu veilig chatten?' });
  const advice = visitor.page.getByText('Is chatten nu niet veilig?');
  for (const [answer, advised] of [
    ['Ja', false],
    ['Ik weet het niet', false],
    ['Nee', true],
    ['Sla over', false],
    ['Nee', true],
  ] as const) {
    await safe.selectOption({ label: answer });
    await expect(advice).toBeVisible({ visible: advised });
  }
  const words = visitor.page.getByRole('status').filter({ has: advice });
  await expect(words).toContainText('Verlaat deze site');
  await expect(words.getByRole('link', { name: '112' })).toHaveAttribute('href', 'tel:112');
  await expect(words.getByRole('link', { name: '0800-2000' })).toHaveAttribute('href', 'tel:08002000');
  expect(await findingsOn(visitor.page, 'advice')).toEqual([]);
  // It is advice: the choice stays with the visitor.
  await visitor.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await anna.sees('Kun je nu veilig chatten?');
  await visitor.chatsWith('Anna');
});

test('an evaluation that did not arrive can be sent again', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await visitor.chatsWith('Anna');
  await visitor.ends();
  const heard = visitor.page.getByRole('group', { name: 'Voelde je je serieus genomen?' }).getByRole('radio', { name: 'Ja' });
  const send = visitor.button('Verstuur je antwoorden');
  await heard.check();
  await visitor.page.route('**/api/visitor/evaluate', (route) => route.abort(), { times: 1 });
  await send.click();
  await visitor.sees('Er ging bij ons iets mis.');
  await expect(heard).toBeChecked();
  await send.click();
  await visitor.sees('Bedankt voor je antwoorden.');
  await expect(send).toBeHidden();
});
