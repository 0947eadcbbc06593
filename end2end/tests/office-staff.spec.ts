import { findingsOn } from '../fixtures/accessible';
import { Colleague } from '../fixtures/colleague';
import type { Person } from '../fixtures/person';
import { expect, test as base } from '../fixtures/test';

const SENTENCE = 'paarse fiets danst graag';

const test = base.extend<{ newColleague: () => Promise<Colleague> }>({
  newColleague: async ({ browser, server, people }, use) => {
    await use(async () => {
      const colleague = await Colleague.arrives(browser, server.url);
      people.push(colleague as Person);
      return colleague;
    });
  },
});

test('a coordinator invites somebody, who chooses a password and starts to work', async ({ newColleague }) => {
  const karin = await newColleague();
  await karin.givesPassword('karin');
  const link = await karin.invites('Eva', 'e.smit');
  await expect(karin.person('Eva')).toContainText('Uitgenodigd tot');
  await karin.presses('Ik heb de link');
  await karin.doesNotSee('Uitnodiging voor Eva');

  const eva = await newColleague();
  await eva.page.goto(link);
  await eva.seesHeading('Welkom, Eva');
  await eva.sees('Kies een wachtwoord van 12 tot 128 tekens.');
  for (const [password, again, why] of [
    ['kort', 'kort', 'Dit wachtwoord is te kort. Neem 12 tekens of meer.'],
    ['Wachtwoord2026', 'Wachtwoord2026', 'Dit wachtwoord is te makkelijk te raden. Neem een zin die alleen jij bedenkt.'],
    [SENTENCE, 'paarse fiets', 'De twee wachtwoorden zijn niet hetzelfde.'],
  ] as const) {
    await eva.choosesPassword(password, again);
    await eva.sees(why);
  }
  await eva.choosesPassword(SENTENCE);
  await eva.isAt('/werkplek');
  await eva.sees('Eva');

  // Whoever finds the link later gets nowhere, and is told why.
  const finder = await newColleague();
  await finder.page.goto(link);
  await finder.sees('Deze uitnodiging is al gebruikt.');
  await expect(finder.button('Account maken')).toHaveCount(0);

  await karin.opens('/beheer/medewerkers');
  await expect(karin.person('Eva')).toContainText('Actief');
  await karin.opens('/beheer/logboek');
  const lines = karin.page.getByRole('row');
  await expect(lines.filter({ hasText: 'Karin' }).filter({ hasText: 'Uitgenodigd' })).toContainText('Eva');
  await expect(lines.filter({ hasText: 'Uitnodiging aangenomen' })).toContainText('Eva');
});

test('a link that was replaced or taken back leads nowhere', async ({ newColleague }) => {
  const karin = await newColleague();
  await karin.givesPassword('karin');
  const first = await karin.invites('Eva', 'e.smit');
  await karin.person('Eva').getByRole('button', { name: 'Nieuwe link: Eva' }).click();
  const second = await karin.field('Link').inputValue();
  expect(second).not.toBe(first);
  const eva = await newColleague();
  await eva.page.goto(first);
  await eva.sees('Deze link klopt niet, of er is een nieuwere.');
  await eva.page.goto(second);
  await eva.seesHeading('Welkom, Eva');
  await karin.person('Eva').getByRole('button', { name: 'Trek in: Eva' }).click();
  await karin.sees('De uitnodiging is ingetrokken.');
  await eva.choosesPassword(SENTENCE);
  await eva.sees('Deze uitnodiging is ingetrokken.');
});

test('a code from the phone is asked once somebody has set it up, and each works once', async ({ newColleague }) => {
  const bram = await newColleague();
  await bram.givesPassword('bram');
  const { app } = await bram.setsUpCode('bram-demo-wachtwoord');
  await bram.sees('Bij het inloggen vragen we een code van je telefoon.');

  const later = await newColleague();
  await later.givesPassword('bram');
  await later.seesHeading('Vul je code in');
  await later.opens('/werkplek');
  await later.isAt('/inloggen');
  await later.opens('/inloggen/code');
  await later.givesCode('000000');
  await later.sees('Deze code klopt niet.');
  await later.givesCode(app.code(120));
  await later.sees(/De klok van je telefoon loopt [23] minuten voor\. Zet de tijd van je telefoon op automatisch/);
  await later.givesCode(app.code(-120));
  await later.sees(/De klok van je telefoon loopt [23] minuten achter/);
  const code = app.fresh();
  await later.givesCode(code);
  await later.isAt('/werkplek');

  const thief = await newColleague();
  await thief.givesPassword('bram');
  await thief.givesCode(code);
  await thief.sees('Deze code is al gebruikt. Wacht op de volgende code.');
});

