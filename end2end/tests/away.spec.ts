import { expect, test } from '../fixtures/test';

test('three minutes away frees the place, and who comes back has the same worker again, beyond the capacity', async ({
  newVisitor,
  newWorker,
}) => {
  // Real minutes: after a restart every window starts anew, so no clock that is moved gets around it.
  test.setTimeout(360_000);
  const anna = await newWorker('anna');
  await anna.goesOnDuty(1);
  const [merel, robin] = [await newVisitor(), await newVisitor()];
  await merel.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await merel.chatsWith('Anna');
  await merel.writes('Ik ben zo terug.');
  await anna.reads('Ik ben zo terug.');
  const left = Date.now();
  await merel.page.goto('about:blank');
  await expect(anna.tab('Merel')).toContainText(/weg sinds/, { timeout: 70_000 });

  await robin.signUp({ nickname: 'Robin' });
  await robin.isNumber(1);
  await anna.isOfferedNothing();
  await expect(anna.page.getByText('Nog', { exact: false }).filter({ hasText: 'om op te pakken' })).toBeVisible({
    timeout: 240_000,
  });
  expect(Date.now() - left).toBeGreaterThan(170_000);
  await anna.accepts('Robin');
  await robin.chatsWith('Anna');

  await merel.opens('/chat');
  await merel.goesBackToConversation();
  await merel.chatsWith('Anna');
  await merel.reads('Ik ben zo terug.');
  await merel.writes('Daar ben ik weer.');
  await anna.turnsTo('Merel');
  await anna.reads('Ik ben zo terug.', 'Daar ben ik weer.');

  // Two conversations with room for one: nobody new until both places are free again.
  const sam = await newVisitor();
  await sam.signUp({ nickname: 'Sam' });
  await sam.isNumber(1);
  await anna.isOfferedNothing();
  await merel.ends();
  await expect(anna.tab('Merel')).toContainText('gesprek beëindigd');
  await anna.isOfferedNothing();
  await robin.ends();
  await anna.accepts('Sam');
  await sam.chatsWith('Anna');
});
