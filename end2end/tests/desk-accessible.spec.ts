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
