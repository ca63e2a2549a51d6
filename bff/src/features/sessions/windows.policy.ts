import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Notice, type WindowKind, assumedLeaves } from '@jikaotong/shared/notice';
import { type Calendar, type SessionWindow, type WindowWarning, windowsOf } from '@jikaotong/shared/rules/calendar';
import { laterPapersOf } from '@jikaotong/shared/rules/progress';
import type { Refused } from '../../platform/http';
import type { Plan } from './plan.policy';
import type { PaperDay, StoredWindow } from './session';

export type PlannedWindows = {
  readonly windows: readonly StoredWindow[];
  readonly warnings: readonly WindowWarning[];
  /** Offerings whose windows differ from the first one's, or that have no printed days of their own: they want a session of their own. */
  readonly differing: readonly string[];
};

/**
 * The windows the notice gives a plan; all its offerings share them, or they do not belong in one session. Passes may be
 * kept for longer at one level than at another (S25): such a session has no retake window of its own, each result has.
 */
export function planWindows(
  plan: Plan,
  given: {
    notice: Notice;
    calendar: Calendar;
    publishedOn: LocalDate | null;
    /** On which day each subject is examined, as far as it is known. */
    paperDays: readonly PaperDay[];
  },
): PlannedWindows {
  const lastDay = lastPaperDay(plan, given);
  const each = plan.offeringCodes.map((offeringCode) => {
    const rules = { ...given, offeringCode };
    const { windows, warnings } = windowsOf({ ...rules, session: plan });
    if (lastDay === plan.examEnd) return { offeringCode, windows, warnings };
    const known = lastDay ?? given.publishedOn;
    const later = windowsOf({ ...rules, session: { ...plan, examEnd: known ?? plan.examEnd } }).windows;
    const afterLastPaper = (window: SessionWindow): SessionWindow => {
      if (!hangsOnLastPaper(window.kind)) return window;
      return known === null
        ? { ...window, opens: null, closes: null }
        : (later.find(({ kind }) => kind === window.kind) ?? window);
    };
    return { offeringCode, windows: windows.map(afterLastPaper), warnings };
  });
  const shared = sharedBy(each.map(({ windows }) => windows.filter(isRetake)))
    ? each
    : each.map((one) => ({ ...one, windows: one.windows.filter((window) => !isRetake(window)) }));
  const windows = shared[0]?.windows ?? [];
  return {
    windows: windows.map(storedWindow),
    warnings: once(each.flatMap(({ warnings }) => warnings)),
    differing: [
      ...new Set([
        ...shared.filter((one) => !sharedBy([one.windows, windows])).map(({ offeringCode }) => offeringCode),
        ...withoutRow(plan, given.notice),
      ]),
    ],
  };
}

/** Offerings that the printed table does not give this month, beside one that it does: its days are not theirs. */
function withoutRow({ offeringCodes, examStart }: Plan, { schedule }: Notice): readonly string[] {
  const month = examStart.slice(0, 7);
  const row = schedule.find((one) => one.month === month && offeringCodes.some((code) => one.offerings.includes(code)));
  return row ? offeringCodes.filter((code) => !row.offerings.includes(code)) : [];
}

/** Results count from the last subject of all (S25 三 考生完成所有科目评价后), and what counts from them with them. */
export const hangsOnLastPaper = (kind: WindowKind): boolean => AFTER_LAST_PAPER.has(kind);
const AFTER_LAST_PAPER: ReadonlySet<WindowKind> = new Set<WindowKind>(['results', 'publicity', 'review']);

/** The day on which the last subject is examined; null while one is still to be announced. */
function lastPaperDay(
  { offeringCodes, examEnd }: Plan,
  { notice, paperDays }: { notice: Notice; paperDays: readonly PaperDay[] },
): LocalDate | null {
  let last = examEnd;
  for (const code of offeringCodes)
    for (const { day } of laterPapersOf(notice, code, paperDays)) {
      if (day === null) return null;
      if (day > last) last = day;
    }
  return last;
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
