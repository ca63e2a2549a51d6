import type { ReplyOf, sessionChanges as contract } from '@jikaotong/shared/contract';
import { addDays, sumFen } from '@jikaotong/shared/kernel';
import { notAfter, stageOf } from '@jikaotong/shared/rules/progress';
import { type Context, type Refused, refuse, refuseWhen } from '../../platform/http';
import { type Application, type Frame, applicationLeft, eventOf, guardOf, loadFrame } from '../applications';
import { giveBackOf } from '../orders';
import { changeIf, progressFactsOf, releaseKeys } from '../participants';
import { offeringViewOf } from '../sessions';
import { liftParticipant } from '../sittings';
import { choiceOf } from './session-change.presenter';

type View = ReplyOf<typeof contract.getPaidLeaving>;
type Seen = Pick<Context, 'h' | 'now'>;

/** One candidate before the exam: what was paid, what the notice prints of it, and whether staff may let them leave. */
export async function presentLeaving(ctx: Seen, row: Application): Promise<View> {
  const frame = await loadFrame(ctx.h, row);
  const paidByUnit = row.unitId !== null;
  return {
    candidateName: row.name ?? '',
    offering: offeringViewOf(frame.notice, row.offeringCode),
    bodyId: row.bodyId,
    noticeId: row.noticeId,
    sessionName: frame.sessionName,
    state: row.state,
    stage: stageOf({ ...progressFactsOf(row, frame.windows), paidByUnit }, ctx.now.day).stage,
    paidFen: row.orderState === 'settled' ? sumFen((row.fees ?? []).map(({ fen }) => fen)) : null,
    paidByUnit,
    printed: printedIn(frame),
    open: (await refuseLeaving(ctx, row, frame)) === null,
  };
}

/** What the notice that was applied under prints of whoever leaves for reasons of their own. */
const printedIn = ({ notice }: Frame): boolean | null => notice.fees?.refundForPersonalReasons?.value ?? null;

async function refuseLeaving(ctx: Seen, row: Application, { examStart }: Frame): Promise<Refused | null> {
  if (row.state !== 'approved') return { refused: 'wrong-state', data: { state: row.state } };
  if (row.orderState !== 'settled') return { refused: 'wrong-state', data: { state: 'nothing-paid' } };
  const late = notAfter(addDays(examStart, -1), ctx.now.day);
  if (late) return { refused: late.code, data: late.data };
  const { open } = await choiceOf(ctx, row);
  return open ? { refused: 'wrong-state', data: { state: 'change-open' } } : null;
}

type Said = { readonly refund: boolean; readonly reason: string };

/** Takes somebody out who has paid: keys and seat are free, the ticket no longer holds; the money goes back or is kept. */
export async function leavePaid(ctx: Context, row: Application, { refund, reason }: Said): Promise<void> {
  const frame = await loadFrame(ctx.h, row);
  refuseWhen(await refuseLeaving(ctx, row, frame));
  if (!refund && printedIn(frame) === true) refuse('wrong-state', { state: 'refund-printed' });
  const set = { state: 'withdrawn', seated: false, ticketIssuedAt: null } as const;
  if (!(await changeIf(ctx.h, guardOf(row, ['approved']), set))) refuse('changed-meanwhile');
  await releaseKeys(ctx.h, row);
  const decision = refund ? 'refund' : 'keep-fee';
  ctx.audit('application-withdrawn', { applicationId: row.id }, { from: row.state, decision, reason });
  if (refund) await giveBackOf(ctx, row.id, '考生退出，费用退回');
  await liftParticipant(ctx, row);
  await ctx.emit(applicationLeft(eventOf(row)));
}
