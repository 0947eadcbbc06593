import { expect, test } from '../fixtures/test';

test('a full disk is told in words, keeps what was typed, and all goes on by itself when there is room', async ({
  server,
  inConversation,
  newVisitor,
}) => {
  const { visitor, anna } = await inConversation();
  const other = await newVisitor();
  await other.opens('/chat');
  await visitor.writes('een-voordat-het-vol-was');
  await anna.reads('een-voordat-het-vol-was');

  await server.diskIsFull();
  await visitor.writes('twee-van-merel', 'drie-van-merel');
  await anna.writes('vier-van-anna');
  await visitor.sees(/Er is bij ons iets mis. Je bericht staat klaar.*0800-2000/);
  await anna.sees('Je berichten worden bewaard en straks verstuurd.');
  await visitor.seesThatNot('twee-van-merel', 'verstuurd');
  await anna.seesThatNot('vier-van-anna', 'verstuurd');
  await other.signUp({ nickname: 'Robin' });
  await other.sees(/Er ging bij ons iets mis.*0800-2000/);
  await expect(other.nicknameField).toHaveValue('Robin');

  await server.diskHasRoom();
  await anna.reads('een-voordat-het-vol-was', 'twee-van-merel', 'drie-van-merel');
  await visitor.reads('vier-van-anna');
  await visitor.seesThat('drie-van-merel', 'bezorgd');
  await visitor.doesNotSee('Er is bij ons iets mis.');
  await other.presses('Start de chat');
  await other.sees(/Je bent nummer 1|Je bent aan de beurt/);
});
