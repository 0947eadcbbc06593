import type { Visitor } from '../fixtures/visitor';
import { expect, test } from '../fixtures/test';

const NAMES = ['Merel', 'Robin', 'Sam', 'Noor'];

for (const size of [
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
]) {
  test(`four conversations can be worked with at ${size.width} by ${size.height}`, async ({ newVisitor, newWorker }) => {
    test.setTimeout(120_000);
    const anna = await newWorker('anna', { size });
    await anna.goesOnDuty(4);
    const visitors: Visitor[] = [];
    for (const nickname of NAMES) {
      const visitor = await newVisitor();
      await visitor.signUp({ nickname });
      await anna.accepts(nickname);
      visitors.push(visitor);
    }
    for (const [place, visitor] of visitors.entries()) await visitor.writes(`Vraag van ${NAMES[place]}`);
    for (const [place, nickname] of NAMES.entries()) {
      // Everything that is needed for an answer is on the screen at once, without scrolling.
      for (const other of NAMES) await expect(anna.tab(other)).toBeInViewport();
      await anna.turnsTo(nickname);
      await anna.reads(`Vraag van ${nickname}`);
      await expect(anna.message(`Vraag van ${nickname}`)).toBeInViewport();
      await expect(anna.box).toBeInViewport({ ratio: 1 });
      await expect(anna.button('Verstuur')).toBeInViewport({ ratio: 1 });
      await expect(anna.notes).toBeInViewport();
      await expect(anna.button('Gesprek beëindigen')).toBeInViewport();
      await expect(anna.tab(nickname)).toContainText(/wacht op jou sinds \d\d:\d\d/);
      await anna.writes(`Antwoord aan ${nickname}`);
      await expect(anna.tab(nickname)).not.toContainText('wacht op jou');
      await visitors[place]?.reads(`Antwoord aan ${nickname}`);
    }
    // A fifth tab, a practice, makes the desk no wider than the window.
    const sheet = await anna.opensSheet('Oefenen');
    await sheet.getByRole('button', { name: 'Iemand die zelf geweld gebruikt' }).click();
    await anna.reads('Ik heb iets gedaan waar ik spijt van heb.');
    for (const name of ['Verstuur', 'Instellingen']) await expect(anna.button(name)).toBeInViewport({ ratio: 1 });
    await expect(anna.box).toBeInViewport({ ratio: 1 });
    const sideways = await anna.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBe(0);
  });
}

test('a tab says whether the visitor is there, away, or left on purpose', async ({ wire, newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor({ wire });
  await visitor.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await visitor.chatsWith('Anna');
  await expect(anna.tab('Merel')).toContainText(/aanwezig · \d+ min/);
  await visitor.losesConnection();
  await expect(anna.tab('Merel')).toContainText(/weg sinds \d\d:\d\d/, { timeout: 20_000 });
  await visitor.isOnlineAgain();
  await expect(anna.tab('Merel')).toContainText('aanwezig', { timeout: 20_000 });
  await visitor.leavesByLink();
  await expect(anna.tab('Merel')).toContainText('zelf weggegaan');
});

test('the seconds that count down are not read out', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  await anna.page.evaluate(() => {
    const heard: string[] = [];
    (globalThis as unknown as { heard: string[] }).heard = heard;
    const live = '[role=status], [role=alert], [role=log], [aria-live=polite], [aria-live=assertive]';
    new MutationObserver((changes) => {
      for (const change of changes) {
        const element = change.target instanceof Element ? change.target : change.target.parentElement;
        const region = element?.closest(live);
        if (region?.textContent) heard.push(region.textContent);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await visitor.signUp({ nickname: 'Merel' });
  await anna.isOffered();
  await anna.spends(4);
  const heard = await anna.page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  expect(heard.join('\n')).toContain('Nieuwe bezoeker');
  expect(heard.join('\n')).not.toMatch(/seconden|\d min/);
});
