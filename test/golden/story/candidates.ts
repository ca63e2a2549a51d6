import { applications, orders } from '@jikaotong/shared/contract';
import { type Applicant, handIn, uploaded } from '../../support/apply';
import type { SignedInPerson } from '../../support/people';
import type { World } from '../../support/world';
import type { Callers } from '../callers';
import { lightDraft, tinyPicture } from './draft';
import { casesOf } from '../../support/listed-cases';
import type { Staff } from './staff';

/** Somebody with an application. */
export type Candidate = { readonly person: SignedInPerson; readonly id: string };

/** What brings candidates of B26 to each state, by the name under which they come back. */
export const candidatesOf = (world: World, callers: Callers, staff: Staff) => {
  const { reviewer, finance } = staff;
  const draft = async (name: string, sessionId: string, who: Applicant): Promise<Candidate> => {
    const person = await callers.byWechat(name);
    return { person, id: (await lightDraft(person, sessionId, who)).id };
  };
  /** A draft that says nothing yet. */
  const begun = async (name: string, sessionId: string): Promise<Candidate> => {
    const person = await callers.byWechat(name);
    const body = { sessionId, offeringCode: 'installer-5' };
    return { person, id: (await person.api.ok(applications.createApplication, { body })).id };
  };
  const submitted = async (name: string, sessionId: string, who: Applicant): Promise<Candidate> => {
    const one = await draft(name, sessionId, who);
    await handIn(one.person, one.id);
    return one;
  };
  const reviewed = async ({ id }: Candidate) => {
    const { version } = await reviewer.api.ok(applications.getReview, { params: { id } });
    return { params: { id }, version };
  };
  const approve = async (one: Candidate) => {
    const { params, version } = await reviewed(one);
    await reviewer.api.ok(applications.approveApplication, { params, body: { version } });
  };
  const approved = async (name: string, sessionId: string, who: Applicant): Promise<Candidate> => {
    const one = await submitted(name, sessionId, who);
    await approve(one);
    return one;
  };
  const orderOf = ({ person, id }: Candidate) => person.api.ok(orders.getOrder, { params: { id } });
  const payCash = async (one: Candidate) => {
    const { id, totalFen } = await orderOf(one);
    const body = { method: 'cash' as const, amountFen: totalFen, paidOn: world.today() };
    await finance.api.ok(orders.recordReceipt, { params: { id }, body });
  };
  const startWechat = async (one: Candidate) => {
    const { id } = await orderOf(one);
    return one.person.api.ok(orders.startPayment, { params: { id }, body: { method: 'jsapi' } });
  };
  const payLate = async (one: Candidate, { jsapi }: Awaited<ReturnType<typeof startWechat>>) => {
    const { id } = await orderOf(one);
    await world.owner.requestPayment(jsapi ?? {});
    await one.person.api.ok(orders.queryPayment, { params: { id } });
  };
  const payWechat = async (one: Candidate) => payLate(one, await startWechat(one));
  const claim = async (one: Candidate) => {
    const { id } = await orderOf(one);
    const fileId = await uploaded(one.person, 'voucher', await tinyPicture());
    const body = { fileId, paidOn: world.today(), reference: '网银转账' };
    return one.person.api.ok(orders.claimTransfer, { params: { id }, body });
  };
  return {
    draft,
    begun,
    submitted,
    approve,
    approved,
    reviewed,
    orderOf,
    payCash,
    startWechat,
    /** Ends at the cashier what was begun there. */
    payLate,
    payWechat,
    claim,
    paid: async (name: string, sessionId: string, who: Applicant) => {
      const one = await approved(name, sessionId, who);
      await payCash(one);
      return one;
    },
    paidByWechat: async (name: string, sessionId: string, who: Applicant) => {
      const one = await approved(name, sessionId, who);
      await payWechat(one);
      return one;
    },
    sendBack: async (one: Candidate) => {
      const { params, version } = await reviewed(one);
      const body = { version, remarks: [{ field: 'photo' as const, text: '照片不清晰' }] };
      await reviewer.api.ok(applications.returnApplication, { params, body });
    },
    reject: async (one: Candidate) => {
      const { params, version } = await reviewed(one);
      await reviewer.api.ok(applications.rejectApplication, { params, body: { version, reason: '从业年限不足' } });
    },
    withdraw: ({ person, id }: Candidate) => person.api.ok(applications.withdrawApplication, { params: { id } }),
    casesOf: async (one: Candidate) =>
      (await casesOf(finance, 'open')).filter(({ applicationId }) => applicationId === one.id),
  };
};
export type Candidates = ReturnType<typeof candidatesOf>;