test('a recovery code lets somebody in who lost the phone, once', async ({ newColleague }) => {
  const anna = await newColleague();
  await anna.givesPassword('anna');
  const { codes } = await anna.setsUpCode('anna-demo-wachtwoord');
  await anna.opens('/beheer/account/herstelcodes');
  await anna.sees('Er zijn geen nieuwe herstelcodes om te laten zien.');

  const later = await newColleague();
  await later.givesPassword('anna');
  await later.givesCode(codes[0]!.toUpperCase());
  await later.isAt('/beheer/account');
  await later.sees('Je hebt een herstelcode gebruikt. Er zijn er nog 9.');
  const again = await newColleague();
  await again.givesPassword('anna');
  await again.givesCode(codes[0]!);
  await again.sees('Deze code klopt niet.');
});

test('a coordinator disables an account, which is out at once, and enables it again', async ({ newColleague }) => {
  const [karin, anna] = [await newColleague(), await newColleague()];
  await karin.givesPassword('karin');
  await anna.givesPassword('anna');
  await anna.opens('/beheer/account');
  await anna.seesHeading('Mijn account');
  await karin.opens('/beheer/medewerkers');
  await karin.person('Anna').getByRole('button', { name: 'Zet uit: Anna' }).click();
  await karin.sees('Het account staat uit. Deze persoon is overal uitgelogd.');
  await expect(karin.person('Anna')).toContainText('Uitgezet');
  await anna.reloads();
  await anna.isAt('/inloggen');
  await anna.givesPassword('anna');
  await anna.sees('Dit account staat uit. Vraag je coördinator of beheerder.');
  await anna.givesPassword('anna', 'een-ander-wachtwoord');
  await anna.sees('Deze naam en dit wachtwoord horen niet bij elkaar.');
  await karin.person('Anna').getByRole('button', { name: 'Zet weer aan: Anna' }).click();
  await karin.sees('Het account staat weer aan.');
  await anna.givesPassword('anna');
  await anna.isAt('/werkplek');
});

test('after a lost phone the coordinator resets the code', async ({ newColleague }) => {
  const [karin, anna] = [await newColleague(), await newColleague()];
  await karin.givesPassword('karin');
  await anna.givesPassword('anna');
  await anna.setsUpCode('anna-demo-wachtwoord');
  await karin.opens('/beheer/medewerkers');
  await karin.person('Anna').getByRole('button', { name: 'Wis code: Anna' }).click();
  await karin.sees('De code is gewist.');
  await anna.reloads();
  await anna.isAt('/inloggen');
  await anna.givesPassword('anna');
  await anna.isAt('/werkplek');
  await karin.opens('/beheer/logboek');
  await expect(karin.page.getByRole('row').filter({ hasText: 'Code gewist' })).toContainText('Anna');
});

test('somebody ends their own sessions elsewhere and changes the password', async ({ newColleague }) => {
  const [here, there, third] = [await newColleague(), await newColleague(), await newColleague()];
  for (const place of [here, there, third]) await place.givesPassword('anna');
  await there.opens('/beheer/account');
  await third.opens('/beheer/account');
  await here.opens('/beheer/account');
  const sessions = here.page.getByRole('region', { name: 'Waar je bent ingelogd' }).first();
  await expect(sessions.getByRole('row')).toHaveCount(4);
  await expect(sessions.getByText('Deze', { exact: true })).toHaveCount(1);
  await sessions.getByRole('button', { name: /^Beëindig de sessie van/ }).first().click();
  await expect(here.page.getByRole('region', { name: 'Waar je bent ingelogd' }).first().getByRole('row')).toHaveCount(3);
  await there.reloads();
  await there.isAt('/inloggen');

  await here.field('Nieuw wachtwoord').fill(SENTENCE);
  await here.field('Nieuw wachtwoord, nog eens').fill(SENTENCE);
  const password = here.page.getByRole('region', { name: 'Wachtwoord' });
  await password.getByLabel('Je wachtwoord van nu').fill('verkeerd');
  await here.presses('Wachtwoord wijzigen');
  await here.sees('Dit is niet je wachtwoord.');
  await third.reloads();
  await third.seesHeading('Mijn account');
  await password.getByLabel('Je wachtwoord van nu').fill('anna-demo-wachtwoord');
  await here.field('Nieuw wachtwoord').fill(SENTENCE);
  await here.field('Nieuw wachtwoord, nog eens').fill(SENTENCE);
  await here.presses('Wachtwoord wijzigen');
  await here.sees('Je wachtwoord is gewijzigd.');
  await third.reloads();
  await third.isAt('/inloggen');
  await third.givesPassword('anna');
  await third.sees('Deze naam en dit wachtwoord horen niet bij elkaar.');
  await third.givesPassword('anna', SENTENCE);
  await third.isAt('/werkplek');
});

