import type { Locator } from '@playwright/test';

import { expect, test } from '../fixtures/test';

// Whoever is nervous presses twice, and whoever is late presses what is no longer true.

test('a double press on "Start de chat" makes one place in the queue', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty(2);
  const visitor = await newVisitor();
  await visitor.opens('/chat');
  await visitor.nicknameField.fill('Merel');
  await visitor.regionField.fill('Utrecht');
  await visitor.button('Start de chat').dblclick();
  await visitor.isNumber(1);
  await expect(anna.queue.getByRole('listitem')).toHaveCount(1);
  const later = await newVisitor();
  await later.signUp({ nickname: 'Later' });
  await later.isNumber(2);
});

test('double presses on "Oppakken", "Verstuur" and "Gesprek beëindigen" do it once', async ({
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty(2);
  const [merel, robin] = [await newVisitor(), await newVisitor()];
  await merel.signUp({ nickname: 'Merel' });
  await anna.isOffered();
  await anna.offer.dblclick();
  await merel.chatsWith('Anna');
  await expect(anna.tab('Merel')).toHaveCount(1);
  await expect(anna.page.getByRole('alert')).toHaveText('');

  await merel.box.fill('Een keer van mij.');
  await merel.button('Verstuur').dblclick();
  await anna.box.fill('Een keer van Anna.');
  await anna.button('Verstuur').dblclick();
  for (const person of [merel, anna]) {
    await person.reads('Een keer van mij.');
    await person.reads('Een keer van Anna.');
  }
  await merel.spends(2);
  for (const person of [merel, anna]) await expect(person.lines.filter({ hasText: 'Een keer' })).toHaveCount(2);

  // The second press lands on the question, which stays: nothing ends by accident.
  await anna.button('Gesprek beëindigen').dblclick();
  await merel.chatsWith('Anna');
  if (!(await anna.button('Ja, beëindigen').isVisible())) await anna.presses('Gesprek beëindigen');
  await robin.signUp({ nickname: 'Robin' });
  await anna.button('Ja, beëindigen').dblclick();
  await merel.seesHeading('Het gesprek is beëindigd');
  await anna.accepts('Robin');
  await robin.chatsWith('Anna');
});

test('a double press on "Ja, graag" and on "Doorverbinden bevestigen" passes on once', async ({
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  const chris = await newWorker('chris');
  await chris.goesOnDuty(2);
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Merel', region: 'Utrecht' });
  await visitor.sees('Een medewerker van een andere regio kan je nu helpen');
  await visitor.button('Ja, graag').dblclick();
  await chris.accepts('Merel');
  await visitor.chatsWith('Chris', 'Twente');
  await visitor.writes('Dit zei ik tegen Chris.');
  await chris.reads('Dit zei ik tegen Chris.');
  await visitor.doesNotSee('Dat kan nu niet meer');

  await anna.goesOnDuty(2);
  await chris.presses('Doorverbinden');
  await chris.page.getByRole('combobox', { name: 'Naar wie' }).selectOption({ label: 'Anna, Utrecht' });
  await chris.button('Doorverbinden bevestigen').dblclick();
  await anna.accepts('Merel');
  await visitor.chatsWith('Anna');
  await expect(anna.tab('Merel')).toHaveCount(1);
  await expect(visitor.button('Ja, graag')).toHaveCount(1);
  await visitor.button('Ja, graag').dblclick();
  await visitor.writes('Alles gaat door.');
  await anna.reads('Dit zei ik tegen Chris.', 'Alles gaat door.');
});

test('two workers press "Oppakken" at the same moment: one has the visitor, the other reads so', async ({
  newVisitor,
  newWorker,
}) => {
  test.setTimeout(120_000);
  const [anna, bram] = [await newWorker('anna'), await newWorker('bram')];
  const chris = await newWorker('chris');
  await chris.goesOnDuty();
  // With a break both may pick up by hand what is offered to nobody.
  for (const worker of [anna, bram]) {
    await worker.goesOnDuty();
    await worker.pauses();
  }
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Merel' });
  const offers: Locator[] = [anna.offer, bram.offer];
  for (const offer of offers) await expect(offer).toBeVisible();
  await Promise.all(offers.map((offer) => offer.evaluate((button: HTMLElement) => button.click())));
  await expect
    .poll(async () => (await anna.tab('Merel').count()) + (await bram.tab('Merel').count()))
    .toBe(1);
  const winner = (await anna.tab('Merel').count()) === 1 ? anna : bram;
  const other = winner === anna ? bram : anna;
  await other.sees(/Een collega heeft deze bezoeker opgepakt|De tijd was om/);
  await visitor.chatsWith(winner === anna ? 'Anna' : 'Bram');
  await other.isOfferedNothing();
});

test('a transfer to a colleague who just left is refused in words, and the conversation goes on', async ({
  inConversation,
  newWorker,
}) => {
  const { visitor, anna } = await inConversation();
  const bram = await newWorker('bram');
  await bram.goesOnDuty();
  await anna.presses('Doorverbinden');
  await anna.page.getByRole('combobox', { name: 'Naar wie' }).selectOption({ label: 'Bram, Utrecht' });
  const confirm = anna.button('Doorverbinden bevestigen');
  await expect(confirm).toBeEnabled();
  // Bram goes, and Anna presses before her page has heard of it.
  await anna.page.route('**/api/worker/transfer', async (route) => {
    await bram.goesOffDuty();
    await route.continue();
  });
  await confirm.click();
  await anna.sees('Deze collega kan nu niet helpen. Kies iemand anders.');
  await visitor.chatsWith('Anna');
  await visitor.writes('Ik ben er nog.');
  await anna.reads('Ik ben er nog.');
});

test('a yes after the offer is gone does no harm, and the visitor is helped in turn', async ({
  newVisitor,
  newWorker,
}) => {
  const chris = await newWorker('chris');
  const anna = await newWorker('anna');
  await chris.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Merel', region: 'Utrecht' });
  await visitor.sees('Een medewerker van een andere regio kan je nu helpen');
  await visitor.page.route('**/api/visitor/reply', async (route) => {
    await anna.goesOnDuty();
    await chris.goesOffDuty();
    await route.continue();
  });
  await visitor.presses('Ja, graag');
  await visitor.doesNotSee('Een medewerker van een andere regio kan je nu helpen');
  await visitor.isNumber(1);
  await anna.accepts('Merel');
  await visitor.chatsWith('Anna');
});

for (const [how, hours] of [
  ['forward', 5],
  ['back', -5],
] as const) {
  test(`a clock that jumps ${hours} hours ${how} leaves nobody stuck`, async ({ newVisitor, newWorker }) => {
    test.setTimeout(90_000);
    const anna = await newWorker('anna');
    await anna.goesOnDuty();
    const visitor = await newVisitor();
    const jump = async (person: typeof anna | typeof visitor) =>
      person.page.evaluate((by) => {
        const real = Date.now.bind(Date);
        const ahead = by * 3_600_000;
        const Real = Date;
        globalThis.Date = new Proxy(Real, {
          construct: (target, given) => Reflect.construct(target, given.length > 0 ? given : [real() + ahead]),
          get: (target, name) => (name === 'now' ? () => real() + ahead : Reflect.get(target, name)),
        });
      }, hours);
    await visitor.signUp({ nickname: 'Merel' });
    await visitor.isNumber(1);
    await jump(visitor);
    await jump(anna);
    await anna.accepts('Merel');
    await visitor.chatsWith('Anna');
    await visitor.writes('Na de sprong.');
    await anna.reads('Na de sprong.');
    await anna.writes('Gewoon verder.');
    await visitor.reads('Na de sprong.', 'Gewoon verder.');
    await visitor.reloads();
    await visitor.reads('Na de sprong.', 'Gewoon verder.');
    await jump(visitor);
    await visitor.spends(5);
    await visitor.writes('En nog eens.');
    await anna.reads('Na de sprong.', 'Gewoon verder.', 'En nog eens.');
    await visitor.ends();
    await anna.sees('De bezoeker heeft het gesprek beëindigd.');
  });
}
