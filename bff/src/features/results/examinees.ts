import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Notice, SubjectCode } from '@jikaotong/shared/notice';
import { laterSubjectsOf, offeringOf } from '@jikaotong/shared/notice';
import { subjectWord } from '@jikaotong/shared/words';
import type { Handle } from '../../platform/db';
import { accountsOf, retakesAmong } from '../candidates';
import { loadNoticeVersion } from '../notices';
import { findParticipants } from '../participants';
import { findSession } from '../sessions';
import { cancelledByBreach } from '../invigilation';
import { type Ticket, sittingsOf, ticketsIn } from '../sittings';
import { heldAmong } from './hold.repository';
import type { StoredResult } from './result.record';
import type { ScoreSubject } from './score-sheet';

/** A candidate of a session that holds a ticket, with the subjects taken in the order of time. */
export type Examinee = {
  readonly participantId: string;
  readonly applicationId: string;
  /** Null: nobody to tell yet. */
  readonly accountId: string | null;
  readonly offeringCode: string;
  readonly ticketNumber: string;
  readonly name: string;
  readonly subjects: readonly SubjectCode[];
  /** Subjects passed before, which a retake need not take again. */
  readonly kept: readonly SubjectCode[];
  /** Subjects to come that nobody is seated for yet: their time is announced later. */
  readonly awaited: readonly SubjectCode[];
  /** Null: this result is not published. */
  readonly publishedOn: LocalDate | null;
  /** Something is looked into: nobody outside the staff learns this result before. */
  readonly held: boolean;
  /** Subjects whose result a breach has cancelled. */
  readonly cancelled: readonly SubjectCode[];
};

/** Everybody of a session that holds a ticket, by its number. */
export const examineesIn = async (h: Handle, sessionId: string): Promise<Examinee[]> =>
  examineesOf(h, await ticketsIn(h, sessionId));

/** The holders of these tickets. */
export async function examineesOf(h: Handle, tickets: readonly Ticket[]): Promise<Examinee[]> {
  const ids = tickets.map(({ participantId }) => participantId);
  const participants = new Map((await findParticipants(h, ids)).map((row) => [row.id, row]));
  const accounts = await accountsOf(
    h,
    [...participants.values()].map(({ candidateId }) => candidateId),
  );
  const subjects = new Map<string, SubjectCode[]>();
  for (const { participantId, subject } of await sittingsOf(h, ids))
    subjects.set(participantId, [...(subjects.get(participantId) ?? []), subject]);
  const subjectsOf = await subjectsIn(h, tickets);
  const retakes = await retakesAmong(
    h,
    [...participants.values()].map(({ candidateId }) => candidateId),
  );
  const cancelledOf = await cancelledByBreach(h, ids);
  const held = await heldAmong(h, ids);
  return tickets.flatMap(({ participantId, sessionId, number }) => {
    const row = participants.get(participantId);
    if (row?.state !== 'approved') return [];
    const { candidateId, offeringCode, name } = row;
    const taken = subjects.get(participantId) ?? [];
    const again = retakes.get(candidateId) ?? null;
    const { all, later } = subjectsOf(sessionId, offeringCode);
    return [
      {
        participantId,
        applicationId: candidateId,
        accountId: accounts.get(candidateId) ?? null,
        offeringCode,
        ticketNumber: number,
        name: name ?? '',
        subjects: taken,
        kept: again === null ? [] : all.filter((subject) => !again.includes(subject)),
        awaited: later.filter((subject) => !taken.includes(subject) && (again?.includes(subject) ?? true)),
        publishedOn: row.resultsPublishedOn,
        held: held.has(participantId),
        cancelled: taken.filter((subject) => cancelledOf(participantId, subject)),
      },
    ];
  });
}

/** The subjects of an offering, and those announced later, by session and offering of the sessions of these tickets. */
async function subjectsIn(h: Handle, tickets: readonly Ticket[]) {
  const notices = new Map<string, Notice>();
  for (const sessionId of new Set(tickets.map((ticket) => ticket.sessionId))) {
    const session = await findSession(h, sessionId);
    if (session) notices.set(sessionId, (await loadNoticeVersion(h, session.noticeVersionId)).notice);
  }
  return (sessionId: string, offeringCode: string): Readonly<Record<'all' | 'later', readonly SubjectCode[]>> => {
    const notice = notices.get(sessionId);
    if (!notice) return { all: [], later: [] };
    const all = offeringOf(notice, offeringCode)?.subjects ?? [];
    return {
      all: all.map(({ code }) => code),
      later: laterSubjectsOf(notice, offeringCode).map(({ code }) => code),
    };
  };
}

/** How many subjects of these candidates have neither mark nor absence, those to come among them. */
export const countUnmarked = (examinees: readonly Examinee[], current: readonly StoredResult[]): number => {
  const marked = markedIn(current);
  return examinees.reduce((sum, examinee) => sum + unmarkedOf(examinee, marked), 0);
};

/** The candidates that have a mark or an absence in every subject. */
export function completeAmong(examinees: readonly Examinee[], current: readonly StoredResult[]): Examinee[] {
  const marked = markedIn(current);
  return examinees.filter((examinee) => unmarkedOf(examinee, marked) === 0);
}

const markedIn = (current: readonly StoredResult[]): ReadonlySet<string> =>
  new Set(current.map(({ participantId, subject }) => `${participantId} ${subject}`));

/** Of each of these candidates the subjects without mark or absence, those to come among them; who lacks none is left out. */
export function lackingAmong(
  examinees: readonly Examinee[],
  current: readonly StoredResult[],
): { readonly examinee: Examinee; readonly subjects: readonly SubjectCode[] }[] {
  const marked = markedIn(current);
  return examinees.flatMap((examinee) => {
    const subjects = unmarkedSubjects(examinee, marked);
    return subjects.length === 0 ? [] : [{ examinee, subjects }];
  });
}

const unmarkedOf = (examinee: Examinee, marked: ReadonlySet<string>): number =>
  unmarkedSubjects(examinee, marked).length;

const unmarkedSubjects = (
  { participantId, subjects, awaited, cancelled }: Examinee,
  marked: ReadonlySet<string>,
): readonly SubjectCode[] => [
  ...subjects.filter((subject) => !cancelled.includes(subject) && !marked.has(`${participantId} ${subject}`)),
  ...awaited,
];

/** The columns of a session's score sheet: every subject of its offerings, once. */
export function sheetSubjects(notice: Notice, offeringCodes: readonly string[]): ScoreSubject[] {
  const codes = offeringCodes.flatMap((code) => offeringOf(notice, code)?.subjects ?? []).map(({ code }) => code);
  return [...new Set(codes)].map((code) => ({ key: code, name: subjectWord(code) }));
}
