import type { Notice, SubjectCode } from '@jikaotong/shared/notice';
import { offeringOf } from '@jikaotong/shared/notice';
import { subjectWord } from '@jikaotong/shared/words';
import type { Handle } from '../../platform/db';
import { accountsOf } from '../candidates';
import { findParticipants } from '../participants';
import { type Ticket, sittingsOf, ticketsIn } from '../sittings';
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
  return tickets.flatMap(({ participantId, number }) => {
    const row = participants.get(participantId);
    if (row?.state !== 'approved') return [];
    const { candidateId, offeringCode, name } = row;
    return [
      {
        participantId,
        applicationId: candidateId,
        accountId: accounts.get(candidateId) ?? null,
        offeringCode,
        ticketNumber: number,
        name: name ?? '',
        subjects: subjects.get(participantId) ?? [],
      },
    ];
  });
}

/** How many subjects of these candidates have neither mark nor absence. */
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

const unmarkedOf = ({ participantId, subjects }: Examinee, marked: ReadonlySet<string>): number =>
  subjects.filter((subject) => !marked.has(`${participantId} ${subject}`)).length;

/** The columns of a session's score sheet: every subject of its offerings, once. */
export function sheetSubjects(notice: Notice, offeringCodes: readonly string[]): ScoreSubject[] {
  const codes = offeringCodes.flatMap((code) => offeringOf(notice, code)?.subjects ?? []).map(({ code }) => code);
  return [...new Set(codes)].map((code) => ({ key: code, name: subjectWord(code) }));
}
