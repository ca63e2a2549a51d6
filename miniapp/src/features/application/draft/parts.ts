import type { CallArgs } from '../../../platform';
import type { applications } from '@jikaotong/shared/contract';

/** Parts of a draft as they are saved; what is absent stays as it was. */
export type DraftParts = CallArgs<typeof applications.saveApplication>['body'];

/** Both, the later ones winning field by field. */
export const mergedParts = (earlier: DraftParts, later: DraftParts): DraftParts => ({
  ...earlier,
  ...later,
  ...(earlier.candidate || later.candidate ? { candidate: { ...earlier.candidate, ...later.candidate } } : {}),
});
