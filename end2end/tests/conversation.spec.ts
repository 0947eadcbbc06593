import { expect, test } from '../fixtures/test';

test('a visitor finds the chat, waits, talks with a worker and says goodbye', async ({
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();

  const visitor = await newVisitor();
  await visitor.opens('/');
  await visitor.sees('De chat is open');
  await visitor.comesFromElsewhere();
  await visitor.signUp({ nickname: 'Merel' });
  await visitor.isNumber(1);

  await anna.accepts('Merel');
  await visitor.chatsWith('Anna', 'Utrecht');
  await expect(visitor.page).toHaveTitle(/^\(?\d*\)? ?Chat$/);

  await visitor.writes('Mag ik iets vragen?');
  await anna.reads('Mag ik iets vragen?');
  await anna.writes('Natuurlijk, vertel.');
  await visitor.reads('Mag ik iets vragen?', 'Natuurlijk, vertel.');
  await visitor.seesThat('Mag ik iets vragen?', 'bezorgd');
  await anna.seesThat('Natuurlijk, vertel.', 'bezorgd');

  await visitor.ends();
  await visitor.seesHeading('Het gesprek is beëindigd');
  await visitor.sees('0800-2000');
  await anna.sees('De bezoeker heeft het gesprek beëindigd.');
});

test('the same in English', async ({ newVisitor, newWorker }) => {
  const anna = await newWorker('anna', { language: 'en' });
  await anna.goesOnDuty();

  const visitor = await newVisitor({ language: 'en' });
  await visitor.opens('/');
  await visitor.sees('The chat is open');
  await visitor.comesFromElsewhere();
  await visitor.signUp({ nickname: 'Robin' });
  await visitor.isNumber(1);
  await anna.accepts('Robin');
  await visitor.chatsWith('Anna', 'Utrecht');
  await visitor.writes('May I ask you something?');
  await anna.reads('May I ask you something?');
  await anna.writes('Of course.');
  await visitor.reads('May I ask you something?', 'Of course.');
  await visitor.seesThat('May I ask you something?', 'delivered');
  await expect(visitor.page.locator('html')).toHaveAttribute('lang', 'en');
  await anna.ends();
  await visitor.seesHeading('The conversation has ended');
});

test('who is chatted with stays in sight however long the conversation gets', async ({
  inConversation,
}) => {
  const { visitor, anna } = await inConversation({ visitor: { size: { width: 320, height: 480 } } });
  for (let line = 1; line <= 12; line += 1) await anna.writes(`Regel ${line} van een lang verhaal.`);
  await visitor.reads('Regel 12 van');
  const heading = visitor.page.getByRole('heading', { name: 'Je chat met Anna, Veilig Thuis Utrecht' });
  await expect(heading).toBeInViewport();
  await expect(visitor.page.getByRole('link', { name: 'Verlaat deze site' })).toBeInViewport();
  await expect(visitor.box).toBeInViewport();
  // The newest message is the one that is looked at.
  await expect(visitor.message('Regel 12 van')).toBeInViewport();
});

test('each sees that the other is typing, and that it stops', async ({ inConversation }) => {
  const { visitor, anna } = await inConversation();
  await visitor.box.pressSequentially('Ik wil');
  await anna.sees('Merel typt…');
  await visitor.writes('Ik wil iets vragen');
  await anna.reads('Ik wil iets vragen');
  await anna.doesNotSee('Merel typt…');
  await anna.box.pressSequentially('Wat');
  await visitor.sees('Anna typt…');
});

test('Enter sends, Shift with Enter breaks the line, and an empty message goes nowhere', async ({
  inConversation,
}) => {
  const { visitor, anna } = await inConversation();
  await visitor.box.press('Enter');
  await visitor.box.fill('   ');
  await visitor.box.press('Enter');
  await visitor.box.fill('');
  await visitor.box.pressSequentially('eerste regel');
  await visitor.box.press('Shift+Enter');
  await visitor.box.pressSequentially('tweede regel');
  await expect(visitor.box).toHaveValue('eerste regel\ntweede regel');
  await visitor.box.press('Enter');
  await anna.reads('eerste regel');
  await expect(anna.message('eerste regel')).toHaveText(/eerste regel\s*\n?\s*tweede regel/, {
    useInnerText: true,
  });
  await expect(visitor.lines.filter({ hasText: /verstuurd|bezorgd/ })).toHaveCount(1);
});

test('a message is "verstuurd" when stored and "bezorgd" only when the other side has it', async ({
  inConversation,
}) => {
  const { visitor, anna } = await inConversation();
  await visitor.writes('Ben je er?');
  await visitor.seesThat('Ben je er?', 'bezorgd');

  await anna.losesConnection();
  await visitor.writes('En nu nog?');
  await visitor.seesThat('En nu nog?', 'verstuurd');
  await visitor.seesThatNot('En nu nog?', 'bezorgd');

  await anna.isOnlineAgain();
  await anna.reads('Ben je er?', 'En nu nog?');
  await visitor.seesThat('En nu nog?', 'bezorgd');
});

test('what a visitor writes while waiting stays in the tab and arrives when a worker is there', async ({
  newVisitor,
  newWorker,
}) => {
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  const visitor = await newVisitor();
  await visitor.signUp({ nickname: 'Merel' });
  await visitor.isNumber(1);
  await visitor.writes('Alvast dit,', 'en ook nog dat.');
  await visitor.seesThat('Alvast dit,', 'staat klaar');
  await visitor.reloads();
  await visitor.isNumber(1);
  await visitor.seesThat('en ook nog dat.', 'staat klaar');
  await anna.accepts('Merel');
  await anna.reads('Alvast dit,', 'en ook nog dat.');
  await visitor.reads('Alvast dit,', 'en ook nog dat.');
  await visitor.seesThat('en ook nog dat.', 'bezorgd');
});
