import type { Doubt } from '@jikaotong/shared/lists';
import type { Assessment } from '@jikaotong/shared/rules/eligibility';
import { looksLikeTrial } from '@jikaotong/shared/rules/identity';
import type { Application } from './application.record';

/** Those that are known when it is handed in; an open case comes and goes. */
export type StoredDoubt = Exclude<Doubt, 'case' | 'clear'>;

/** Why an application must be looked at by itself before it is approved, in the order in which a reviewer looks. */
export function doubtsOf(given: {
  readonly row: Pick<Application, 'route' | 'name' | 'changedFields'>;
  readonly assessment: {
    readonly verdict: Assessment['verdict'];
    readonly routes: readonly { readonly route: string; readonly verdict: Assessment['verdict'] }[];
  };
  readonly hasPhotoFaults: boolean;
  readonly isPhotoGrey: boolean;
}): readonly StoredDoubt[] {
  const { row, assessment, hasPhotoFaults, isPhotoGrey } = given;
  const chosen = assessment.routes.find(({ route }) => route === row.route);
  const all: readonly (readonly [StoredDoubt, boolean])[] = [
    ['condition', (chosen?.verdict ?? assessment.verdict) !== 'eligible'],
    ['photo', hasPhotoFaults],
    ['photo-grey', isPhotoGrey],
    ['mended', row.changedFields.length > 0],
    ['trial-name', row.name !== null && looksLikeTrial(row.name)],
  ];
  return all.flatMap(([doubt, is]) => (is ? [doubt] : []));
}
