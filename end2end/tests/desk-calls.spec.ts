import type { Page } from '@playwright/test';

import { expect, test } from '../fixtures/test';
import type { Worker } from '../fixtures/worker';

interface Shown {
  title: string;
  body: string | undefined;
  closed: boolean;
}

/** The system's notifications, written down instead of shown; and a page that can be out of view. */
async function watchNotifications(worker: Worker, answer: NotificationPermission): Promise<void> {
  await worker.context.addInitScript((granted) => {
    const shown: Shown[] = [];
    const stored = sessionStorage.getItem('granted') as NotificationPermission | null;
    class Recorded extends EventTarget {
      static permission: NotificationPermission = stored ?? 'default';
      static asked = 0;
      static requestPermission(): Promise<NotificationPermission> {
        Recorded.asked += 1;
        Recorded.permission = granted;
        sessionStorage.setItem('granted', granted);
        return Promise.resolve(granted);
      }
      onclick: unknown = null;
      private readonly entry: Shown;
      constructor(title: string, options?: NotificationOptions) {
        super();
        this.entry = { title, body: options?.body, closed: false };
        shown.push(this.entry);
      }
      close() {
        this.entry.closed = true;
      }
    }
    let hidden = false;
    Object.defineProperty(document, 'hidden', { get: () => hidden });
    Object.assign(globalThis, {
      Notification: Recorded,
      shown,
      setHidden: (value: boolean) => {
        hidden = value;
      },
    });
  }, answer);
  await worker.reloads();
  await worker.isAtDesk();
}

const shown = (page: Page) => page.evaluate(() => (globalThis as unknown as { shown: Shown[] }).shown);
const hide = (page: Page, hidden: boolean) =>
  page.evaluate((value) => (globalThis as unknown as { setHidden: (v: boolean) => void }).setHidden(value), hidden);

test('notifications are asked for by a press, say nothing of the visitor, and go when they are seen', async ({
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await watchNotifications(anna, 'granted');
  const asked = () => anna.page.evaluate(() => (Notification as unknown as { asked: number }).asked);
  expect(await asked()).toBe(0);
  const sheet = await anna.opensSheet('Instellingen');
  await sheet.getByRole('button', { name: 'Meldingen aanzetten' }).click();
  await expect(sheet.getByRole('button', { name: 'Meldingen uitzetten' })).toBeVisible();
  expect(await asked()).toBe(1);
  await anna.page.keyboard.press('Escape');
  await anna.goesOnDuty();

  const visitor = await newVisitor();
  await hide(anna.page, true);
  await visitor.signUp({ nickname: 'Merel' });
  await expect.poll(() => shown(anna.page)).toEqual([{ title: 'Er wacht iemand', closed: false }]);
  await hide(anna.page, false);
  await expect.poll(() => shown(anna.page)).toEqual([{ title: 'Er wacht iemand', closed: true }]);

  await anna.accepts('Merel');
  await visitor.chatsWith('Anna');
  await visitor.writes('Terwijl je kijkt.');
  await anna.reads('Terwijl je kijkt.');
  expect(await shown(anna.page)).toHaveLength(1);
  await hide(anna.page, true);
  await visitor.writes('Een geheim.');
  await expect.poll(async () => (await shown(anna.page))[1]).toEqual({ title: 'Nieuw bericht', closed: false });

  // It is kept, and can be switched off.
  await anna.reloads();
  await anna.isAtDesk();
  const again = await anna.opensSheet('Instellingen');
  await again.getByRole('button', { name: 'Meldingen uitzetten' }).click();
  await anna.page.keyboard.press('Escape');
  await hide(anna.page, true);
  await visitor.writes('Nog een.');
  await expect(anna.page).toHaveTitle('(1) Werkplek');
  expect(await shown(anna.page)).toEqual([]);
});

test('a browser that allows no notifications is said to', async ({ newWorker }) => {
  const anna = await newWorker('anna');
  await watchNotifications(anna, 'denied');
  const sheet = await anna.opensSheet('Instellingen');
  await sheet.getByRole('button', { name: 'Meldingen aanzetten' }).click();
  await expect(sheet.getByRole('status')).toContainText('Deze browser staat geen meldingen toe.');
});

test('sound and the waiting can be switched off, in this browser alone', async ({ newVisitor, newWorker }) => {
  const [anna, bram] = [await newWorker('anna'), await newWorker('bram')];
  const sheet = await anna.opensSheet('Instellingen');
  await sheet.getByRole('switch', { name: 'Geluid' }).click();
  await sheet.getByRole('switch', { name: 'Toon wie er wacht' }).click();
  await anna.reloads();
  await anna.isAtDesk();
  await anna.opensSheet('Instellingen');
  await expect(sheet.getByRole('switch', { name: 'Geluid' })).not.toBeChecked();
  await expect(sheet.getByRole('switch', { name: 'Toon wie er wacht' })).not.toBeChecked();
  await anna.page.keyboard.press('Escape');

  await bram.goesOnDuty(1);
  const visitors = [await newVisitor(), await newVisitor()];
  for (const [place, visitor] of visitors.entries()) await visitor.signUp({ nickname: `Bezoeker ${place}` });
  await expect(bram.queue.getByRole('listitem')).toHaveCount(2);
  await bram.sees('2 wachten');
  await expect(anna.queue.getByRole('listitem')).toHaveCount(0);
  await anna.doesNotSee('2 wachten');
  const stored = await anna.stored();
  expect(stored.local.sort()).toEqual(['werkplek-geluid', 'werkplek-wachtenden']);
});

test('with the waiting hidden, one who can be picked up by hand is still there', async ({ newVisitor, newWorker }) => {
  const [anna, chris] = [await newWorker('anna'), await newWorker('chris')];
  const sheet = await anna.opensSheet('Instellingen');
  await sheet.getByRole('switch', { name: 'Toon wie er wacht' }).click();
  await anna.page.keyboard.press('Escape');
  await chris.goesOnDuty();
  await anna.goesOnDuty();
  await anna.pauses();
  for (const nickname of ['Merel', 'Robin']) {
    const visitor = await newVisitor();
    await visitor.signUp({ nickname });
    await visitor.isNumber(nickname === 'Merel' ? 1 : 2);
  }
  await anna.sees('Er is een bezoeker die je kunt oppakken.');
  await expect(anna.queue.getByRole('listitem')).toHaveCount(1);
  await anna.doesNotSee('2 wachten');
  await anna.doesNotSee(/wacht (nog geen minuut|\d+ min)/);
  await anna.accepts('Merel');
  await anna.sees('Er is een bezoeker die je kunt oppakken.');
});

test('no press is lost before the desk is alive: it cannot be pressed yet', async ({ newWorker }) => {
  const anna = await newWorker('anna');
  let open: () => void = () => {};
  const wait = new Promise<void>((resolve) => (open = resolve));
  await anna.context.route('**/*.wasm', async (route) => {
    await wait;
    await route.continue();
  });
  await anna.page.reload({ waitUntil: 'commit' });
  await expect(anna.dutySwitch).toBeDisabled();
  await expect(anna.button('Instellingen')).toBeDisabled();
  open();
  await expect(anna.dutySwitch).toBeEnabled();
  await anna.dutySwitch.click();
  await expect(anna.dutySwitch).toBeChecked();
});
