import { sessionChanges as contract } from '@jikaotong/shared/contract';
import { type LocalDate, sumFen } from '@jikaotong/shared/kernel';
import { type Context, bodiesOf, command, query, refuse, refuseWhen } from '../../platform/http';
import {
  type MovedDays,
  PLANNERS,
  findSessionChange,
  findSessionIn,
  judgeChangeable,
  listVisibleSessions,
  planMove,
} from '../sessions';
import { answerChange } from './answer-change';
import { reachOf } from './change.repository';
import type { Application } from './application.record';
import { loadFrame } from './frame';
import { loadOwn, presentOwn } from './own';
import { targetOf } from './transfer';
import { judgeTransfer } from './transfer.policy';

const preview = query(contract.previewSessionChange, async (c) => {
  const session = (await findSessionIn(c.h, bodiesOf(c.actor, PLANNERS), c.input.params.id)) ?? refuse('not-found');
  refuseWhen(judgeChangeable(session));
  const { examStart, examEnd, ...others } = c.input.query;
  const days: MovedDays | null =
    examStart === undefined ? null : { examStart, examEnd: examEnd ?? examStart, ...others };
  const planned = days && (await planMove(c.h, session, days, c.now.day));
  return {
    revision: session.revision,
    reach: await reachOf(c.h, session.id),
    before: [...session.windows],
    move: planned && {
      windows: [...planned.windows],
      warnings: planned.warnings.map(({ code, data }) => ({ code, data: { ...data } })),
      assumptions: planned.assumptions.map(({ path, reason }) => ({ path, reason })),
      papers: planned.papers.map(({ offeringCode, subject, day, startsAt, endsAt, siteName }) => {
        return { offeringCode, subject, day, startsAt, endsAt, siteName };
      }),
    },
  };
});

const get = query(contract.getSessionChange, async (c) => {
  const row = await loadOwn(c, c.input.params.id);
  const change = row.changeId === null ? null : await findSessionChange(c.h, row.changeId);
  if (!change) return { change: null };
  const { sessionName } = await loadFrame(c.h, row);
  const daysOf = ({ examStart, examEnd }: typeof change.before) => ({ examStart, examEnd });
  const { kind, on, reason, before, after } = change;
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
      others: isOpen(row, c.now.day) ? await othersFor(c, row) : [],
    },
  };
});

const isOpen = ({ changeUntil, changeChoice }: Application, day: LocalDate): boolean =>
  changeUntil !== null && day <= changeUntil && changeChoice !== 'leave';

/** Where else she could go, by exam day. */
async function othersFor({ h, now }: Pick<Context, 'h' | 'now'>, row: Application) {
  const sessions = await listVisibleSessions(h, [row.noticeId]);
  const targets = await Promise.all(
    sessions.map(async (session) => ({ session, target: await targetOf(h, session, row) })),
  );
  return targets
    .filter(({ target }) => judgeTransfer(row, target, now.day) === null)
    .map(({ session: { id: sessionId, name, examStart, examEnd } }) => ({ sessionId, name, examStart, examEnd }));
}

const answer = command(contract.answerSessionChange, {
  handle: async (c) => {
    const row = await loadOwn(c, c.input.params.id);
    await answerChange(c, row, c.input.body);
    return { id: row.id };
  },
  present: presentOwn,
});

export const routes = [preview, get, answer];
