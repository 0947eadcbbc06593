import { Profile } from '../fixtures/profile';
import { expect, test as base } from '../fixtures/test';
import { Visitor } from '../fixtures/visitor';

/** Somebody with a phone: the browser freezes the tab when they look away, as the system does with a
 * tab out of view. Nothing in it runs any more then, no script and no clock. */
class Phone {
  private constructor(
    private readonly profile: Profile,
    private readonly url: string,
    public visitor: Visitor,
  ) {}

  static async opens(profile: Profile, url: string): Promise<Phone> {
    const context = await profile.start();
    return new Phone(profile, url, await Visitor.sitsDown(context, await context.newPage(), url));
  }

  async sleeps(): Promise<void> {
    expect(this.visitor.troubles).toEqual([]);
    await this.profile.freezes(`${this.url}/chat`);
  }

  async wakes(): Promise<void> {
    const context = await this.profile.wakes();
    const page = context.pages().find((open) => open.url().startsWith(`${this.url}/chat`));
    if (!page) throw new Error('the tab is still there');
    this.visitor = await Visitor.sitsDown(context, page, this.url);
  }
}

const test = base.extend<{ phone: Phone }>({
  phone: async ({ server }, use) => {
    const profile = await Profile.make();
    const phone = await Phone.opens(profile, server.url);
    await use(phone);
    expect(phone.visitor.troubles).toEqual([]);
    await profile.discard();
  },
});

test('a phone that sleeps in the queue keeps its place, and others go first meanwhile', async ({
  phone,
  newVisitor,
  newWorker,
}) => {
  test.setTimeout(180_000);
  const anna = await newWorker('anna');
  await anna.goesOnDuty(1);
  const [busy, other] = [await newVisitor(), await newVisitor()];
  await busy.signUp({ nickname: 'Bezig' });
  await anna.accepts('Bezig');
  await phone.visitor.signUp({ nickname: 'Slaap' });
  await phone.visitor.isNumber(1);
  await phone.sleeps();
  await other.signUp({ nickname: 'Ander' });
  await other.isNumber(2);
  await anna.sees('is even weg', { timeout: 70_000 });
  await anna.ends();
  await anna.accepts('Ander');
  await other.chatsWith('Anna');

  await phone.wakes();
  await phone.visitor.isNumber(1);
  await other.ends();
  await anna.accepts('Slaap');
  await phone.visitor.chatsWith('Anna');
});

test('a phone that sleeps when it is accepted does not hold the worker up', async ({ phone, newVisitor, newWorker }) => {
  test.setTimeout(180_000);
  const anna = await newWorker('anna');
  await anna.goesOnDuty(1);
  await phone.visitor.signUp({ nickname: 'Slaap' });
  await anna.isOffered();
  await phone.sleeps();
  await anna.offer.click();
  await anna.sees('De bezoeker is niet verbonden', { timeout: 40_000 });
  const other = await newVisitor();
  await other.signUp({ nickname: 'Ander' });
  await anna.accepts('Ander');
  await other.chatsWith('Anna');

  await phone.wakes();
  await phone.visitor.isNumber(1);
});

test('a phone that sleeps in mid-conversation finds everything when it wakes', async ({ phone, newWorker }) => {
  test.setTimeout(180_000);
  const anna = await newWorker('anna');
  await anna.goesOnDuty();
  await phone.visitor.signUp({ nickname: 'Slaap' });
  await anna.accepts('Slaap');
  await phone.visitor.chatsWith('Anna');
  await phone.sleeps();
  await anna.writes('Ben je er nog?');
  await anna.sees(/weg sinds/, { timeout: 70_000 });
  await anna.writes('Ik wacht op je.');

  await phone.wakes();
  const { visitor } = phone;
  const back = visitor.button(visitor.labels.back);
  await expect(back.or(visitor.message('Ik wacht op je.')).first()).toBeVisible({ timeout: 20_000 });
  if (await back.isVisible()) await visitor.goesBackToConversation();
  await visitor.reads('Ben je er nog?', 'Ik wacht op je.');
  await visitor.writes('Daar ben ik weer');
  await anna.reads('Daar ben ik weer');
  await anna.doesNotSee(/weg sinds/);
});
