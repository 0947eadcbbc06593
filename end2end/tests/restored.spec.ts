import { Profile } from '../fixtures/profile';
import { expect, test } from '../fixtures/test';
import { Visitor } from '../fixtures/visitor';

test('a tab that comes back after the browser was killed is covered, and loses nothing', async ({
  newWorker,
  server,
}) => {
  test.setTimeout(120_000);
  const profile = await Profile.make();
  try {
    const context = await profile.start();
    const visitor = await Visitor.sitsDown(context, await context.newPage(), server.url);
    const anna = await newWorker('anna');
    await anna.goesOnDuty();
    await visitor.signUp({ nickname: 'Merel' });
    await anna.accepts('Merel');
    await visitor.chatsWith('Anna');
    await visitor.writes('Dit schreef ik voor de telefoon uitviel.');
    await anna.writes('Neem de tijd.');
    await visitor.reads('Dit schreef ik voor de telefoon uitviel.', 'Neem de tijd.');
    await visitor.box.pressSequentially('Ik was halverwege');
    // A browser writes down what its tabs hold every few seconds, and not at once.
    await visitor.spends(15);
    await profile.kill();
    await anna.sees(/weg sinds/, { timeout: 30_000 });
    await anna.writes('Ben je er nog?');

    await profile.pressesRestore();
    const again = await profile.start();
    const isChat = (address: string) => address.startsWith(`${server.url}/chat`);
    await expect
      .poll(() => again.pages().filter((page) => isChat(page.url())).length, { timeout: 20_000 })
      .toBe(1);
    const page = again.pages().find((open) => isChat(open.url()));
    if (!page) throw new Error('the tab was restored');
    const back = await Visitor.sitsDown(again, page, server.url);
    await back.sees('Je gesprek loopt nog.');
    for (const said of ['Dit schreef ik', 'Neem de tijd.', 'Ben je er nog?', 'Merel']) await back.doesNotSee(said);

    await back.goesBackToConversation();
    await back.chatsWith('Anna');
    await back.reads('Dit schreef ik voor de telefoon uitviel.', 'Neem de tijd.', 'Ben je er nog?');
    await expect(back.box).toHaveValue('Ik was halverwege');
    await back.writes('Daar ben ik weer.');
    await anna.reads('Dit schreef ik voor de telefoon uitviel.', 'Ben je er nog?', 'Daar ben ik weer.');
    expect([...visitor.troubles, ...back.troubles]).toEqual([]);
  } finally {
    await profile.discard();
  }
});
