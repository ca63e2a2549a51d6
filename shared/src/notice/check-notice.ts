import { checkFees } from './check-fees';
import { checkLists } from './check-lists';
import { checkQuotes } from './check-quotes';
import { checkRepeats } from './check-repeats';
import { checkBounds, checkWindows } from './check-windows';
import type { Notice } from './notice';
import type { NoticeProblem } from './problem';
import { sourcesOf } from './walk';

/** Every problem that needs no I/O: words, names, sums and references; empty when the notice is sound. Without the raw text
 * (`null`) the quotes are not looked up. */
export const checkNotice = (notice: Notice, rawText: string | null): readonly NoticeProblem[] => [
  ...(rawText === null ? [] : checkQuotes(notice, rawText)),
  ...checkRepeats(notice),
  ...checkLists(notice),
  ...checkFees(notice),
  ...checkWindows(notice),
  ...checkBounds(notice),
];

/** The leaves of a notice that nobody printed, with the reason; staff confirm them before publishing. */
export const assumedLeaves = (notice: Notice): readonly { path: string; reason: string }[] =>
  sourcesOf(notice).assumed.map(({ path, reason }) => ({ path: path.join('.'), reason }));
