import type { Locator } from '@playwright/test';

import { expect, test } from '../fixtures/test';
import type { Worker } from '../fixtures/worker';

/** Walks with Tab until the focus is there. */
async function reach(worker: Worker, target: Locator): Promise<void> {
  for (let tabs = 0; tabs < 80; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await worker.page.keyboard.press('Tab');
  }
  throw new Error(`${target} cannot be reached with Tab`);
}

async function presses(worker: Worker, name: string): Promise<void> {
  const button = worker.button(name).filter({ visible: true });
  await expect(button).toBeEnabled();
  await reach(worker, button);
  await worker.page.keyboard.press('Enter');
}

test('shortcut keys accept, open, write, note and pause', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty(3);
  const [merel, robin] = [await newVisitor(), await newVisitor()];
  await merel.signUp({ nickname: 'Merel' });
  await anna.isOffered();
  await anna.page.keyboard.press('Alt+o');
  await expect(anna.tab('Merel')).toHaveAttribute('aria-selected', 'true');
  await expect(anna.box).toBeFocused();
  await robin.signUp({ nickname: 'Robin' });
  await anna.isOffered();
  await anna.page.keyboard.press('Alt+o');
  await expect(anna.tab('Robin')).toHaveAttribute('aria-selected', 'true');
  // Places are those of the tabs on the screen.
  const tabs = anna.page.getByRole('tab');
  await anna.page.keyboard.press('Alt+1');
  await expect(tabs.nth(0)).toHaveAttribute('aria-selected', 'true');
  await anna.page.keyboard.press('Alt+2');
  await expect(tabs.nth(1)).toHaveAttribute('aria-selected', 'true');
  await anna.page.keyboard.press('Alt+n');
  await expect(anna.notes).toBeFocused();
  await anna.page.keyboard.press('Alt+m');
  await expect(anna.box).toBeFocused();
  await merel.writes('Ik was de eerste.');
  await expect(anna.tab('Merel')).toContainText('wacht op jou');
  await robin.writes('Ik de tweede.');
  await expect(anna.tab('Robin')).toContainText('wacht op jou');
  await anna.page.keyboard.press('Alt+w');
  await expect(anna.tab('Merel')).toHaveAttribute('aria-selected', 'true');
  await anna.page.keyboard.press('Alt+p');
  await expect(anna.button('Pauze')).toHaveAttribute('aria-pressed', 'true');
});

test('"?" outside a field shows the keys, and Escape leads back; they can be switched off', async ({ newWorker }) => {
  const anna = await newWorker('anna');
  await anna.button('Sneltoetsen').focus();
  await anna.page.keyboard.press('?');
  const sheet = anna.page.getByRole('dialog', { name: 'Sneltoetsen' });
  await expect(sheet).toBeVisible();
  await expect(sheet).toContainText('Alt + O');
  await anna.page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(anna.button('Sneltoetsen')).toBeFocused();
  await anna.presses('Sneltoetsen');
  await sheet.getByRole('switch', { name: 'Sneltoetsen gebruiken' }).click();
  await anna.page.keyboard.press('Escape');
  await anna.page.keyboard.press('?');
  await expect(sheet).toBeHidden();
  await anna.reloads();
  await anna.isAtDesk();
  await anna.page.keyboard.press('?');
  await expect(sheet).toBeHidden();
});

test('the focus stays while seconds count down, and goes to the queue when the offer is over', async ({
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Merel' });
  await anna.isOffered();
  await anna.offer.focus();
  await anna.spends(3);
  await expect(anna.offer).toBeFocused();
  await visitor.presses('Stop met wachten');
  await visitor.presses('Ja, ik stop');
  await expect(anna.page.getByRole('heading', { name: 'Wachtrij' })).toBeFocused();
});

test('the focus stays in the field when another conversation comes and goes', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna');
  const bram = await newWorker('bram');
  await anna.goesOnDuty(2);
  const [merel, robin] = [await newVisitor(), await newVisitor()];
  await merel.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await robin.signUp({ nickname: 'Robin' });
  await anna.accepts('Robin');
  await bram.goesOnDuty(1);
  await anna.turnsTo('Merel');
  await anna.box.fill('Ik schrijf nog');
  await expect(anna.box).toBeFocused();
  await robin.writes('Hallo?');
  await expect(anna.tab('Robin')).toContainText('1 nieuw');
  await expect(anna.box).toBeFocused();
  await robin.ends();
  await expect(anna.tab('Robin')).toContainText('gesprek beëindigd');
  await expect(anna.box).toBeFocused();
  await expect(anna.box).toHaveValue('Ik schrijf nog');
  // The conversation that has the focus ends: the focus goes to its name.
  await merel.ends();
  await expect(anna.page.getByRole('heading', { name: 'Gesprek met Merel' })).toBeFocused();
  await anna.button('Weghalen').focus();
  await anna.page.keyboard.press('Enter');
  await expect(anna.page.getByRole('heading', { name: 'Gesprek met Robin' })).toBeFocused();
  await anna.button('Weghalen').focus();
  await anna.page.keyboard.press('Enter');
  await expect(anna.page.getByRole('heading', { name: 'Gesprekken' })).toBeFocused();
});

test('a tab keeps the focus while what it says changes', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation();
  await anna.tab('Merel').focus();
  await visitor.writes('een');
  await expect(anna.tab('Merel')).toContainText('wacht op jou');
  await expect(anna.tab('Merel')).toBeFocused();
});

test('asking a colleague, passing on, ending and registering need no mouse', async ({ inConversation, newWorker }) => {
  test.setTimeout(120_000);
  const { visitor, anna } = await inConversation();
  const bram = await newWorker('bram');
  await bram.goesOnDuty();
  await presses(anna, 'Meelezer vragen');
  await reach(anna, anna.page.getByRole('combobox', { name: 'Wie leest mee' }));
  await anna.page.keyboard.type('Bram');
  await presses(anna, 'Meelezer vragen bevestigen');
  await presses(bram, 'Meelezen');
  await visitor.seesHeading('Je chat met Anna, Veilig Thuis Utrecht en Bram, Veilig Thuis Utrecht');
  await presses(anna, 'Doorverbinden');
  await reach(anna, anna.page.getByRole('combobox', { name: 'Naar wie' }));
  await anna.page.keyboard.type('Bram');
  await presses(anna, 'Doorverbinden bevestigen');
  await visitor.chatsWith('Bram');
  await presses(anna, 'Weghalen');
  await expect(anna.page.getByRole('tab')).toHaveCount(0);

  await presses(bram, 'Gesprek beëindigen');
  const misuse = bram.page.getByRole('checkbox', { name: 'Misbruik' });
  await reach(bram, misuse);
  await bram.page.keyboard.press('Space');
  await expect(misuse).toBeChecked();
  await bram.page.keyboard.press('Space');
  await presses(bram, 'Ja, beëindigen');
  await visitor.seesHeading('Het gesprek is beëindigd');
  await presses(bram, 'Advies registreren');
  const form = bram.page.getByRole('dialog', { name: 'Advies registreren' });
  await expect(form).toBeVisible();
  for (const [group, role] of [['Aanleiding', 'checkbox'], ['Aard van het geweld', 'checkbox'], ['Hoedanigheid adviesvrager', 'radio']] as const) {
    await reach(bram, form.getByRole('group', { name: group }).getByRole(role).first());
    await bram.page.keyboard.press('Space');
  }
  const register = form.getByRole('button', { name: 'Registreer', exact: true });
  await reach(bram, register);
  await bram.page.keyboard.press('Enter');
  await bram.sees('Het advies is geregistreerd.');
});
