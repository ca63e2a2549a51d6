import type { SessionView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import { referenceDayOf } from '@jikaotong/shared/rules/eligibility';
import { comingMonths, printedStanding } from '@jikaotong/shared/rules/progress';
import { fullDayWords, nextMonthsWords } from '@jikaotong/shared/words';

type Given = { readonly notice: Notice; readonly sessions: readonly SessionView[]; readonly today: LocalDate };

/** The session in which an offering can be applied for today. */
export const openSession = ({ sessions }: Pick<Given, 'sessions'>, code: string): SessionView | undefined =>
  sessions.find(({ state, offerings }) => state === 'applying' && offerings.some((one) => one.code === code));

/** The day by which the conditions are judged for somebody who asks today: that of the open session's exam, where it counts. */
export const judgedOn = ({ notice, sessions, today }: Given, code: string): LocalDate =>
  referenceDayOf(notice, { appliedOn: today, examStart: openSession({ sessions }, code)?.examStart ?? null });

/** Whether anybody can apply for an offering now: in a session here, else, where none is set up, in its printed period. */
export const takesEntries = (given: Given, code: string): boolean =>
  given.sessions.length > 0
    ? openSession(given, code) !== undefined
    : printedStanding(given.notice, given.today, code).state === 'applying';

/** Whether nothing of a notice is to come any more: there is nothing left to find out whether one may apply for. */
export const hasEnded = ({ notice, sessions, today }: Given): boolean =>
  printedStanding(notice, today).state === 'ended' &&
  sessions.every(({ state }) => state === 'ended' || state === 'cancelled');

/** When an offering that takes no entries now may be applied for: its session ahead, or the months that are printed. */
export function closedWords({ notice, sessions, today }: Given, code: string): string {
  const ahead = sessions.find(
    ({ state, offerings }) => state === 'upcoming' && offerings.some((offering) => offering.code === code),
  );
  const opens = ahead?.windows.find(({ kind }) => kind === 'application')?.opens;
  if (ahead && opens) return `现在没有开放报名：${ahead.name}，${fullDayWords(opens)}开始报名`;
  if (notice.kind === 'competition') {
    const { state, on } = printedStanding(notice, today, code);
    return on === null
      ? '现在没有开放报名'
      : `现在没有开放报名：${fullDayWords(on)}${state === 'upcoming' ? '开始' : '已截止'}`;
  }
  const months = notice.offerings.find((offering) => offering.code === code)?.months ?? [];
  return nextMonthsWords(comingMonths(notice, today, code), months, notice.year);
}
