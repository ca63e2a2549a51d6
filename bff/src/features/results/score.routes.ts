import { results as contract } from '@jikaotong/shared/contract';
import { scoreList } from '@jikaotong/shared/lists';
import { offeringWords, subjectWord } from '@jikaotong/shared/words';
import { spanOf } from '@jikaotong/shared/rules/progress';
import { type Route, command, download, query, refuse } from '../../platform/http';
import { serveList } from '../../platform/lists';
import { writeScoreSheet } from './score-sheet';
import { loadNoticeVersion } from '../notices';
import { findSession, offeringViewOf, publishedOnFor, windowsFor } from '../sessions';
import { lockedStaffSession, sittingsOf, staffSession } from '../sittings';
import { examineesIn, sheetSubjects } from './examinees';
import { previewOfResults } from './preview-results';
import { publishResultsOf } from './publish-results';
import { scoreSource } from './score-list.repository';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Seat = { readonly at: string; readonly place: string };

const downloadScoreTemplate = download(contract.downloadScoreTemplate, {
  find: async (ctx) => {
    const session = await staffSession(ctx, contract.downloadScoreTemplate.who);
    const { notice } = await loadNoticeVersion(ctx.h, session.noticeVersionId);
    const examinees = await examineesIn(ctx.h, session.id);
    if (examinees.length === 0) refuse('ticket-not-issued');
    const { subject, order = 'ticket' } = ctx.input.query;
    if (!subject) return { session, notice, examinees, subject, seats: new Map<string, Seat>() };
    const own = examinees.filter(({ subjects }) => subjects.includes(subject));
    const sittings = (
      await sittingsOf(
        ctx.h,
        own.map(({ participantId }) => participantId),
      )
    ).filter((sitting) => sitting.subject === subject);
    const seats = new Map(
      sittings.map(({ participantId, roomName, seat, place }) => [participantId, { at: `${roomName} ${seat}`, place }]),
    );
    const placeOf = ({ participantId }: (typeof own)[number]) => seats.get(participantId)?.place ?? '';
    const ordered = order === 'room' ? own.toSorted((a, b) => placeOf(a).localeCompare(placeOf(b))) : own;
    return { session, notice, examinees: ordered, subject, seats };
  },
  render: async (_, { session, notice, examinees, subject, seats }) => ({
    bytes: await writeScoreSheet({
      title: session.name,
      subjects: sheetSubjects(notice, session.offeringCodes).filter(({ key }) => !subject || key === subject),
      rows: examinees.map(({ participantId, ticketNumber, name, offeringCode, subjects }) => {
        const { occupation, level } = offeringViewOf(notice, offeringCode);
        const seat = seats.get(participantId)?.at;
        const offering = offeringWords({ occupation, workType: null, level });
        return { ticketNumber, name, offering, subjects, ...(seat !== undefined && { seat }) };
      }),
    }),
    type: XLSX,
    name: `成绩登记表-${session.name}${subject ? `-${subjectWord(subject)}` : ''}.xlsx`,
  }),
});

const previewResults = query(contract.previewResults, async (ctx) =>
  previewOfResults(ctx, await staffSession(ctx, contract.previewResults.who), ctx.actor.accountId),
);

const publishResults = command(contract.publishResults, {
  handle: async (ctx) => {
    const session = await lockedStaffSession(ctx, contract.publishResults.who);
    await publishResultsOf(ctx, session, ctx.input.body.offerings ?? null);
    return { id: session.id };
  },
  present: async (ctx, sessionId) => {
    const session = await findSession(ctx.h, sessionId);
    if (!session) throw new Error(`session ${sessionId} is gone`);
    const codes = ctx.input.body.offerings ?? session.offeringCodes;
    const dayOf = (code: string) => publishedOnFor(session, code);
    // without any named all that were left went out together, on the last day of all; null: it waits for the second one
    const isOut = codes.every((code) => dayOf(code) !== null);
    const last = isOut ? (codes.toSorted((a, b) => (dayOf(b) ?? '').localeCompare(dayOf(a) ?? ''))[0] ?? null) : null;
    const on = last === null ? null : dayOf(last);
    const meant = new Set(codes.filter((code) => dayOf(code) === on));
    return {
      publishedOn: on,
      publicityCloses: last === null ? null : spanOf(windowsFor(session, last), 'publicity').closes,
      candidates: (await examineesIn(ctx.h, sessionId)).filter(({ offeringCode }) => meant.has(offeringCode)).length,
    };
  },
});

const scores = serveList(scoreList, scoreSource);

export const routes: Route[] = [downloadScoreTemplate, ...scores.routes, previewResults, publishResults];
