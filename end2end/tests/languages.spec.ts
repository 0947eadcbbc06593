import { expect, test } from '../fixtures/test';
import type { Visitor } from '../fixtures/visitor';

const direction = (visitor: Visitor, selector: string) =>
  visitor.page.locator(selector).first().evaluate((place) => getComputedStyle(place).direction);

/** The numbers to call whose first digit does not stand left of the last. */
const numbersTurnedAround = (visitor: Visitor) =>
  visitor.page.locator('a[href^="tel:"]').evaluateAll((links) =>
    links
      .filter((link) => link.checkVisibility() && /^[\d-]+$/.test(link.textContent ?? ''))
      .filter((link) => {
        const text = link.firstChild;
        if (!text) return true;
        const [first = 0, last = 0] = [0, (text.textContent?.length ?? 1) - 1].map((from) => {
          const range = document.createRange();
          range.setStart(text, from);
          range.setEnd(text, from + 1);
          return range.getBoundingClientRect().left;
        });
        return first >= last;
      })
      .map((link) => link.outerHTML),
  );

test('the whole of a visit in Arabic, from right to left', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();

  const visitor = await newVisitor({ language: 'ar', size: { width: 390, height: 844 } });
  await visitor.opens('/');
  await visitor.sees('الدردشة مفتوحة');
  await visitor.comesFromElsewhere();
  await expect(visitor.page.locator('html')).toHaveAttribute('lang', 'ar');
  await visitor.presses(visitor.labels.start);
  await visitor.sees(visitor.labels.nicknameMissing);
  await visitor.page.getByRole('combobox', { name: 'هل الدردشة آمنة لك الآن؟' }).selectOption('نعم');
  await visitor.signUp({ nickname: 'سلمى' });
  await visitor.isNumber(1);
  await anna.accepts('سلمى');
  await visitor.chatsWith('Anna');

  // The worker knows what the visitor reads, and reads the answers in Dutch.
  const told = anna.page.locator('.answers');
  await expect(told).toContainText('Taal van de pagina');
  await expect(told).toContainText('Arabisch');
  await expect(told).toContainText('Kun je nu veilig chatten?');

  // On the narrowest phone the ways out stand beside each other.
  await visitor.page.setViewportSize({ width: 320, height: 568 });
  const exit = await visitor.page.getByRole('link', { name: visitor.labels.exit, exact: true }).boundingBox();
  const call = await visitor.page.locator('a[href="tel:112"]').first().boundingBox();
  if (!exit || !call) throw new Error('a way out is missing');
  const beside = exit.x + exit.width <= call.x || call.x + call.width <= exit.x;
  expect(beside || exit.y + exit.height <= call.y, 'the exit does not cover the number').toBe(true);
  expect(await numbersTurnedAround(visitor)).toEqual([]);

  await visitor.writes('مرحباً');
  await anna.reads('مرحباً');
  await anna.writes('Hallo, met Anna');
  await visitor.reads('مرحباً', 'Hallo, met Anna');
  await visitor.seesThat('مرحباً', visitor.labels.delivered);
  expect(await direction(visitor, '.log')).toBe('rtl');
  expect(await direction(visitor, '.line[data-from="other"] p')).toBe('ltr');

  await visitor.closes();
  await visitor.goesBackToConversation();
  await visitor.ends();
  await visitor.seesHeading(visitor.labels.ended);
  await visitor.sees(visitor.labels.endedByYou);
});

test('a phone number is not turned around, and nothing is wider than the screen', async ({ newVisitor }) => {
  const visitor = await newVisitor({ language: 'ar', size: { width: 320, height: 568 } });
  for (const path of ['/', '/chat', '/privacy', '/toegankelijkheid', '/bestaat-niet']) {
    await visitor.opens(path);
    expect(await direction(visitor, 'main'), path).toBe('rtl');
    const sideways = await visitor.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways, path).toBe(0);
    expect(await numbersTurnedAround(visitor), path).toEqual([]);
  }
  // Where the first digit stands, and where the last one.
  const [first, last] = await visitor.page.locator('.danger p', { hasText: '0800-2000' }).evaluate((place) => {
    const text = [...place.childNodes].find((node) => node.textContent?.includes('0800-2000'));
    if (!text) throw new Error('there is no number');
    const at = text.textContent?.indexOf('0800-2000') ?? 0;
    return [at, at + 8].map((from) => {
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, from + 1);
      return range.getBoundingClientRect().left;
    });
  });
  expect(first).toBeLessThan(last ?? 0);
});

