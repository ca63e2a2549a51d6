import { unreachable } from '@jikaotong/shared/kernel';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Facts, Notice } from '@jikaotong/shared/notice';
import { checklistOf } from '@jikaotong/shared/rules/documents';
import { type Assessment, assess, routeDocuments } from '@jikaotong/shared/rules/eligibility';
import { judgeToldIdentity, missingDetails } from '@jikaotong/shared/rules/identity';
import { judgePhoto } from '@jikaotong/shared/rules/photo';
import type { Refused } from '../../platform/http';
import type { Application, StoredPaper } from './application.record';
import type { Applicant } from './applicant';
import type { ToldParts } from './told-parts';

/** Everything a submission is judged by; the notice in the version that binds the session. */
export type Submission = Pick<Application, 'offeringCode' | 'route' | 'photo' | 'signatureFileId'> &
  ToldParts & {
    readonly candidate: Applicant;
    readonly notice: Notice;
    readonly on: LocalDate;
    readonly examOn: LocalDate;
    /** Papers are looked at by a clerk. */
    readonly atCounter: boolean;
    /** By hand, at a counter or for a roster. */
    readonly isSigned: boolean;
  };

/** Judges the candidate's facts; birth date and sex are those of the document once it is given. */
export const assessSubmission = (given: {
  readonly notice: Notice;
  readonly offeringCode: string;
  readonly facts: Facts;
  readonly candidate: Pick<Applicant, 'birthDate' | 'sex'>;
  readonly on: LocalDate;
}): Assessment => {
  const { notice, offeringCode, on, candidate } = given;
  const told = {
    ...(candidate.birthDate === null ? {} : { birthDate: candidate.birthDate }),
    ...(candidate.sex === null ? {} : { sex: candidate.sex }),
  };
  return assess({ notice, offeringCode, facts: { ...given.facts, ...told }, on });
};

/**
 * The first reason why it may not be handed in, or null. In this order: details, document, facts, conditions and chosen
 * route, photo, papers, signature. What needs a person's eye (needs-review) passes to staff.
 */
export const refuseSubmission = (given: Submission, assessment: Assessment): Refused | null =>
  refuseDetails(given) ??
  refuseRoute(given, assessment) ??
  refusePhoto(given) ??
  (given.atCounter ? null : refusePapers(given)) ??
  (given.signatureFileId === null && !given.isSigned ? { refused: 'signature-missing' } : null);

/** What is wrong with the attached photo by the notice's rule; empty where the notice states none. */
export const photoFaults = (notice: Notice, photo: Application['photo']) =>
  photo === null || notice.photo === null ? [] : judgePhoto(photo.facts, notice.photo);

/** What the chosen route and the notice ask for, held against what was handed in. */
export const checklist = (
  notice: Notice,
  given: { offeringCode: string; route: string | null; facts: Facts; papers: readonly StoredPaper[] },
) =>
  checklistOf({
    everybody: notice.documents,
    route: routeDocuments(notice, given),
    attached: given.papers.map(({ document, fileIds, number }) => ({ document, fileCount: fileIds.length, number })),
  });

function refuseDetails({ candidate, notice, on, examOn }: Submission): Refused | null {
  const missing = missingDetails(candidate);
  if (missing.length > 0) return { refused: 'details-missing', data: { missing } };
  const faults = judgeToldIdentity(candidate, { matrix: notice.identity, applicationOn: on, examOn });
  return faults.length > 0 ? { refused: 'identity-refused', data: { faults } } : null;
}

function refuseRoute({ route }: Submission, assessment: Assessment): Refused | null {
  if (assessment.verdict === 'ineligible') return { refused: 'not-eligible', data: { assessment } };
  if (assessment.verdict === 'undecided') return { refused: 'facts-missing', data: { missing: assessment.missing } };
  const chosen = assessment.routes.find((candidate) => candidate.route === route);
  if (!chosen) return { refused: 'details-missing', data: { missing: ['route'] } };
  switch (chosen.verdict) {
    case 'eligible':
    case 'needs-review':
      return null;
    case 'undecided':
      return { refused: 'facts-missing', data: { missing: chosen.missing } };
    case 'ineligible':
      return { refused: 'not-eligible', data: { assessment } };
    default:
      return unreachable(chosen);
  }
}

function refusePhoto({ notice, photo }: Submission): Refused | null {
  if (photo === null) return { refused: 'photo-missing' };
  const faults = photoFaults(notice, photo);
  return faults.length > 0 ? { refused: 'photo-refused', data: { faults } } : null;
}

function refusePapers({ notice, ...given }: Submission): Refused | null {
  const { complete, missing, groups } = checklist(notice, given);
  if (complete) return null;
  const items = groups.flatMap(({ alternatives }) => alternatives.flat());
  const printed = Object.fromEntries(items.map((item) => [item.document, item.printed]));
  return { refused: 'documents-missing', data: { missing, printed } };
}
