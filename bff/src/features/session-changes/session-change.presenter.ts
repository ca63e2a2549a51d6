import type { ReplyOf, sessionChanges as contract } from '@jikaotong/shared/contract';
import { sumFen } from '@jikaotong/shared/kernel';
import { may } from '@jikaotong/shared/rules/progress';
import type { Context } from '../../platform/http';
import { type Application, loadFrame } from '../applications';
import { progressFactsOf } from '../participants';
import { findSessionChange, listVisibleSessions } from '../sessions';
import { targetOf } from './transfer';
import { judgeTransfer } from './transfer.policy';

type View = ReplyOf<typeof contract.getSessionChange>;

/** Whether a choice is open on this day: to its owner, or later than that to staff, as long as the exam has not been. */
export async function choiceOf({ h, now }: Pick<Context, 'h' | 'now'>, row: Application) {
  const { windows, examStart } = await loadFrame(h, row);
  const no = may('answer-change', progressFactsOf(row, windows), now.day);
  const late = no?.code === 'too-late' && examStart > now.day;
  return { open: no === null || late, late };
}

/** What happened to the session of an application, what its owner said, and may still choose; `toStaff`: as `choiceOf` says. */
export async function presentSessionChange(
  { h, now }: Pick<Context, 'h' | 'now'>,
  row: Application,
  { toStaff = false } = {},
): Promise<View> {
  const change = row.changeId === null ? null : await findSessionChange(h, row.changeId);
  if (!change) return { change: null };
  const { sessionName } = await loadFrame(h, row);
  const daysOf = ({ examStart, examEnd }: typeof change.before) => ({ examStart, examEnd });
  const { kind, on, reason, before, after } = change;
  const { open, late } = await choiceOf({ h, now }, row);
  return {
    change: {
      kind,
      sessionName,
      on,
      reason,
      before: daysOf(before),
      after: after && daysOf(after),
      until: row.changeUntil,
      choice: row.changeChoice,
      paidFen: row.orderState === 'settled' ? sumFen((row.fees ?? []).map(({ fen }) => fen)) : null,
      paidByUnit: row.unitId !== null,
      claimed: row.transferClaimed,
      hasOrder: row.orderState !== null,
      others: open && (toStaff || !late) ? await othersFor({ h, now }, row) : [],
    },
  };
}

/** Where else the candidate could go, by exam day. */
async function othersFor({ h, now }: Pick<Context, 'h' | 'now'>, row: Application) {
  const sessions = await listVisibleSessions(h, [row.noticeId]);
  const targets = await Promise.all(
    sessions.map(async (session) => ({ session, target: await targetOf(h, session, row) })),
  );
  return targets
    .filter(({ target }) => judgeTransfer(row, target, now.day) === null)
    .map(({ session: { id: sessionId, name, examStart, examEnd } }) => ({ sessionId, name, examStart, examEnd }));
}
