import { orders, sessionChanges } from '@jikaotong/shared/contract';
import { type LocalDate, localDate } from '@jikaotong/shared/kernel';
import { applications } from '@jikaotong/shared/contract';
import { handIn } from '../../support/apply';
import type { Candidate, Candidates } from './candidates';
import type { Staff } from './staff';

const reason = '台风影响，考点停用';

/** Candidates of a session that will change, in every state that a change meets; told apart by `at`. */
export const fillChanging = async (of: Candidates, sessionId: string, prefix: string, at: number) => {
  const name = (what: string) => `${prefix}-${what}`;
  const who = (order: number) => ({ name: '何改期', order: at + order });
  return {
    draft: await of.begun(name('draft'), sessionId),
    submitted: await of.submitted(name('submitted'), sessionId, who(1)),
    unpaid: await of.approved(name('unpaid'), sessionId, who(2)),
    silent: await of.paid(name('silent'), sessionId, who(3)),
    keeps: await of.paid(name('keeps'), sessionId, who(4)),
    goes: await of.paidByWechat(name('goes'), sessionId, who(5)),
    leavesWechat: await of.paidByWechat(name('leaves-wechat'), sessionId, who(6)),
    leavesCash: await of.paid(name('leaves-cash'), sessionId, who(7)),
  };
};

/** Somebody whose identity document ends before the new day. */
export const expiring = async (of: Candidates, sessionId: string, day: LocalDate): Promise<Candidate> => {
  const { person, id } = await of.draft('moved-expires', sessionId, { name: '何到期', order: 90 });
  const { version } = await person.api.ok(applications.getApplication, { params: { id } });
  const body = { candidate: { documentExpiresOn: day } };
  await person.api.ok(applications.saveApplication, { params: { id }, ifMatch: version, body });
  await handIn(person, id);
  await of.approve({ person, id });
  return { person, id };
};

type Move = { to: string; payBy?: string; choiceUntil: string };

export const move = async ({ officer }: Staff, sessionId: string, { to, payBy, choiceUntil }: Move) => {
  const params = { id: sessionId };
  const { revision } = await officer.api.ok(sessionChanges.previewSessionChange, { params, query: {} });
  const days = {
    examStart: localDate(to),
    examEnd: localDate(to),
    ...(payBy === undefined ? {} : { paymentCloses: localDate(payBy) }),
  };
  const seen = await officer.api.ok(sessionChanges.previewSessionChange, { params, query: days });
  const assumptions = seen.move?.assumptions.map(({ path }) => path) ?? [];
  const body = { revision, reason, choiceUntil: localDate(choiceUntil), ...days, assumptions };
  await officer.api.ok(sessionChanges.moveSession, { params, body });
};

export const cancel = async ({ officer }: Staff, sessionId: string, choiceUntil: string) => {
  const params = { id: sessionId };
  const { revision } = await officer.api.ok(sessionChanges.previewSessionChange, { params, query: {} });
  const body = { revision, reason, choiceUntil: localDate(choiceUntil) };
  await officer.api.ok(sessionChanges.cancelSession, { params, body });
};

type Answer = { choice: 'keep' | 'leave' } | { choice: 'transfer'; sessionId: string };
export const answer = ({ person, id }: Candidate, body: Answer) =>
  person.api.ok(sessionChanges.answerSessionChange, { params: { id }, body });

/** Finance gives the money back. */
export const refund = async (of: Candidates, { finance }: Staff, one: Candidate) => {
  const [due] = await of.casesOf(one);
  const body = { action: 'refund' as const, note: '批次改期，全额退回' };
  await finance.api.ok(orders.resolveCase, { params: { id: due?.id ?? '' }, body });
};
