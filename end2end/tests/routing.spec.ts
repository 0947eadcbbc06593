import { expect, test } from '../fixtures/test';

test('a visitor says yes to another region, and only then a worker there may help', async ({
  newVisitor,
  newWorker,
}) => {
  const chris = await newWorker('chris');
  await chris.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Merel', region: 'Utrecht' });
  await visitor.isNumber(1);
  await visitor.sees('Een medewerker van een andere regio kan je nu helpen');
  await chris.isOfferedNothing();

  await visitor.presses('Ja, graag');
  await chris.accepts('Merel');
  await visitor.chatsWith('Chris', 'Twente');
});

test('on a small phone the way to stop waiting is in view beside the question', async ({ newVisitor, newWorker }) => {
  const chris = await newWorker('chris');
  await chris.goesOnDuty();
  const visitor = await newVisitor({ size: { width: 320, height: 640 } });
  await visitor.signUp({ nickname: 'Merel', region: 'Utrecht' });
  await visitor.sees('Een medewerker van een andere regio kan je nu helpen');
  for (const name of ['Ja, graag', 'Nee, ik wacht', 'Verstuur', 'Stop met wachten']) {
    await expect(visitor.button(name)).toBeInViewport({ ratio: 1 });
  }
});

test('a visitor who would rather wait is not sent elsewhere', async ({ newVisitor, newWorker }) => {
  const chris = await newWorker('chris');
  await chris.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Merel', region: 'Utrecht' });
  await visitor.sees('Een medewerker van een andere regio kan je nu helpen');
  await visitor.presses('Nee, ik wacht');
  await visitor.doesNotSee('Een medewerker van een andere regio kan je nu helpen');
  await visitor.spends(3);
  await chris.isOfferedNothing();

  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  await anna.accepts('Merel');
  await visitor.chatsWith('Anna');
});

test('a visitor who waits can be picked up by hand by a worker who has a break', async ({
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  await anna.pauses();
  const bram = await newWorker('bram');
  await bram.goesOnDuty(1);
  const first = await newVisitor();
  await first.signUp({ nickname: 'Eerste' });
  await bram.accepts('Eerste');
  await visitor.signUp({ nickname: 'Merel' });
  await visitor.isNumber(1);
  await anna.accepts('Merel');
  await visitor.chatsWith('Anna');
});

test('a colleague reads along, is named at the top, and takes over', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  const visitor = await newVisitor();
  await anna.goesOnDuty();
  await visitor.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await visitor.chatsWith('Anna');
  await visitor.writes('Dit is van voor Bram');
  await anna.reads('Dit is van voor Bram');
  const bram = await newWorker('bram');
  await bram.goesOnDuty();

  await anna.presses('Meelezer vragen');
  await anna.page.getByRole('combobox', { name: 'Wie leest mee' }).selectOption({ label: 'Bram, Utrecht' });
  await anna.presses('Meelezer vragen bevestigen');
  await bram.sees('Anna vraagt of je meeleest');
  await bram.presses('Meelezen');
  await visitor.seesHeading('Je chat met Anna, Veilig Thuis Utrecht en Bram, Veilig Thuis Utrecht');
  await bram.turnsTo('Merel');
  await visitor.writes('Dit mag Bram lezen');
  await bram.reads('Dit mag Bram lezen');
  await anna.reads('Dit mag Bram lezen');
  await bram.doesNotSee('Dit is van voor Bram');

  // The visitor is asked whether Bram may read back.
  await visitor.sees('Mag Bram, Veilig Thuis Utrecht, teruglezen');
  await visitor.presses('Ja, graag');
  await bram.reads('Dit is van voor Bram');

  // Nobody is chosen by accident, and not by what was chosen the last time.
  const toWhom = anna.page.getByRole('combobox', { name: 'Naar wie' });
  await anna.presses('Doorverbinden');
  await expect(anna.button('Doorverbinden bevestigen')).toBeDisabled();
  await toWhom.selectOption({ label: 'Bram, Utrecht' });
  await anna.presses('Annuleren');
  await anna.presses('Doorverbinden');
  await expect(toWhom).toHaveValue('');
  await expect(anna.button('Doorverbinden bevestigen')).toBeDisabled();
  await toWhom.selectOption({ label: 'Bram, Utrecht' });
  await anna.presses('Doorverbinden bevestigen');
  await visitor.chatsWith('Bram');
  await visitor.writes('Alleen voor Bram');
  await bram.reads('Alleen voor Bram');
  await anna.doesNotSee('Alleen voor Bram');
  await anna.sees('Je collega heeft dit gesprek nu');
});

test('a transfer to another region needs the visitor’s yes', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  const dina = await newWorker('dina');
  const visitor = await newVisitor();
  await anna.goesOnDuty();
  await dina.goesOnDuty();
  await visitor.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await visitor.chatsWith('Anna');

  const passOn = async () => {
    await anna.presses('Doorverbinden');
    const toWhom = anna.page.getByRole('combobox', { name: 'Naar wie' });
    await toWhom.selectOption({ label: 'Veilig Thuis IJsselland: de bezoeker moet eerst ja zeggen' });
    await anna.presses('Doorverbinden bevestigen');
  };
  await passOn();
  await visitor.sees('Een medewerker van Veilig Thuis IJsselland kan je verder helpen');
  await anna.sees('We vragen de bezoeker of IJsselland mag helpen');
  await visitor.presses('Nee, liever niet');
  await anna.sees('De bezoeker wil liever niet naar IJsselland');
  await visitor.chatsWith('Anna');
  await visitor.writes('Ik blijf bij jou');
  await anna.reads('Ik blijf bij jou');

  await passOn();
  await visitor.presses('Ja, graag');
  await dina.accepts('Merel');
  await visitor.chatsWith('Dina', 'IJsselland');
  await expect(visitor.page.getByText('Mag Dina, Veilig Thuis IJsselland, teruglezen')).toBeVisible();
  await visitor.presses('Nee, liever niet');
  await visitor.writes('Nieuw begin');
  await dina.reads('Nieuw begin');
  await dina.doesNotSee('Ik blijf bij jou');
});
