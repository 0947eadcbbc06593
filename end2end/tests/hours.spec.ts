import { isOpenByDefault } from '../fixtures/hours';
import { expect, test } from '../fixtures/test';

// With real hours what is right depends on the clock: both halves are here, and one of them runs.
test.use({ serverOptions: { command: 'serve' } });

const PASSWORD = 'een-lang-wachtwoord-voor-anna';

test('the hours by which these tests judge are right themselves', () => {
  expect(isOpenByDefault(new Date('2026-03-23T08:00:00Z'))).toBe(true); // Monday, 9 in winter time
  expect(isOpenByDefault(new Date('2026-03-23T07:59:00Z'))).toBe(false);
  expect(isOpenByDefault(new Date('2026-03-30T07:00:00Z'))).toBe(true); // 9 in summer time
  expect(isOpenByDefault(new Date('2026-03-27T16:00:00Z'))).toBe(false); // Friday, 17
  expect(isOpenByDefault(new Date('2026-03-28T11:00:00Z'))).toBe(false); // Saturday
  expect(isOpenByDefault(new Date('2026-04-06T11:00:00Z'))).toBe(false); // Easter Monday
  expect(isOpenByDefault(new Date('2026-04-27T11:00:00Z'))).toBe(false); // King's Day
  expect(isOpenByDefault(new Date('2026-05-05T11:00:00Z'))).toBe(true);
  expect(isOpenByDefault(new Date('2025-05-05T11:00:00Z'))).toBe(false);
  expect(isOpenByDefault(new Date('2026-05-14T11:00:00Z'))).toBe(false); // Ascension Day
  expect(isOpenByDefault(new Date('2026-04-03T11:00:00Z'))).toBe(true); // Good Friday
});

test('outside the hours the chat says when it opens, and cannot be started', async ({
  newVisitor,
  server,
  newStranger,
}) => {
  test.skip(isOpenByDefault(new Date()), 'it is within the hours now');
  await server.addStaff('a.jansen', 'Anna', 'utrecht', PASSWORD);
  const anna = await newStranger();
  await anna.signsInFirst('a.jansen', PASSWORD);
  await anna.goesOnDuty();

  const visitor = await newVisitor();
  await visitor.opens('/');
  await visitor.sees('De chat is gesloten');
  await visitor.sees(/De chat gaat open: .* 9\.00 uur/);
  await visitor.sees('0800-2000');
  await visitor.sees('112');
  await visitor.opens('/chat');
  await expect(async () => {
    // With the form there, pressing its button must lead to the same answer.
    if (await visitor.nicknameField.isVisible()) await visitor.signUp({ nickname: 'Merel' });
    await visitor.sees(/De chat( van Utrecht)? is gesloten/, { timeout: 3_000 });
  }).toPass();
  await visitor.sees('0800-2000');
  await expect(visitor.button('Stop met wachten')).toHaveCount(0);
  await anna.isOfferedNothing();
});

test('within the hours the chat says until when it is open, once somebody is on duty', async ({
  newVisitor,
  server,
  newStranger,
}) => {
  test.skip(!isOpenByDefault(new Date()), 'it is outside the hours now');
  const visitor = await newVisitor();
  await visitor.opens('/');
  await visitor.sees('Er is nu geen medewerker beschikbaar');
  await server.addStaff('a.jansen', 'Anna', 'utrecht', PASSWORD);
  const anna = await newStranger();
  await anna.signsInFirst('a.jansen', PASSWORD);
  await anna.goesOnDuty();
  await visitor.opens('/');
  await visitor.sees('De chat is open');
  await visitor.sees('Tot 17.00 uur.');
  await visitor.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await visitor.chatsWith('Anna');
});