test('the language changes in mid-conversation and nothing is lost', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation();
  await visitor.writes('Dit staat er al');
  await anna.reads('Dit staat er al');
  await visitor.box.fill('nog niet af');
  await visitor.page.getByRole('link', { name: 'العربية' }).click();
  await expect(visitor.page.locator('html')).toHaveAttribute('dir', 'rtl');
  // The conversation is there at once: whoever chose a language did not come back from elsewhere.
  await expect(visitor.page.getByRole('log', { name: 'المحادثة' })).toContainText('Dit staat er al');
  await expect(visitor.page.getByRole('textbox', { name: 'الرسالة' })).toHaveValue('nog niet af');
  await expect(anna.page.locator('.answers')).toContainText('Arabisch');

  await visitor.page.getByRole('link', { name: 'Nederlands' }).click();
  await visitor.chatsWith('Anna');
  await visitor.reads('Dit staat er al');
  await expect(anna.page.locator('.answers')).not.toContainText('Arabisch');
});

test('choosing a language stores nothing', async ({ newVisitor }) => {
  const visitor = await newVisitor();
  await visitor.opens('/chat');
  for (const [name, tag] of [['English', 'en'], ['العربية', 'ar'], ['Nederlands', 'nl']] as const) {
    const link = visitor.page.getByRole('link', { name, exact: true });
    await expect(link).toHaveAttribute('hreflang', tag);
    await expect(link).toHaveAttribute('lang', tag);
    await link.click();
    await expect(visitor.page.locator('html')).toHaveAttribute('lang', tag);
    await expect(visitor.page.getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'true');
    expect(await visitor.stored()).toEqual({ cookies: [], local: [], session: [], other: [] });
  }
});

test('what stands in the form goes along into another language, and is stored nowhere', async ({ newVisitor, newWorker }) => {
  await (await newWorker('anna')).goesOnDuty();
  const visitor = await newVisitor();
  await visitor.opens('/chat');
  const choices = visitor.page.locator('form select');
  await visitor.nicknameField.fill('Merel "en" <meer>');
  await visitor.regionField.fill('Zwolle');
  await choices.last().selectOption({ index: 1 });
  for (const name of ['English', 'العربية']) {
    await visitor.page.getByRole('link', { name, exact: true }).click();
    await expect(visitor.page.getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'true');
    await expect(visitor.page.locator('form[data-live="true"]')).toBeVisible();
    await expect(visitor.page.locator('#nickname')).toHaveValue('Merel "en" <meer>');
    await expect(visitor.page.getByRole('combobox').first()).toHaveValue('Zwolle');
    await expect.poll(() => choices.last().evaluate((field: HTMLSelectElement) => field.selectedIndex)).toBe(1);
    expect(await visitor.page.evaluate(() => window.name)).toBe('');
    expect(await visitor.stored()).toEqual({ cookies: [], local: [], session: [], other: [] });
  }
  // Once only: who loads the page anew finds it as everybody does.
  await visitor.reloads();
  await expect(visitor.page.locator('#nickname')).toHaveValue('');
});

test('a window that another website gave a name brings nothing along', async ({ newVisitor, newWorker }) => {
  await (await newWorker('anna')).goesOnDuty();
  const visitor = await newVisitor();
  for (const name of ['een naam', '{"length":3}', '[null,{"a":1}]']) {
    await visitor.opens('/privacy');
    await visitor.page.evaluate((given) => (window.name = given), name);
    await visitor.opens('/chat');
    await visitor.signUp({ nickname: 'Roos' });
    await visitor.isNumber(1);
    await visitor.presses('Stop met wachten');
    await visitor.presses('Ja, ik stop');
  }
});

test('the accessibility statement has every part of the model, in each language', async ({ newVisitor }) => {
  for (const language of ['nl', 'en', 'ar'] as const) {
    const visitor = await newVisitor({ language });
    await visitor.opens('/toegankelijkheid');
    await expect(visitor.page.getByRole('heading', { level: 2 }).nth(9)).toBeVisible();
    for (const fact of ['EN 301 549', 'WCAG 2.2', 'Nationale ombudsman', 'Besluit digitale toegankelijkheid overheid']) {
      await expect(visitor.page.getByRole('article').or(visitor.page.locator('article')).first()).toContainText(fact);
    }
  }
});
