import { results as contract } from '@jikaotong/shared/contract';
import { levelWord } from '@jikaotong/shared/words';
import { spanOf } from '@jikaotong/shared/rules/progress';
import { DEFAULT_PAGE, type Route, command, download, lastSeen, pageOf, query, refuse } from '../../platform/http';
import { writeScoreSheet } from './score-sheet';
import { findAccount } from '../accounts';
import { loadNoticeVersion } from '../notices';
import { findSession, offeringViewOf } from '../sessions';
import { countTickets, listTickets, lockedStaffSession, staffSession } from '../sittings';
import { countUnmarked, examineesIn, examineesOf, sheetSubjects } from './examinees';
import { publishResultsOf } from './publish-results';
import { verdictsOf } from './result.policy';
import { subjectResult } from './result.presenter';
import { currentIn, currentOf } from './result.repository';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const downloadScoreTemplate = download(contract.downloadScoreTemplate, {
  find: async (c) => {
    const session = await staffSession(c, contract.downloadScoreTemplate.who);
    const { notice } = await loadNoticeVersion(c.h, session.noticeVersionId);
    const examinees = await examineesIn(c.h, session.id);
    if (examinees.length === 0) refuse('ticket-not-issued');
    return { session, notice, examinees };
  },
  render: async (_, { session, notice, examinees }) => ({
    bytes: await writeScoreSheet({
      title: session.name,
      subjects: sheetSubjects(notice, session.offeringCodes),
      rows: examinees.map(({ ticketNumber, name, offeringCode, subjects }) => {
        const { occupation, level } = offeringViewOf(notice, offeringCode);
        return {
          ticketNumber,
          name,
          offering: level === null ? occupation : `${occupation} ${levelWord(level)}`,
          subjects,
        };
      }),
    }),
    type: XLSX,
    name: `成绩登记表-${session.name}.xlsx`,
  }),
});

const listScores = query(contract.listScores, async (c) => {
  const session = await staffSession(c, contract.listScores.who);
  const { notice } = await loadNoticeVersion(c.h, session.noticeVersionId);
  const { cursor, limit = DEFAULT_PAGE } = c.input.query;
  const tickets = await listTickets(c.h, session.id, { after: lastSeen(cursor), limit: limit + 1 });
  const page = pageOf(tickets, limit, (ticket) => [ticket.number]);
  const examinees = await examineesOf(c.h, page.items);
  const current = await currentOf(
    c.h,
    examinees.map(({ participantId }) => participantId),
  );
  const recorders = new Map<string, string | null>();
  for (const id of new Set(current.map(({ recordedBy }) => recordedBy)))
    recorders.set(id, (await findAccount(c.h, id))?.displayName ?? null);
  const items = examinees.map(({ participantId, applicationId, ticketNumber, name, offeringCode, subjects }) => {
    const last = current
      .filter((result) => result.participantId === participantId)
      .toSorted((a, b) => b.recordedAt - a.recordedAt)[0];
    return {
      applicationId,
      ticketNumber,
      name,
      offering: offeringViewOf(notice, offeringCode),
      subjects: verdictsOf(participantId, subjects, current).map(subjectResult),
      recordedBy: last ? (recorders.get(last.recordedBy) ?? null) : null,
    };
  });
  const everybody = await examineesIn(c.h, session.id);
  const unmarked = countUnmarked(everybody, await currentIn(c.h, session.id));
  return { items, next: page.next, complete: everybody.length > 0 && unmarked === 0 };
});

const publishResults = command(contract.publishResults, {
  handle: async (c) => {
    const session = await lockedStaffSession(c, contract.publishResults.who);
    await publishResultsOf(c, session);
    return { id: session.id };
  },
  present: async (c, sessionId) => {
    const session = await findSession(c.h, sessionId);
    if (!session?.resultsPublishedOn) throw new Error(`session ${sessionId} is not published`);
    return {
      publishedOn: session.resultsPublishedOn,
      publicityCloses: spanOf(session.windows, 'publicity').closes,
      candidates: await countTickets(c.h, sessionId),
    };
  },
});

export const routes: Route[] = [downloadScoreTemplate, listScores, publishResults];
