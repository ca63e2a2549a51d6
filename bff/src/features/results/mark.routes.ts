import { results as contract } from '@jikaotong/shared/contract';
import { type Context, type Route, command, query, refuse, refuseWhen } from '../../platform/http';
import { staffNamesOf } from '../accounts';
import { absentAtDoor } from '../invigilation';
import { loadNoticeVersion } from '../notices';
import { type Session, findSession, offeringViewOf } from '../sessions';
import { findTicketIn, lockedStaffSession, nextTicketNumber, sittingsOf, staffSession } from '../sittings';
import { confirmOffering, unconfirmedIn } from './confirm-marks';
import { type Examinee, examineesOf } from './examinees';
import { exemptAmong } from './exempt';
import { publishLate } from './publish-results';
import { writeMarks } from './record-scores';
import { judgeImport } from './result.policy';
import { confirmMark, currentOf } from './result.repository';
import { markOf } from './score-sheet';
import { isSameMark, judgeSheet, readAs, writtenMark } from './score-sheet.policy';

/** Whoever holds this ticket of the session. */
async function examineeIn(h: Context['h'], session: Session, ticketNumber: string): Promise<Examinee> {
  const ticket = await findTicketIn(h, session.id, ticketNumber);
  const [examinee] = ticket ? await examineesOf(h, [ticket]) : [];
  return examinee ?? refuse('ticket-not-issued', { of: 'mark' });
}

const keyMark = command(contract.keyMark, {
  handle: async (ctx) => {
    const session = await lockedStaffSession(ctx, contract.keyMark.who);
    const { ticketNumber, subject, mark: text, version } = ctx.input.body;
    const examinee = await examineeIn(ctx.h, session, ticketNumber);
    const { participantId } = examinee;
    refuseWhen(judgeImport({ ...session, resultsPublishedOn: examinee.publishedOn }, ctx.now.day));
    const cell = markOf(text);
    if (cell === undefined || cell === null) return refuse('mark-refused', { code: 'not-a-score', value: text });
    const current = await currentOf(ctx.h, [participantId]);
    const before = current.find((one) => one.subject === subject);
    const { accountId } = ctx.actor;
    const id = participantId;
    if (before && isSameMark(before, readAs(cell))) {
      // keyed in twice by two people: that is what confirms it
      const isConfirmed = await confirmMark(ctx.h, before.id, { accountId, nowMs: ctx.now.ms });
      if (isConfirmed) await publishLate(ctx, session.id, [participantId]);
      return { id };
    }
    if ((before?.version ?? 0) !== version) return refuse('changed-meanwhile');
    if (before?.special === 'cheating' && before.recordedBy === accountId) refuse('same-marker');
    const kept = cell === 'exempt' ? await exemptAmong(ctx.h, session, [examinee]) : new Set<string>();
    const absent = await absentAtDoor(ctx.h, session.id);
    const row = { row: 1, ticketNumber: examinee.ticketNumber, name: '', marks: new Map([[subject, cell]]) };
    const { changes, problems } = judgeSheet([row], { examinees: [examinee], current, absent, kept });
    const [problem] = problems;
    if (problem) refuse('mark-refused', { code: problem.code, value: problem.value ?? '' });
    const marks = changes.filter(({ kind }) => kind !== 'missing').map(({ payload }) => payload);
    await writeMarks(ctx, session, { marks, current, accountId });
    ctx.audit('mark-keyed', { sessionId: session.id, participantId }, { subject, again: before !== undefined });
    return { id };
  },
  present: async (ctx, participantId) => {
    const { subject, ticketNumber } = ctx.input.body;
    const session = await staffSession(ctx, contract.keyMark.who);
    const { name } = await examineeIn(ctx.h, session, ticketNumber);
    const mark = (await currentOf(ctx.h, [participantId])).find((one) => one.subject === subject);
    if (!mark) throw new Error(`participant ${participantId} has no mark`);
    return { name, mark: writtenMark(mark), version: mark.version, confirmed: mark.confirmedBy !== null };
  },
});

const getMarks = query(contract.getMarks, async (ctx) => {
  const session = await staffSession(ctx, contract.getMarks.who);
  const examinee = await examineeIn(ctx.h, session, ctx.input.params.ticketNumber);
  const { notice } = await loadNoticeVersion(ctx.h, session.noticeVersionId);
  const { participantId, ticketNumber, name, offeringCode, held, publishedOn } = examinee;
  const current = await currentOf(ctx.h, [participantId]);
  const names = await staffNamesOf(
    ctx.h,
    current.flatMap(({ recordedBy, confirmedBy }) => (confirmedBy === null ? [recordedBy] : [recordedBy, confirmedBy])),
  );
  return {
    ticketNumber,
    name,
    offering: offeringViewOf(notice, offeringCode),
    held,
    published: publishedOn !== null,
    next: await nextTicketNumber(ctx.h, session.id, ticketNumber),
    marks: (await sittingsOf(ctx.h, [participantId])).map(({ subject, roomName, seat }) => {
      const mark = current.find((one) => one.subject === subject);
      return {
        subject,
        roomName,
        seat,
        mark: mark ? writtenMark(mark) : '',
        version: mark?.version ?? 0,
        byName: mark ? (names.get(mark.recordedBy) ?? null) : null,
        confirmedByName: mark?.confirmedBy ? (names.get(mark.confirmedBy) ?? null) : null,
      };
    }),
  };
});

const confirmMarks = command(contract.confirmMarks, {
  handle: async (ctx) => {
    const session = await lockedStaffSession(ctx, contract.confirmMarks.who);
    await confirmOffering(ctx, session, { ...ctx.input.body, accountId: ctx.actor.accountId });
    return { id: session.id };
  },
  present: async (ctx, sessionId) => {
    const session = await findSession(ctx.h, sessionId);
    if (!session) throw new Error(`session ${sessionId} is gone`);
    return { unconfirmed: (await unconfirmedIn(ctx.h, session, ctx.input.body.offering)).length };
  },
});

export const routes: Route[] = [keyMark, getMarks, confirmMarks];
