import type { Doubt } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Facts } from '@jikaotong/shared/notice';
import { isHandedIn } from '@jikaotong/shared/rules/documents';
import { type Assessment, type Ruling, isSettled } from '@jikaotong/shared/rules/eligibility';
import { looksLikeTrial } from '@jikaotong/shared/rules/identity';
import { type CertificateNumberFault, certificateNumberFaults } from '@jikaotong/shared/rules/numbering';
import type { Application, StoredPaper } from './application.record';

/** Those that are known when it is handed in; an open case comes and goes. */
export type StoredDoubt = Exclude<Doubt, 'case' | 'portrait' | 'clear'>;

/** Why an application must be looked at by itself before it is approved, in the order in which a reviewer looks. */
export function doubtsOf(given: {
  readonly row: Pick<Application, 'route' | 'name' | 'changedFields'>;
  readonly assessment: Pick<Assessment, 'verdict' | 'routes'>;
  /** What was decided for all of the session. */
  readonly rulings: readonly Ruling[];
  readonly hasPhotoFaults: boolean;
  readonly isPhotoGrey: boolean;
  readonly facts: Pick<Facts, 'certificates'>;
  readonly hasTwin: boolean;
  /** Only a person can compare scans and numbers with what was told. */
  readonly papers: readonly Pick<StoredPaper, 'fileIds' | 'number' | 'validUntil'>[];
  /** The scan of the signed form did not say whose it is: an agent did. */
  readonly isFormGiven?: boolean;
  /** The day on which it is handed in. */
  readonly day: LocalDate;
}): readonly StoredDoubt[] {
  const { row, hasPhotoFaults, isPhotoGrey } = given;
  const hasExpired = given.papers.some(({ validUntil }) => validUntil && validUntil < given.day);
  const all: readonly (readonly [StoredDoubt, boolean])[] = [
    ['condition', isConditionOpen({ ...given, route: row.route })],
    ['photo', hasPhotoFaults],
    ['photo-grey', isPhotoGrey],
    ['mended', row.changedFields.length > 0],
    ['trial-name', row.name !== null && looksLikeTrial(row.name)],
    ['certificate', certificateFaultsIn(given.facts).length > 0],
    ['code-expired', hasExpired],
    ['papers', given.papers.some(isHandedIn) && !hasExpired],
    ['form', given.isFormGiven ?? false],
    ['twin', given.hasTwin],
  ];
  return all.flatMap(([doubt, is]) => (is ? [doubt] : []));
}

/** Whether the chosen condition is left to judgement, and nothing that was decided for all of the session settles it. */
export function isConditionOpen(given: {
  readonly route: string | null;
  readonly assessment: Pick<Assessment, 'verdict' | 'routes'>;
  readonly rulings: readonly Ruling[];
}): boolean {
  const { route, assessment, rulings } = given;
  const chosen = assessment.routes.find((one) => one.route === route);
  return (chosen?.verdict ?? assessment.verdict) !== 'eligible' && !isSettled(given, rulings);
}

/** The numbers of certificates that cannot be right, each with what is wrong. */
export const certificateFaultsIn = ({
  certificates = [],
}: Pick<Facts, 'certificates'>): { number: string; faults: CertificateNumberFault[] }[] =>
  certificates.flatMap(({ number, level, issuedOn }) => {
    const faults = number === undefined ? [] : certificateNumberFaults({ number, level, issuedOn });
    return number === undefined || faults.length === 0 ? [] : [{ number, faults: [...faults] }];
  });
