import { expect, test } from '../fixtures/test';

test('"/" offers canned replies; one goes into the field and is not sent by itself', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation();
  const list = anna.page.getByRole('listbox', { name: 'Standaardzinnen' });
  await anna.box.pressSequentially('/');
  await expect(list.getByRole('option').first()).toBeVisible();
  await anna.box.pressSequentially('veil');
  await expect(list.getByRole('option')).toHaveCount(1);
  const active = list.getByRole('option', { selected: true });
  await expect(active).toContainText('Ben je nu veilig?');
  const id = await active.getAttribute('id');
  await expect(anna.box).toHaveAttribute('aria-activedescendant', id ?? '');
  await anna.box.press('Enter');
  await expect(list).toBeHidden();
  await expect(anna.box).toHaveValue(/^Ben je nu veilig\?/);
  await expect(anna.box).toBeFocused();
  await expect(anna.message('Ben je nu veilig')).toHaveCount(0);
  await anna.box.press('Enter');
  await visitor.reads('Ben je nu veilig?');
});

test('the arrows choose, Escape closes, and a slash further on is a slash', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation();
  const list = anna.page.getByRole('listbox', { name: 'Standaardzinnen' });
  await anna.box.pressSequentially('/');
  const options = list.getByRole('option');
  await anna.box.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await anna.box.press('ArrowUp');
  await anna.box.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await anna.box.press('Escape');
  await expect(list).toBeHidden();
  await anna.box.fill('/bestaat niet');
  await anna.sees('Geen standaardzin met deze naam.');
  await anna.box.press('Enter');
  await expect(anna.box).toHaveValue('/bestaat niet');
  await anna.box.fill('en/of');
  await expect(list).toBeHidden();
  await anna.box.press('Enter');
  await visitor.reads('en/of');
});

test("a worker's own replies can be added, changed and removed, and are nobody else's", async ({
  inConversation,
  newWorker,
}) => {
  const { anna } = await inConversation();
  const sheet = await anna.opensSheet('Standaardzinnen');
  await expect(sheet).toContainText('0800-2000');
  await sheet.getByRole('button', { name: 'Bewaar zin' }).click();
  await expect(sheet.getByRole('status')).toContainText('Geef de zin een naam');
  await sheet.getByRole('textbox', { name: 'Naam van de zin' }).fill('wandelen');
  await sheet.getByRole('textbox', { name: 'Tekst van de zin' }).fill('Kun je even naar buiten?');
  await sheet.getByRole('button', { name: 'Bewaar zin' }).click();
  await expect(sheet.getByRole('button', { name: 'Verander wandelen' })).toBeVisible();
  await sheet.getByRole('button', { name: 'Verander wandelen' }).click();
  await expect(sheet.getByRole('textbox', { name: 'Tekst van de zin' })).toHaveValue('Kun je even naar buiten?');
  await sheet.getByRole('textbox', { name: 'Tekst van de zin' }).fill('Kun je een blokje om?');
  await sheet.getByRole('button', { name: 'Bewaar zin' }).click();
  await expect(sheet).toContainText('Kun je een blokje om?');
  await anna.page.keyboard.press('Escape');

  await anna.reloads();
  await anna.isAtDesk();
  await anna.turnsTo('Merel');
  await anna.box.pressSequentially('/wand');
  await anna.box.press('Enter');
  await expect(anna.box).toHaveValue('Kun je een blokje om?');

  const bram = await newWorker('bram');
  const his = await bram.opensSheet('Standaardzinnen');
  await expect(his).toContainText('Je hebt nog geen eigen zinnen.');
  await expect(his).not.toContainText('blokje');

  const again = await anna.opensSheet('Standaardzinnen');
  await again.getByRole('button', { name: 'Haal wandelen weg' }).click();
  await expect(again).toContainText('Je hebt nog geen eigen zinnen.');
  await expect(again.getByRole('heading', { name: 'Jouw zinnen' })).toBeFocused();
});
