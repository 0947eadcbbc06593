import { expect, test } from '../fixtures/test';

const sentences: [string, string][] = [
  ['Dutch with diacritics', 'Één reünie, ’s ochtends: geïnd, coördinatie, façade, über, ĳ, ç & «nee»'],
  ['emoji made of several parts', 'hoi 👩🏽‍🚒👨‍👩‍👧‍👦 🏳️‍🌈 🇳🇱 é̂'],
  ['Chinese and Hindi', '你好，我需要帮助。 नमस्ते'],
  ['HTML', '<img src=x onerror="document.title=1"><b>vet</b> &amp; <script>alert(1)</script> {{7*7}} </li>'],
  ['quotes and backslashes', `'"\`\\n \\u0041 %00 %3Cb%3E '); DROP TABLE bericht;--`],
];

for (const [what, text] of sentences) {
  test(`${what} arrives as it was written, both ways`, async ({ inConversation }) => {
    const { visitor, anna } = await inConversation();
    await visitor.writes(text);
    await anna.reads(text);
    await anna.writes(`terug: ${text}`);
    await visitor.reads(`terug: ${text}`);
    for (const person of [visitor, anna]) {
      await expect(person.log.locator('img, b, script')).toHaveCount(0);
      await expect(person.page).not.toHaveTitle('1');
    }
  });
}

test('right-to-left text runs from right to left, and the rest stays where it is', async ({
  inConversation,
}) => {
  const { visitor, anna } = await inConversation();
  const arabic = 'أحتاج إلى مساعدة في المنزل';
  await visitor.writes(arabic, 'gewoon Nederlands');
  await anna.reads(arabic, 'gewoon Nederlands');
  for (const person of [visitor, anna]) {
    const direction = (text: string) =>
      person.log.getByText(text).last().evaluate((element) => getComputedStyle(element).direction);
    expect(await direction(arabic)).toBe('rtl');
    expect(await direction('gewoon Nederlands')).toBe('ltr');
  }
});

test('characters that would turn the line around or hide something do not reach beyond the message', async ({
  inConversation,
}) => {
  const { visitor, anna } = await inConversation();
  await visitor.writes('voor\u202Eomgekeerd\u2066 na', 'het volgende bericht');
  await anna.reads('het volgende bericht');
  await expect(anna.message('omgekeerd')).toHaveCount(1);
  const direction = await anna.log
    .getByText('het volgende bericht')
    .last()
    .evaluate((element) => getComputedStyle(element).direction);
  expect(direction).toBe('ltr');
});

test('control characters do no harm', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation();
  await visitor.writes('bel\u0007en\u0000nul\u001b[31m en\u0085meer');
  await expect(anna.log).toContainText(/bel.{0,2}en.{0,2}nul.{0,2}\[31m/);
  await visitor.writes('daarna gewoon verder');
  await anna.reads('daarna gewoon verder');
});

test('4,000 characters go, one more does not, and nothing of it is lost', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation();
  const long = `begin ${'é'.repeat(3_988)} einde`;
  expect([...long].length).toBe(4_000);
  await visitor.writes(long);
  await expect(anna.message('begin')).toContainText(long, { timeout: 20_000 });

  await visitor.box.fill(`${long}!`);
  await visitor.presses('Verstuur');
  await visitor.sees('Tekens te veel: 1');
  expect((await visitor.box.inputValue()).startsWith('begin')).toBe(true);
  await visitor.box.fill('korter');
  await visitor.presses('Verstuur');
  await anna.reads('korter');
  await expect(anna.message('begin')).toHaveCount(1);
});

test('4,000 characters of four bytes each go too', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation();
  await visitor.writes('😀'.repeat(4_000));
  await expect(anna.log).toContainText('😀'.repeat(4_000), { timeout: 20_000 });
});

test('the counter shows near the end only', async ({ inConversation }) => {
  const { visitor } = await inConversation();
  await visitor.box.fill('x'.repeat(1_000));
  await visitor.doesNotSee(/Tekens over/);
  await visitor.box.fill('x'.repeat(3_990));
  await visitor.sees('Tekens over: 10');
});

test('addresses and phone numbers become links that tell nothing', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation();
  await anna.writes('Kijk op https://www.huiselijkgeweld.nl/hulp?a=1&b=2. Of bel 0800-2000!');
  await visitor.reads('Of bel 0800-2000!');
  const web = visitor.log.getByRole('link', { name: /huiselijkgeweld/ });
  await expect(web).toHaveAttribute('href', 'https://www.huiselijkgeweld.nl/hulp?a=1&b=2');
  await expect(web).toHaveAttribute('rel', /noreferrer/);
  await expect(web).toHaveAttribute('target', '_blank');
  await expect(visitor.log.getByRole('link', { name: '0800-2000' })).toHaveAttribute('href', 'tel:08002000');

  await visitor.writes('javascript:alert(1) en data:text/html,x en http://een.nl/"onclick="x');
  await anna.reads('javascript:alert(1)');
  for (const link of await anna.log.getByRole('link').all()) {
    expect(await link.getAttribute('href')).toMatch(/^(https?:\/\/|tel:)/);
    expect(await link.getAttribute('onclick')).toBeNull();
  }
});

test('a nickname is text too', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: '<b>Merel</b> 👩🏽‍🚒 é' });
  await anna.accepts('<b>Merel</b> 👩🏽‍🚒 é');
  await visitor.chatsWith('Anna');
  await expect(anna.page.locator('b', { hasText: /^Merel$/ })).toHaveCount(0);
});
