import { expect, test } from '../fixtures/test';

test('after a conversation nobody new is offered until the writing up is over, or cut short', async ({
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.page.getByRole('combobox', { name: 'Nawerktijd', exact: true }).selectOption('5 minuten');
  await anna.goesOnDuty(1);
  const [merel, robin] = [await newVisitor(), await newVisitor()];
  await merel.signUp({ nickname: 'Merel' });
  await anna.accepts('Merel');
  await merel.chatsWith('Anna');
  await robin.signUp({ nickname: 'Robin' });
  await robin.isNumber(1);
  await merel.ends();
  await anna.sees(/Je rondt af tot \d\d:\d\d\./);
  await robin.spends(3);
  await robin.isNumber(1);
  await expect(anna.page.getByText(/seconden om op te pakken/)).toHaveCount(0);

  // It is still so after a reload.
  await anna.reloads();
  await anna.isAtDesk();
  await anna.sees(/Je rondt af tot \d\d:\d\d\./);
  await expect(anna.page.getByRole('combobox', { name: 'Nawerktijd', exact: true })).toHaveValue('5');
  await anna.presses('Nu weer beschikbaar');
  await anna.sees(/seconden om op te pakken/);
  await anna.doesNotSee(/Je rondt af/);
  await anna.accepts('Robin');
  await robin.chatsWith('Anna');
});

test('a worker of several regions chooses for which one they are on duty', async ({ newVisitor, newWorker }) => {
  const dina = await newWorker('dina');
  const region = (name: string) =>
    dina.page.getByRole('group', { name: 'Regio’s', exact: true }).getByRole('checkbox', { name, exact: true });
  await expect(region('IJsselland')).toBeChecked();
  await expect(region('Twente')).toBeChecked();
  await region('Twente').uncheck();
  await dina.goesOnDuty(2);
  const daar = await newVisitor();
  await daar.opens('/chat');
  await daar.signUp({ nickname: 'Daar', region: 'Twente' });
  // IJsselland may help Twente out, and only with a yes.
  await daar.sees('Een medewerker van een andere regio kan je nu helpen');
  await dina.isOfferedNothing();

  // On duty for Twente as well, nobody is asked anything: it is the visitor's own region.
  await region('Twente').check();
  await dina.accepts('Daar');
  await daar.chatsWith('Dina', 'Twente');
  const hier = await newVisitor();
  await hier.signUp({ nickname: 'Hier', region: 'IJsselland' });
  await dina.accepts('Hier');
  await hier.chatsWith('Dina', 'IJsselland');
});

test('the last region cannot be taken away while on duty', async ({ newWorker }) => {
  const dina = await newWorker('dina');
  const region = (name: string) => dina.page.getByRole('checkbox', { name, exact: true });
  await dina.goesOnDuty();
  await region('Twente').uncheck();
  await expect(region('Twente')).not.toBeChecked();
  await region('IJsselland').click();
  await expect(region('IJsselland')).toBeChecked();
  await dina.reloads();
  await dina.isAtDesk();
  await expect(region('IJsselland')).toBeChecked();
  await expect(region('Twente')).not.toBeChecked();
});
