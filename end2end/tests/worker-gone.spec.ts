import { expect, test } from '../fixtures/test';

test('a worker whose browser died goes on within a minute in another one, and the visitor reads so', async ({
  inConversation,
  newWorker,
}) => {
  test.setTimeout(120_000);
  const { visitor, anna } = await inConversation();
  await visitor.writes('Voor het wegvallen.');
  await anna.reads('Voor het wegvallen.');
  await anna.closesBrowser();
  await visitor.sees('Je medewerker is even weg.', { timeout: 30_000 });
  await visitor.writes('Ben je weg?');
  await visitor.seesThat('Ben je weg?', 'verstuurd');

  const again = await newWorker('anna');
  await visitor.sees('Anna is opnieuw verbonden.', { timeout: 40_000 });
  await visitor.chatsWith('Anna');
  await expect(again.dutySwitch).toBeChecked();
  // The new browser has a new key: what was said before it can read only with the visitor's yes.
  const yes = visitor.button('Ja, graag');
  await visitor.sees('Mag Anna, Veilig Thuis Utrecht, teruglezen');
  await yes.click();
  await again.turnsTo('Merel');
  await again.reads('Voor het wegvallen.', 'Ben je weg?');
  await again.writes('Ik ben er weer.');
  await visitor.reads('Voor het wegvallen.', 'Ben je weg?', 'Ik ben er weer.');
  await visitor.writes('Fijn.');
  await again.reads('Ik ben er weer.', 'Fijn.');
});

test('a worker who is back after more than a minute is told that a colleague has the visitor', async ({
  newVisitor,
  newWorker,
  wire,
}) => {
  test.setTimeout(180_000);
  const anna = await newWorker('anna', { wire });
  const bram = await newWorker('bram');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await visitor.chatsWith('Anna');
  await visitor.writes('Dit zei ik tegen Anna.');
  await anna.reads('Dit zei ik tegen Anna.');
  await bram.goesOnDuty();

  await anna.losesConnection();
  await anna.sees('Geen verbinding');
  await visitor.sees('Je medewerker is even weg.', { timeout: 30_000 });
  await bram.isOffered({ timeout: 90_000 });
  await visitor.reads('Dit zei ik tegen Anna.');
  await bram.accepts('Merel');
  await visitor.chatsWith('Bram');
  await visitor.writes('Dit zeg ik tegen Bram.');
  await bram.reads('Dit zeg ik tegen Bram.');

  await anna.isOnlineAgain();
  await expect(anna.tab('Merel')).toContainText('gesprek beëindigd', { timeout: 30_000 });
  await anna.sees(/Terwijl je geen verbinding had, is dit gesprek gestopt of naar een collega gegaan/);
  await anna.doesNotRead('Dit zei ik tegen Anna.', 'Dit zeg ik tegen Bram.');
  await expect(anna.box).toBeHidden();
  await expect(anna.dutySwitch).not.toBeChecked();
  await anna.presses('Weghalen');
  await expect(anna.tab('Merel')).toHaveCount(0);
  await visitor.chatsWith('Bram');
});

test('a worker whose browser restarts after more than a minute is told so too', async ({ inConversation, newWorker }) => {
  test.setTimeout(180_000);
  const { visitor, anna } = await inConversation();
  await visitor.writes('Dit zei ik tegen Anna.');
  await anna.reads('Dit zei ik tegen Anna.');
  const bram = await newWorker('bram');
  await bram.goesOnDuty();
  await anna.page.goto('about:blank');
  await bram.isOffered({ timeout: 100_000 });
  await bram.accepts('Merel');
  await visitor.chatsWith('Bram');

  await anna.opens('/werkplek');
  await anna.isAtDesk();
  await expect(anna.dutySwitch).not.toBeChecked();
  await expect(anna.tab('Bezoeker')).toContainText('gesprek beëindigd');
  await anna.sees(/Terwijl je geen verbinding had/);
  await anna.doesNotRead('Dit zei ik tegen Anna.');
});
