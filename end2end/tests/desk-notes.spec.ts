import { expect, test } from '../fixtures/test';

test('notes stay with their conversation, survive a reload sealed, and die with it', async ({
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty(2);
  const [merel, robin] = [await newVisitor(), await newVisitor()];
  await merel.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await merel.chatsWith('Anna');
  await robin.signUp({ nickname: 'Robin' });
  await anna.accepts('Robin');
  await robin.chatsWith('Anna');
  await anna.turnsTo('Merel');
  await anna.notes.fill('Zoon van acht');
  const before = anna.sent.length;
  await anna.turnsTo('Robin');
  await expect(anna.notes).toHaveValue('');
  await anna.turnsTo('Merel');
  await expect(anna.notes).toHaveValue('Zoon van acht');
  expect(anna.sent.slice(before).some((sent) => sent.body?.includes('Zoon van acht'))).toBe(false);

  const kept = await anna.page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
  expect(kept).not.toContain('Zoon');
  await anna.reloads();
  await anna.isAtDesk();
  await anna.turnsTo('Merel');
  await expect(anna.notes).toHaveValue('Zoon van acht');

  const places = () => anna.page.evaluate(() => Object.keys(sessionStorage).length);
  const whole = await places();
  await merel.ends();
  await anna.sees('De bezoeker heeft het gesprek beëindigd.');
  await expect(anna.notes).toBeHidden();
  await expect.poll(places).toBeLessThan(whole);
  await anna.reloads();
  await anna.isAtDesk();
  await expect(anna.tab('Robin')).toBeVisible();
  await anna.doesNotRead('Zoon van acht');
});

test('a conversation can be ended because of misuse, and the visitor sees an ending like any other', async ({
  inConversation,
}) => {
  const { visitor, anna } = await inConversation();
  await anna.presses('Gesprek beëindigen');
  const question = anna.page.getByRole('alertdialog');
  await expect(question.getByRole('radio')).toHaveCount(0);
  await question.getByRole('checkbox', { name: 'Misbruik' }).check();
  await question.getByRole('radio', { name: 'Grap of test' }).check();
  await expect(question).toContainText('Deze persoon kan terugkomen onder een andere naam.');
  await expect(question).toContainText('We gebruiken nooit een adres om iemand tegen te houden.');
  await anna.presses('Ja, beëindigen');
  await visitor.seesHeading('Het gesprek is beëindigd');
  await visitor.sees('De medewerker heeft het gesprek beëindigd.');
  await visitor.doesNotSee(/misbruik|grap/i);
  await anna.sees('Je hebt het gesprek beëindigd.');
});
