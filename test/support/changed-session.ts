import { type OrderView, applications, messages, orders, sessionChanges } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { type Applicant, handedIn } from './apply';
import { eventually } from './eventually';
import { type SignedInPerson, candidateByWechat, equipBody, firstAdministrator, staffMember } from './people';
import { casesOf } from './listed-cases';
import { type WorldOptions, openWorld } from './world';

const day = localDate;
/** Why sessions change in these stories. */
export const reason = '台风影响，考点停用';
/** B26 on 2026-09-26: applications to 09-08, payment to 09-15, ticket day 09-20. */
export const september = {
  name: '2026年9月批次',
  examStart: day('2026-09-26'),
  examEnd: day('2026-09-26'),
  applicationOpens: day('2026-08-24'),
  applicationCloses: day('2026-09-08'),
  paymentCloses: day('2026-09-15'),
};
/** B26 on 2026-10-24, open to whoever has to go elsewhere. */
export const october = {
  name: '2026年10月二批',
  examStart: day('2026-10-24'),
  examEnd: day('2026-10-24'),
  applicationOpens: day('2026-09-01'),
  applicationCloses: day('2026-10-12'),
  paymentCloses: day('2026-10-15'),
};
/** Somebody with an application. */
export type Candidate = { person: SignedInPerson; id: string };

/** The staff of B26's body in early September, and what a story about a changed session does and looks at. */
export const openStory = async (options: Omit<WorldOptions, 'day'> = {}) => {
  const world = await openWorld({ ...options, day: '2026-09-01' });
  const administrator = await firstAdministrator(world);
  await equipBody(world, administrator);
  const officer = await staffMember(world, administrator, 'kaowu', ['exam-officer']);
  const reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
  const finance = await staffMember(world, administrator, 'caiwu', ['finance']);
  let people = 0;

  const submitted = async (sessionId: string, who: Applicant = {}): Promise<Candidate> => {
    people += 1;
    const person = await candidateByWechat(world, `o-${people}`);
    const { id } = await handedIn(person, sessionId, { order: people, ...who });
    return { person, id };
  };
  const approve = async ({ id }: Candidate) => {
    const { version } = await reviewer.api.ok(applications.getReview, { params: { id } });
    await reviewer.api.ok(applications.approveApplication, { params: { id }, body: { version } });
  };
  const approved = async (sessionId: string): Promise<Candidate> => {
    const one = await submitted(sessionId);
    await approve(one);
    return one;
  };
  const orderOf = ({ person, id }: Candidate): Promise<OrderView> => person.api.ok(orders.getOrder, { params: { id } });
  const payCash = async (one: Candidate) => {
    const order = await orderOf(one);
    const body = { method: 'cash' as const, amountFen: order.totalFen, paidOn: world.today() };
    await finance.api.ok(orders.recordReceipt, { params: { id: order.id }, body });
  };
  const startWechat = async (one: Candidate) => {
    const { id } = await orderOf(one);
    return one.person.api.ok(orders.startPayment, { params: { id }, body: { method: 'jsapi' } });
  };
  const payWechat = async (one: Candidate) => {
    const { jsapi } = await startWechat(one);
    await world.owner.requestPayment(jsapi ?? {});
    await eventually(async () => (await orderOf(one)).state === 'settled');
  };
  const viewOf = ({ person, id }: Candidate) => person.api.ok(applications.getApplication, { params: { id } });
  const changeOf = async ({ person, id }: Candidate) =>
    (await person.api.ok(sessionChanges.getSessionChange, { params: { id } })).change;
  type Answer = { choice: 'keep' | 'leave' } | { choice: 'transfer'; sessionId: string };
  return {
    world,
    administrator,
    officer,
    reviewer,
    finance,
    submitted,
    approve,
    approved,
    paid: async (sessionId: string) => {
      const one = await approved(sessionId);
      await payCash(one);
      return one;
    },
    paidByWechat: async (sessionId: string) => {
      const one = await approved(sessionId);
      await payWechat(one);
      return one;
    },
    startWechat,
    orderOf,
    viewOf,
    changeOf,
    stageOf: async (one: Candidate) => (await viewOf(one)).progress.stage,
    nextOf: async (one: Candidate) => (await viewOf(one)).progress.next.map(({ action }) => action),
    /** The newest message, as code and data. */
    toldTo: async ({ person }: Pick<Candidate, 'person'>) => {
      const [newest] = (await person.api.ok(messages.listMessages, { query: {} })).items;
      return newest && { code: newest.code, data: newest.data };
    },
    answer: ({ person, id }: Candidate, body: Answer) =>
      person.api.ok(sessionChanges.answerSessionChange, { params: { id }, body }),
    answerRefused: ({ person, id }: Candidate, body: Answer) =>
      person.api.refused(sessionChanges.answerSessionChange, { params: { id }, body }),
    preview: (id: string, query: { examStart?: typeof october.examStart } = {}) =>
      officer.api.ok(sessionChanges.previewSessionChange, { params: { id }, query }),
    cases: async (by: SignedInPerson, one?: Candidate) =>
      (await casesOf(by, 'open')).filter(({ applicationId }) => one === undefined || applicationId === one.id),
  };
};
export type Story = Awaited<ReturnType<typeof openStory>>;
