import { type Clause } from '@jikaotong/shared/kernel';
import type { ConductRule, Notice } from '@jikaotong/shared/notice';
import { breachWords, tierWords } from '@jikaotong/shared/words';

/** A printed breach with what the notice lets follow. */
export type PrintedItem = {
  readonly code: string;
  readonly text: string;
  readonly follows: string;
  readonly afterWarning: boolean;
  readonly needsSubject: boolean;
  /** Light or serious decides how long. */
  readonly hasSeverity: boolean;
  readonly source: Clause;
};

/** The weight of a printed item; null: nothing printed. */
export const printedTier = (
  { conduct }: Pick<Notice, 'conduct'>,
  item: string | null,
): ConductRule['tiers'][number] | null =>
  conduct?.tiers.find(({ breaches }) => breaches.some(({ code }) => code === item)) ?? null;

/** Every printed item, the lightest weight first. */
export const printedItems = ({ conduct }: Pick<Notice, 'conduct'>): PrintedItem[] =>
  (conduct?.tiers ?? []).flatMap((tier) =>
    tier.breaches.map((breach) => ({
      code: breach.code,
      text: breachWords(breach),
      follows: tierWords(tier),
      afterWarning: breach.afterWarning,
      needsSubject: tier.cancels === 'this-subject',
      hasSeverity: tier.ban?.kind === 'years' && tier.ban.light !== tier.ban.serious,
      source: breach.source,
    })),
  );

export const printedItem = (notice: Pick<Notice, 'conduct'>, code: string | null): PrintedItem | null =>
  printedItems(notice).find((item) => item.code === code) ?? null;
