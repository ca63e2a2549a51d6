import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Notice, assumedLeaves } from '@jikaotong/shared/notice';
import { type Calendar, type SessionWindow, type WindowWarning, windowsOf } from '@jikaotong/shared/rules/calendar';
import type { Refused } from '../../platform/http';
import type { Plan } from './plan.policy';
import type { StoredWindow } from './session';

export type PlannedWindows = {
  readonly windows: readonly StoredWindow[];
  readonly warnings: readonly WindowWarning[];
  /** Offerings whose windows differ from the first one's: they want a session of their own. */
  readonly differing: readonly string[];
};

/**
 * The windows the notice gives a plan; all its offerings share them, or they do not belong in one session. Passes may be
 * kept for longer at one level than at another (S25): such a session has no retake window of its own, each result has.
 */
export function planWindows(
  plan: Plan,
  given: { notice: Notice; calendar: Calendar; publishedOn: LocalDate | null },
): PlannedWindows {
  const each = plan.offeringCodes.map((offeringCode) => ({
    offeringCode,
    ...windowsOf({ ...given, offeringCode, session: plan }),
  }));
  const shared = sharedBy(each.map(({ windows }) => windows.filter(isRetake)))
    ? each
    : each.map((one) => ({ ...one, windows: one.windows.filter((window) => !isRetake(window)) }));
  const windows = shared[0]?.windows ?? [];
  return {
    windows: windows.map(storedWindow),
    warnings: once(each.flatMap(({ warnings }) => warnings)),
    differing: shared.filter((one) => !sharedBy([one.windows, windows])).map(({ offeringCode }) => offeringCode),
  };
}

const isRetake = ({ kind }: SessionWindow): boolean => kind === 'retake';

const sharedBy = (lists: readonly (readonly SessionWindow[])[]): boolean =>
  new Set(lists.map((list) => JSON.stringify(list))).size <= 1;

const storedWindow = ({ kind, opens, closes, source }: SessionWindow): StoredWindow => ({
  kind,
  opens,
  closes,
  source,
});

const once = (warnings: readonly WindowWarning[]): WindowWarning[] => [
  ...new Map(warnings.map((warning) => [JSON.stringify([warning.code, warning.data]), warning])).values(),
];

/** The years a calendar covers, such as `2024-2026`; kept with windows that were computed by it. */
export const calendarYearsOf = (calendar: Calendar): string =>
  calendar.length === 0 ? '' : `${calendar[0]?.year}-${calendar.at(-1)?.year}`;

/** Null when every assumed leaf of the notice is named, else `assumption-not-confirmed` with those that are not. */
export function judgeAssumptions(notice: Notice, confirmed: readonly string[]): Refused | null {
  const open = assumedLeaves(notice).filter(({ path }) => !confirmed.includes(path));
  if (open.length === 0) return null;
  return { refused: 'assumption-not-confirmed', data: { paths: open.map(({ path }) => path) } };
}

/** Windows without which a session cannot run; the others may wait for a calendar year to be announced. */
const NEEDED = ['application', 'payment', 'exam'] as const;

/** The needed windows that have an end nobody knows. */
export const missingWindows = (windows: readonly StoredWindow[]): string[] =>
  NEEDED.filter((kind) => {
    const window = windows.find((candidate) => candidate.kind === kind);
    return !window || window.opens === null || window.closes === null;
  }).map((kind) => `window:${kind}`);
