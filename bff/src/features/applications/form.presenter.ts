import { CONTACT_FIELDS } from '@jikaotong/shared/contract';
import { dayAt, recordOf } from '@jikaotong/shared/kernel';
import {
  type DocumentLeaf,
  type Facts,
  type Notice,
  type Offering,
  documentLeavesOf,
  lastDayOf,
  offeringOf,
} from '@jikaotong/shared/notice';
import { routeDocuments } from '@jikaotong/shared/rules/eligibility';
import { missingDetails } from '@jikaotong/shared/rules/identity';
import {
  conditionWords,
  diplomaStatusWord,
  documentTypeWord,
  documentWord,
  levelWord,
  schoolWord,
  subjectWord,
} from '@jikaotong/shared/words';
import type { ApplicationFormPdf, Job, LetterPdf } from '../../platform/pdf';
import type { Application } from './application.record';
import type { Applicant } from './applicant';
import type { Frame } from './frame';
import { checklist } from './submission.policy';
import type { ToldParts } from './told-parts';

/** The pictures of a paper, read outside the transaction. */
export type Pictures = { readonly photo: Buffer | null; readonly signature: Buffer | null };

/** A paper we fill in for the candidate; `lacking` names what must be filled in first. */
export type FormDraft =
  | { readonly kind: 'lacking'; readonly lacking: readonly string[] }
  | { readonly kind: 'letter'; readonly name: string; readonly letterWith: (pictures: Pictures) => LetterPdf }
  | { readonly kind: 'form'; readonly name: string; readonly formWith: (pictures: Pictures) => ApplicationFormPdf };

type Given = {
  readonly row: Application;
  readonly frame: Frame;
  readonly candidate: Applicant;
  readonly told: ToldParts;
};

/** The paper of this document code, filled from the application; null for a paper that we do not generate. */
export function draftForm(document: string, given: Given): FormDraft | null {
  const { row, frame, candidate, told } = given;
  const offering = offeringOf(frame.notice, row.offeringCode);
  const { name, documentType, documentNumber, birthDate, sex, phone } = candidate;
  const lacking = missingDetails(candidate);
  if (
    !offering ||
    name === null ||
    documentType === null ||
    documentNumber === null ||
    birthDate === null ||
    sex === null ||
    phone === null
  )
    return { kind: 'lacking', lacking };
  const signedOn = row.submittedAt === null ? null : dayAt(row.submittedAt);
  const common = {
    bodyName: frame.notice.body.name,
    name,
    documentType: documentTypeWord(documentType),
    documentNumber,
    occupation: offering.occupation,
    level: levelNameOf(offering),
    signedOn,
    correctedOn: row.correctedOn,
  };
  const leaf = leafOf(frame.notice, { ...row, ...told }, document);
  const title = leaf?.printed ?? documentWord(document);
  switch (document) {
    case 'application-form':
      return {
        kind: 'form',
        name: title,
        formWith: ({ photo, signature }) => ({
          ...common,
          ...learned(told.facts, candidate.employer),
          title,
          sessionName: frame.sessionName,
          sex: sex === 'male' ? '男' : '女',
          birthDate,
          phone,
          contacts: recordOf(CONTACT_FIELDS, (field) => candidate[field]),
          photo,
          workType: offering.workType,
          examKind: '首次申报',
          subjects: offering.subjects
            .filter(({ code }) => row.subjects?.includes(code) ?? true)
            .map(({ code }) => subjectWord(code)),
          condition: conditionOf(offering, row.route),
          papers: papersOf(given),
          signature,
          review: null,
        }),
      };
    case 'work-commitment-letter':
      return {
        kind: 'letter',
        name: title,
        letterWith: ({ signature }) => ({ ...common, kind: 'intends-to-work', signature }),
      };
    case 'forfeit-letter': {
      const forfeits = frame.notice.retake?.newApplicationForfeits;
      if (!forfeits?.value || row.subjects !== null) return null;
      const clause = 'clause' in forfeits.source ? forfeits.source.clause : '';
      return {
        kind: 'letter',
        name: '放弃保留成绩声明',
        letterWith: ({ signature }) => ({ ...common, kind: 'forfeits-passes', clause, signature }),
      };
    }
    case 'work-experience-letter': {
      const jobs = jobsOf(told.facts, candidate.employer);
      if (jobs.length === 0) return { kind: 'lacking', lacking: ['jobs'] };
      return {
        kind: 'letter',
        name: title,
        letterWith: ({ signature }) => ({ ...common, kind: 'work-experience', jobs, signature }),
      };
    }
    case 'education-letter': {
      const diploma = told.facts.diplomas?.find(
        ({ school, status }) => status !== 'enrolled' && (leaf?.schools?.includes(school) ?? true),
      );
      if (!diploma) return { kind: 'lacking', lacking: ['diplomas'] };
      return {
        kind: 'letter',
        name: title,
        letterWith: ({ signature }) => ({
          ...common,
          kind: 'education',
          school: diploma.schoolName ?? schoolWord(diploma.school),
          schoolKind: schoolWord(diploma.school),
          major: diploma.major,
          status: diploma.status === 'graduated' ? 'graduated' : 'final-year',
          on: diploma.on ?? null,
          signature,
        }),
      };
    }
    default:
      return null;
  }
}

/** The paper as this notice prints it, for everybody or for the chosen route. */
const leafOf = (
  notice: Notice,
  row: Pick<Application, 'offeringCode' | 'route'> & ToldParts,
  document: string,
): DocumentLeaf | null => {
  const own = routeDocuments(notice, row);
  const leaves = [...notice.documents, ...(own === null ? [] : documentLeavesOf(own))];
  return leaves.find((leaf) => leaf.document === document) ?? null;
};

const levelNameOf = (offering: Offering): string =>
  offering.levelName ?? (offering.level === null ? '' : levelWord(offering.level));

const conditionOf = (offering: Offering, route: string | null): string => {
  const chosen = offering.routes.find((candidate) => candidate.code === route);
  if (!chosen) return '';
  return 'quote' in chosen.source && chosen.source.quote ? chosen.source.quote : conditionWords(chosen.condition);
};

const papersOf = ({ row, told, frame }: Given): readonly string[] => [
  ...new Set(
    checklist(frame.notice, { ...row, ...told })
      .groups.flatMap((group) => group.alternatives.flat())
      .filter((item) => item.provided)
      .map((item) => item.printed),
  ),
];

/** A present job without an employer of its own is at that of the identity step. */
const jobsOf = (facts: Facts, employer: string | null): readonly Job[] =>
  (facts.jobs ?? []).map((job) => ({
    from: job.from,
    lastDay: lastDayOf(job),
    employer: job.employer ?? (job.to === null ? employer : null),
    occupation: job.occupation,
  }));

const learned = (facts: Facts, employer: string | null) => ({
  certificates:
    facts.certificates?.map(({ occupation, level, number, issuedOn }) => ({
      occupation,
      level: levelWord(level),
      number: number ?? null,
      issuedOn,
    })) ?? null,
  diplomas:
    facts.diplomas?.map(({ school, schoolName, major, status, on }) => ({
      school: schoolName ?? schoolWord(school),
      major,
      status: diplomaStatusWord(status),
      on: on ?? null,
    })) ?? null,
  jobs: facts.jobs === undefined ? null : jobsOf(facts, employer),
});
