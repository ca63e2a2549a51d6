import { checkBounds } from './check-bounds';
import { checkContest } from './check-contest';
import { checkFees } from './check-fees';
import { checkLists } from './check-lists';
import { checkNotKept } from './check-not-kept';
import { checkNumbers } from './check-numbers';
import { checkQuotes } from './check-quotes';
import { checkReachable } from './check-reachable';
import { checkRepeats } from './check-repeats';
import { checkWindows } from './check-windows';
import type { Notice } from './notice';
import type { NoticeProblem } from './problem';
import { type NodePath, sourcesOf } from './walk';

/**
 * Every problem that needs no I/O: words, numbers, names, sums and references; empty when the notice is sound. Without the
 * raw text (`null`) the quotes are not looked up. What only follows from another problem is not told beside it.
 */
export function checkNotice(notice: Notice, rawText: string | null): readonly NoticeProblem[] {
  const quotes = rawText === null ? [] : checkQuotes(notice, rawText);
  const repeated = checkRepeats(notice);
  if (repeated.length > 0) return [...quotes, ...repeated];
  const order = [...checkWindows(notice), ...checkBounds(notice), ...checkReachable(notice)];
  // why: a number is held against a quote only once the quote is known to be the printed one, and once it makes sense
  const told = [...quotes.map(({ path }) => path.slice(0, -2)), ...order.map(nodeOf)].map((path) => path.join('.'));
  const numbers = [...checkNumbers(notice), ...checkFees(notice)].filter(
    ({ path }) => !path.some((_, length) => told.includes(path.slice(0, length + 1).join('.'))),
  );
  return [...quotes, ...numbers, ...checkLists(notice), ...checkContest(notice), ...order, ...checkNotKept(notice)];
}

/** The node that a problem of order is about: the window, the span, the leaf. */
const nodeOf = ({ path, code }: NoticeProblem): NodePath =>
  code === 'condition-unreachable' ? path : path.slice(0, -1);

/** The leaves of a notice that nobody printed, with the reason; staff confirm them before publishing. */
export const assumedLeaves = (notice: Notice): readonly { path: string; reason: string }[] =>
  sourcesOf(notice).assumed.map(({ path, reason }) => ({ path: path.join('.'), reason }));
