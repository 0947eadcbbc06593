import { expect, test } from '../fixtures/test';

test('a worker practises with a scripted visitor: marked, answered, and nothing goes to the server', async ({
  newWorker,
}) => {
  test.setTimeout(120_000);
  const anna = await newWorker('anna');
  const sheet = await anna.opensSheet('Oefenen');
  await expect(sheet.getByRole('button', { name: /^(Iemand|Een omstander)/ })).toHaveCount(3);
  await sheet.getByRole('button', { name: 'Iemand die thuis geweld meemaakt' }).click();
  await expect(anna.tab('Oefenen: Iris')).toHaveAttribute('aria-selected', 'true');
  await anna.sees('Dit is een oefening. Dit is geen echte bezoeker.');
  await expect(anna.box).toBeFocused();
  await anna.sees('Iris typt…');
  await anna.reads('Het gaat over mijn man.');
  const before = anna.told.length;
  await anna.writes('Ben je nu veilig?');
  await anna.sees('Iris typt…');
  await anna.reads('Ben je nu veilig?', 'Hij is werken, tot een uur of zes.');
  await anna.writes('Wat gebeurde er?');
  await anna.reads('Gisteren gooide hij een bord naar me.');
  expect(anna.told.slice(before).map((sent) => sent.path)).not.toContain('/api/worker/send');
  expect(anna.told.slice(before).map((sent) => sent.path)).not.toContain('/api/worker/typing');
  await anna.ends();
  await anna.sees('De oefening is klaar.');
  await anna.sees('Je vroeg of de bezoeker veilig is.');
  await anna.sees('Noem 0800-2000, en 112 als er gevaar is.');
  await anna.presses('Weghalen');
  await expect(anna.tab('Oefenen: Iris')).toHaveCount(0);
  await anna.opensSheet('Oefenen');
  await expect(sheet.getByRole('button', { name: 'Een omstander die zich zorgen maakt' })).toBeEnabled();
});

test('a practice takes no place, and a real visitor comes beside it', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty(1);
  const sheet = await anna.opensSheet('Oefenen');
  await sheet.getByRole('button', { name: 'Een omstander die zich zorgen maakt' }).click();
  await expect(anna.tab('Oefenen: Ruud')).toBeVisible();
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await visitor.chatsWith('Anna');
  await anna.writes('Dit is echt.');
  await visitor.reads('Dit is echt.');
  await anna.turnsTo('Oefenen: Ruud');
  await anna.writes('Dit is een oefening.');
  await visitor.doesNotRead('Dit is een oefening.');
});
