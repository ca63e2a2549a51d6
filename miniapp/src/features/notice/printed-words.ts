import type { Offering, Source } from '@jikaotong/shared/notice';
import { assumptionWords, closedUp, conditionWords } from '@jikaotong/shared/words';

/**
 * What a source says, corrected where the print is damaged: the quote, or how what it does not say is handled. Spaces that a scan
 * left inside a sentence are closed, and the caret that it set before a footnote's number goes; the quote itself is shown as
 * printed.
 */
export function printedWords(source: Source): string {
  if ('clause' in source) return closedUp(source.corrected ?? source.quote);
  return 'assumed' in source ? assumptionWords(source.assumed) : (source.quote ?? source.standard);
}

/** A condition of an offering as printed; in plain words where the notice itself does not print it. */
export function routeWords(
  offering: Pick<Offering, 'routes'>,
  { route, source }: { route: string; source: Source },
): string {
  const own = offering.routes.find(({ code }) => code === route);
  return 'clause' in source || !own ? printedWords(source) : conditionWords(own.condition);
}
