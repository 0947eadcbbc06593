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

test('a form that was closed by accident still has its answers, and the next one is empty', async ({
  inConversation,
  newVisitor,
}) => {
  const { visitor, anna } = await inConversation();
  await visitor.ends();
  await anna.presses('Advies registreren');
  const form = anna.page.getByRole('dialog', { name: 'Advies registreren' });
  await answers(form);
  await anna.page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await anna.presses('Advies registreren');
  await expect(form.getByRole('radio', { name: 'N: Buurtbewoner' })).toBeChecked();
  await form.getByRole('button', { name: 'Registreer', exact: true }).click();
  await expect(form).toBeHidden();
  await anna.presses('Weghalen');

  const robin = await newVisitor();
  await robin.signUp({ nickname: 'Robin' });
  await anna.accepts('Robin');
  await robin.chatsWith('Anna');
  await robin.ends();
  await anna.presses('Advies registreren');
  await expect(form.getByRole('radio', { name: 'N: Buurtbewoner' })).not.toBeChecked();
});

test('an answer that is lost, and a second press, register once and waive once', async ({
  inConversation,
  newVisitor,
}) => {
  const { visitor, anna } = await inConversation({ capacity: 3 });
  const others = [await newVisitor(), await newVisitor()];
  for (const [place, other] of others.entries()) {
    await other.signUp({ nickname: `Ander ${place}` });
    await anna.accepts(`Ander ${place}`);
    await other.chatsWith('Anna');
  }
  for (const person of [visitor, ...others]) await person.ends();
  const open = (number: number) =>
    anna.page.getByText(`${number} ${number === 1 ? 'advies' : 'adviezen'} nog niet geregistreerd`);
  await expect(open(3)).toBeVisible();
  /** The server does it, and its answer never arrives. */
  const loses = (call: string) =>
    anna.page.route(
      `**/api/worker/${call}`,
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
  const form = anna.page.getByRole('dialog', { name: 'Advies registreren' });
  await anna.presses('Nu registreren');
  await answers(form);
  await loses('register-advice');
  const register = form.getByRole('button', { name: 'Registreer', exact: true });
  await register.click();
  await expect(form.getByRole('alert')).not.toBeEmpty();
  await expect(form.getByRole('radio', { name: 'N: Buurtbewoner' })).toBeChecked();
  await register.click();
  await expect(form).toBeHidden();
  await expect(open(2)).toBeVisible();

  await anna.presses('Nu registreren');
  await loses('waive-advice');
  const waive = form.getByRole('button', { name: 'Geen advies gegeven' });
  await waive.click();
  await expect(form.getByRole('alert')).not.toBeEmpty();
  await waive.dblclick();
  await expect(form).toBeHidden();
  await expect(open(1)).toBeVisible();
  await anna.opens('/beheer/adviezen');
  const own = anna.page.getByRole('region', { name: 'Vandaag geregistreerd' });
  await expect(own.getByText('N: Buurtbewoner')).toHaveCount(1);
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