test('a worker of another organisation is lent, and a form keeps what was typed', async ({ newColleague }) => {
  const karin = await newColleague();
  await karin.givesPassword('karin');
  await karin.opens('/beheer/medewerkers');
  await karin.field('Naam waarmee deze collega inlogt').fill('niemand');
  await karin.presses('Laat ook hier werken');
  await karin.sees('Niemand logt in met deze naam.');
  await expect(karin.field('Naam waarmee deze collega inlogt')).toHaveValue('niemand');
  await karin.field('Naam waarmee deze collega inlogt').fill('chris');
  await karin.presses('Laat ook hier werken');
  await karin.sees('Deze collega kan nu ook voor jouw organisatie werken.');
  await karin.button('Haal eraf: Chris').click();
  await karin.sees('Deze collega werkt niet meer voor jouw organisatie.');
  await karin.field('Naam voor bezoekers').fill('Eva');
  await karin.field('Naam om in te loggen').fill('anna');
  await karin.presses('Maak een uitnodiging');
  await karin.sees('Deze naam is al in gebruik of al uitgenodigd.');
  await expect(karin.field('Naam voor bezoekers')).toHaveValue('Eva');
});

base.describe('outside the demo', () => {
  test.use({ serverOptions: { command: 'serve' } });

  test('the first administrator sets up a code before anything else, and invites a coordinator', async ({
    server,
    newColleague,
  }) => {
    await server.addAdministrator('b.visser', 'Bea', SENTENCE);
    const bea = await newColleague();
    await bea.givesPassword('b.visser', SENTENCE);
    await bea.seesHeading('Stel je code in');
    await bea.opens('/beheer/medewerkers');
    await bea.isAt('/inloggen');
    await bea.opens('/inloggen/instellen');
    const app = await bea.scans();
    await bea.givesCode('123');
    await bea.sees('Deze code klopt niet.');
    await bea.givesCode(app.fresh());
    await bea.writesDownCodes();
    await expect(bea.page).toHaveURL(/\/beheer\/(medewerkers|organisaties)/);
    await bea.opens('/beheer/medewerkers');
    await bea.field('Naam voor bezoekers').fill('Karin');
    await bea.field('Naam om in te loggen').fill('k.bakker');
    await bea.presses('Maak een uitnodiging');
    await bea.sees('Kies een organisatie.');
    await bea.field('Organisatie').selectOption('Utrecht');
    await bea.presses('Maak een uitnodiging');
    const link = await bea.field('Link').inputValue();

    const karin = await newColleague();
    await karin.page.goto(link);
    await karin.choosesPassword('twaalf blauwe eenden zwemmen');
    await karin.seesHeading('Stel je code in');
    const other = await karin.scans();
    await karin.givesCode(other.fresh());
    await karin.writesDownCodes();
    await karin.isAt('/werkplek');
    await karin.opens('/beheer/medewerkers');
    await karin.sees('De medewerkers van jouw organisatie.');
    await bea.opens('/beheer/logboek');
    await expect(bea.page.getByRole('row').filter({ hasText: 'Opdrachtregel' })).toContainText('Bea');
  });
});

test('axe finds nothing on any screen of accounts', async ({ newColleague }) => {
  test.setTimeout(180_000);
  const findings: string[] = [];
  const look = async (person: Colleague, state: string) => {
    findings.push(...(await findingsOn(person.page, state)));
  };
  const karin = await newColleague();
  await karin.givesPassword('karin');
  const link = await karin.invites('Eva van den Berg-de Vries van Oostenrijk', 'e.smit');
  await look(karin, 'people with a link');
  const eva = await newColleague();
  await eva.page.goto(link);
  await look(eva, 'invitation');
  await eva.choosesPassword('kort');
  await look(eva, 'invitation, too short');
  await eva.choosesPassword(SENTENCE);
  await eva.page.goto(link);
  await look(eva, 'invitation, used');
  await karin.opens('/beheer/account');
  await look(karin, 'account');
  const factor = karin.page.getByRole('region', { name: 'Code op je telefoon' });
  await factor.getByLabel('Je wachtwoord van nu').fill('verkeerd');
  await karin.presses('Code instellen');
  await look(karin, 'account, wrong password');
  await factor.getByLabel('Je wachtwoord van nu').fill('karin-demo-wachtwoord');
  await karin.presses('Code instellen');
  await look(karin, 'making a second factor');
  const app = await karin.scans();
  await karin.givesCode('000');
  await look(karin, 'making a second factor, wrong code');
  await karin.givesCode(app.fresh());
  await karin.seesHeading('Je herstelcodes');
  await look(karin, 'recovery codes');
  await karin.presses('Ik heb ze bewaard');
  await look(karin, 'account with a second factor');
  await karin.opens('/beheer/logboek');
  await look(karin, 'log');
  const later = await newColleague();
  await later.givesPassword('karin');
  await look(later, 'code');
  await later.givesCode('000');
  await look(later, 'code, wrong');
  await later.opens('/ontgrendelen');
  await look(later, 'lock');
  expect(findings).toEqual([]);
});
