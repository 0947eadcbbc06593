import { findingsOn } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';
import type { Locator } from '@playwright/test';

async function answers(form: Locator): Promise<void> {
  await form.getByRole('group', { name: 'Aanleiding' }).getByRole('checkbox', { name: '(ex)Partnergeweld' }).check();
  await form.getByRole('group', { name: 'Aard van het geweld' }).getByRole('checkbox', { name: 'Psychisch geweld' }).check();
  await form.getByRole('group', { name: 'Hoedanigheid adviesvrager' }).getByRole('radio', { name: 'N: Buurtbewoner' }).check();
}

test('after a conversation the advice is registered at the desk', async ({ inConversation }) => {
  const { anna } = await inConversation();
  await expect(anna.page.getByText('nog niet geregistreerd')).toHaveCount(0);
  await anna.presses('Gesprek beëindigen');
  await anna.presses('Ja, beëindigen');
  await expect(anna.page.getByText('1 advies nog niet geregistreerd')).toBeVisible();
  await anna.presses('Advies registreren');
  const form = anna.page.getByRole('dialog', { name: 'Advies registreren' });
  await expect(form.getByRole('combobox', { name: 'Regio' })).toHaveValue('20');
  await expect(form.getByRole('combobox', { name: 'Duur van het gesprek' })).toHaveValue('0-10');

  // Nothing is stored that has no answer to every question.
  await form.getByRole('button', { name: 'Registreer', exact: true }).click();
  await expect(form.getByRole('group', { name: 'Aanleiding' })).toContainText('Kies hier een antwoord.');
  await expect(form.getByRole('group', { name: 'Aanleiding' })).toBeFocused();
  await answers(form);
  await form.getByRole('button', { name: 'Registreer', exact: true }).click();
  await expect(form).toBeHidden();
  await anna.sees('Het advies is geregistreerd.');
  await expect(anna.page.getByText('nog niet geregistreerd')).toHaveCount(0);

  await anna.opens('/beheer/adviezen');
  const own = anna.page.getByRole('region', { name: 'Vandaag geregistreerd' });
  await expect(own.getByText('N: Buurtbewoner')).toBeVisible();
});

test('it can be done later, by the counter, also after a reload', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation();
  await visitor.presses('Gesprek beëindigen');
  await visitor.presses('Ja, beëindigen');
  await anna.presses('Advies registreren');
  const form = anna.page.getByRole('dialog', { name: 'Advies registreren' });
  await form.getByRole('button', { name: 'Later' }).click();
  await expect(form).toBeHidden();
  await anna.page.reload();
  await anna.isAtDesk();
  await expect(anna.page.getByText('1 advies nog niet geregistreerd')).toBeVisible();
  await anna.presses('Nu registreren');
  await answers(form);
  await form.getByRole('button', { name: 'Registreer', exact: true }).click();
  await expect(anna.page.getByText('nog niet geregistreerd')).toHaveCount(0);
});

test('a conversation without an advice is no longer asked about', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation();
  await visitor.presses('Gesprek beëindigen');
  await visitor.presses('Ja, beëindigen');
  await anna.presses('Nu registreren');
  const form = anna.page.getByRole('dialog', { name: 'Advies registreren' });
  await form.getByRole('button', { name: 'Geen advies gegeven' }).click();
  await expect(form).toBeHidden();
  await expect(anna.page.getByText('nog niet geregistreerd')).toHaveCount(0);
});

test('the form works with the keyboard, and is accessible', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation();
  await visitor.presses('Gesprek beëindigen');
  await visitor.presses('Ja, beëindigen');
  const open = anna.button('Nu registreren');
  await expect(open).toBeVisible();
  await open.focus();
  await anna.page.keyboard.press('Enter');
  const form = anna.page.getByRole('dialog', { name: 'Advies registreren' });
  await expect(form).toBeVisible();
  expect(await findingsOn(anna.page, 'the form at the desk')).toEqual([]);
  await anna.page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await expect(open).toBeFocused();
});
