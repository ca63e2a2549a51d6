import type {
  AuthorityField,
  AuthoritySheetKind,
  AuthoritySource,
  ExtraAnswers,
  PhotoName,
} from '@jikaotong/shared/contract';
import { isScore, pointsOf } from '@jikaotong/shared/kernel';
import type { SubjectCode } from '@jikaotong/shared/notice';
import { documentTypeWord, levelWord, outcomeWord, sexWord } from '@jikaotong/shared/words';
import type { Context } from '../../platform/http';
import { findBody } from '../bodies';
import { neighboursOf, phonesOf } from '../candidates';
import { loadNoticeVersion } from '../notices';
import { type AdmittedApplicant, admittedApplicants } from '../participants';
import { type Session, offeringViewOf } from '../sessions';
import { extraAnswersOf } from './authority-sheet.repository';
import { type Standing, marksIn, standingIn } from './sheet-people.repository';

/** One person of a sheet: what its columns may ask for. */
export type SheetPerson = {
  readonly admitted: AdmittedApplicant;
  readonly fields: Readonly<Record<AuthorityField, string>>;
  readonly answers: ExtraAnswers;
};

/** Those whom a sheet of a kind is about, by ticket number, then name. */
export async function peopleOf(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  session: Session,
  { kind, photoName }: { readonly kind: AuthoritySheetKind; readonly photoName: PhotoName | null },
): Promise<SheetPerson[]> {
  const standing = await standingIn(h, session.id, kind);
  const admitted = await admittedApplicants(
    h,
    ports.crypto,
    standing.map(({ participantId }) => participantId),
  );
  const ids = admitted.map(({ candidateId }) => candidateId);
  const employers = await neighboursOf(h, ports.crypto, ids);
  const phones = await phonesOf(h, ports.crypto, ids);
  const answers = await extraAnswersOf(h, ports.crypto, ids);
  const marks = await marksIn(h, session.id);
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  const bodyName = (await findBody(h, session.bodyId))?.name ?? '';
  const byParticipant = new Map(standing.map((one) => [one.participantId, one]));
  return admitted.flatMap((one, at) => {
    const stands = byParticipant.get(one.participantId);
    if (!stands) return [];
    const offering = offeringViewOf(notice, one.offeringCode);
    const mark = (subject: SubjectCode): string => markWords(marks.get(`${one.participantId} ${subject}`));
    const photo = photoName === null ? '' : `${photoNameOf(photoName, one, stands)}.jpg`;
    const fields: Record<AuthorityField, string> = {
      'row-number': String(at + 1),
      name: one.name,
      'document-type': documentTypeWord(one.documentType),
      'document-number': one.documentNumber,
      sex: sexWord(one.sex),
      'birth-date': one.birthDate,
      phone: phones.get(one.candidateId) ?? '',
      employer: employers.get(one.candidateId)?.employer ?? '',
      occupation: offering.occupation,
      'work-type': offering.workType ?? '',
      level: offering.level === null ? '' : levelWord(offering.level),
      'exam-day': session.examStart,
      'ticket-number': stands.ticketNumber ?? '',
      theory: mark('theory'),
      skill: mark('skill'),
      review: mark('review'),
      outcome: stands.outcome === null ? '' : outcomeWord.any(stands.outcome),
      'certificate-number': stands.certificateNumber ?? '',
      'issued-on': stands.issuedOn ?? '',
      'body-name': bodyName,
      'photo-name': photo,
    };
    return [{ admitted: one, fields, answers: answers.get(one.candidateId) ?? {} }];
  });
}

/** What stands in a cell; the authority's word for ours where there is one. */
export function cellOf(source: AuthoritySource, { fields, answers }: SheetPerson): string {
  switch (source.from) {
    case 'field':
      return coded(fields[source.field], source.codes);
    case 'question':
      return coded(answers[source.question] ?? '', source.codes);
    case 'fixed':
      return source.text;
    case 'blank':
    case 'unmapped':
      return '';
  }
}

const coded = (value: string, codes: Readonly<Record<string, string>> = {}): string => codes[value] ?? value;

/** Points, 缺考, or nothing. */
function markWords(score: number | null | undefined): string {
  if (score === undefined) return '';
  return score !== null && isScore(score) ? pointsOf(score) : '缺考';
}

function photoNameOf(name: PhotoName, { name: person, documentNumber }: AdmittedApplicant, stands: Standing): string {
  switch (name) {
    case 'document-number':
      return documentNumber;
    case 'name-and-number':
      return `${person}${documentNumber}`;
    case 'ticket-number':
      return stands.ticketNumber ?? documentNumber;
    case 'certificate-number':
      return stands.certificateNumber ?? documentNumber;
  }
}
