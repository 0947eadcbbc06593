import { findingsOn } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';

test("axe finds nothing in the desk's tools, narrow and wide, light and dark", async ({ inConversation }) => {
  test.setTimeout(240_000);
  const { visitor, anna } = await inConversation();
  const findings: string[] = [];
  const look = async (state: string) => findings.push(...(await findingsOn(anna.page, state)));
  await visitor.writes('Mag ik iets vragen?');
  await anna.reads('Mag ik iets vragen?');
  await anna.notes.fill('Een notitie.');
  for (const name of ['Standaardzinnen', 'Sneltoetsen', 'Instellingen', 'Oefenen']) {
    await anna.opensSheet(name);
    await look(name);
    await anna.page.keyboard.press('Escape');
  }
  await anna.box.pressSequentially('/');
  await expect(anna.page.getByRole('listbox', { name: 'Standaardzinnen' })).toBeVisible();
  await look('slash');
  await anna.box.press('Escape');
  await anna.box.fill('');
  await anna.presses('Gesprek beëindigen');
  await anna.page.getByRole('checkbox', { name: 'Misbruik' }).check();
  await look('misuse');
  await anna.page.keyboard.press('Escape');
  const sheet = await anna.opensSheet('Oefenen');
  await sheet.getByRole('button', { name: 'Iemand die zelf geweld gebruikt' }).click();
  await anna.reads('Ik heb iets gedaan waar ik spijt van heb.');
  await look('practice');
  await anna.ends();
  await anna.sees('De oefening is klaar.');
  await look('practice-over');
  expect(findings).toEqual([]);
});

test('axe finds nothing where workers do something together, nor where the desk is elsewhere or closed', async ({
  inConversation,
  newWorker,
}) => {
  test.setTimeout(240_000);
  const { visitor, anna } = await inConversation();
  const bram = await newWorker('bram');
  const dina = await newWorker('dina');
  await bram.goesOnDuty();
  await dina.goesOnDuty();
  const findings: string[] = [];
  const look = async (person: typeof anna | typeof visitor, state: string) =>
    findings.push(...(await findingsOn(person.page, state)));

  await anna.presses('Meelezer vragen');
  await look(anna, 'whom to ask');
  await anna.page.getByRole('combobox', { name: 'Wie leest mee' }).selectOption({ label: 'Bram, Utrecht' });
  await anna.presses('Meelezer vragen bevestigen');
  await bram.sees('Anna vraagt of je meeleest');
  await look(bram, 'asked to read along');
  await bram.presses('Meelezen');
  await visitor.seesHeading('Je chat met Anna, Veilig Thuis Utrecht en Bram, Veilig Thuis Utrecht');
  await bram.turnsTo('Merel');
  await look(bram, 'reading along');
  await look(anna, 'with a reader');
  await bram.presses('Meelezen stoppen');
  await anna.presses('Doorverbinden');
  await look(anna, 'to whom');
  const toWhom = anna.page.getByRole('combobox', { name: 'Naar wie' });
  await toWhom.selectOption({ label: 'Veilig Thuis IJsselland: de bezoeker moet eerst ja zeggen' });
  await anna.presses('Doorverbinden bevestigen');
  await anna.sees('We vragen de bezoeker of IJsselland mag helpen');
  await look(anna, 'the visitor is asked');
  await look(visitor, 'asked about another region');

  const second = await anna.context.newPage();
  await second.goto(anna.address('/werkplek'));
  await anna.sees('De werkplek is open in een ander tabblad');
  // The colours of a tab that was out of view follow late.
  await anna.page.bringToFront();
  await look(anna, 'open elsewhere');
  expect(findings).toEqual([]);
});
