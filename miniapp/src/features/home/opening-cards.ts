import type { OpeningView } from '@jikaotong/shared/contract';

/** One occupation of a card, and its levels that are open. */
type OpenOccupation = { readonly occupation: string; readonly openings: readonly OpeningView[] };

/** What is open by one notice until one day, by occupation. */
export type OpeningCard = {
  readonly key: string;
  /** Any of them: what is the same for all. */
  readonly common: OpeningView;
  readonly occupations: readonly OpenOccupation[];
};

/** What is open, a card for each batch and last day, in the order it came; within a card by occupation. */
export function openingCards(openings: readonly OpeningView[]): readonly OpeningCard[] {
  const keys = [...new Set(openings.map(keyOf))];
  return keys.flatMap((key) => {
    const own = openings.filter((opening) => keyOf(opening) === key);
    const [common] = own;
    const names = [...new Set(own.map(({ offering }) => offering.occupation))];
    const occupations = names.map((occupation) => ({
      occupation,
      openings: own.filter(({ offering }) => offering.occupation === occupation),
    }));
    return common ? [{ key, common, occupations }] : [];
  });
}

const keyOf = ({ noticeId, sessionId, closes }: OpeningView): string => [noticeId, sessionId, closes].join(' ');
