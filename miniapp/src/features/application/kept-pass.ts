import type { ApplicationSummary } from '@jikaotong/shared/contract';

type Offering = Pick<ApplicationSummary['offering'], 'occupation' | 'workType' | 'level'>;
type Own = Pick<ApplicationSummary, 'bodyId' | 'progress'> & { readonly offering: Offering };

/** The application whose passes a new one for the same occupation, type and level at the same body would forfeit; null: none. */
export const keptPassOf = <T extends Own>(
  own: readonly T[],
  wanted: { readonly bodyId: string; readonly offering: Offering },
): T | null =>
  own.find(
    ({ bodyId, offering, progress }) =>
      bodyId === wanted.bodyId &&
      offering.occupation === wanted.offering.occupation &&
      offering.workType === wanted.offering.workType &&
      offering.level === wanted.offering.level &&
      progress.next.some(({ action }) => action === 'apply-retake'),
  ) ?? null;
