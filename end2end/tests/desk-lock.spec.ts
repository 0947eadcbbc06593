import { findingsOn } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';

test('a desk that nobody touches is covered until the password is given, and conversations go on', async ({
  newVisitor,
  newStranger,
}) => {
  const anna = await newStranger();
  await anna.page.clock.install();
  await anna.signsIn('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await visitor.chatsWith('Anna');
  const lock = anna.page.getByRole('dialog', { name: 'Vergrendeld' });
  await expect(lock).toHaveCount(0);

  await anna.page.clock.fastForward('15:10');
  await expect(lock).toBeVisible();
  expect(await findingsOn(anna.page, 'the lock')).toEqual([]);
  await visitor.writes('Ben je er nog?');
  await visitor.seesThat('Ben je er nog?', 'bezorgd');
  // Whatever lies behind it is covered whole.
  const covered = await anna.page.evaluate(() => {
    const log = document.querySelector('[role=log]')!.getBoundingClientRect();
    const top = document.elementFromPoint(log.x + log.width / 2, log.y + log.height / 2);
    const dialog = document.querySelector('dialog')!;
    const { opacity, backgroundColor } = getComputedStyle(dialog, '::backdrop');
    return { top: top?.closest('dialog') === dialog || top === document.documentElement, opacity, backgroundColor };
  });
  expect(covered.top).toBe(true);
  expect(covered.opacity).toBe('1');
  expect(covered.backgroundColor).toMatch(/^rgb\(/);
  for (let times = 0; times < 3; times += 1) await anna.page.keyboard.press('Escape');
  await expect(lock).toBeVisible();

  await lock.getByLabel('Wachtwoord').fill('verkeerd');
  await anna.presses('Ontgrendelen');
  await expect(lock).toContainText('Dit wachtwoord klopt niet.');
  await lock.getByLabel('Wachtwoord').fill('anna-demo-wachtwoord');
  await anna.presses('Ontgrendelen');
  await expect(lock).toHaveCount(0);
  await anna.reads('Ben je er nog?');
  await anna.writes('Ja, ik ben er weer.');
  await visitor.reads('Ja, ik ben er weer.');
});

test('loading the page anew opens no lock', async ({ newStranger }) => {
  const anna = await newStranger();
  await anna.page.clock.install();
  await anna.signsIn('anna');
  await anna.page.clock.fastForward('15:10');
  const lock = anna.page.getByRole('dialog', { name: 'Vergrendeld' });
  await expect(lock).toBeVisible();
  await anna.reloads();
  await expect(lock).toBeVisible();
  await lock.getByLabel('Wachtwoord').fill('anna-demo-wachtwoord');
  await anna.presses('Ontgrendelen');
  await expect(lock).toHaveCount(0);
  await anna.reloads();
  await anna.isAtDesk();
  await expect(lock).toHaveCount(0);
});
