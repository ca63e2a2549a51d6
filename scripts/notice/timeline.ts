import { type LocalDate, type Result, failed, ok } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import {
  ANNOUNCED_YEARS,
  type SessionDays,
  type SessionWindow,
  type WindowWarning,
  lastCounterDayOf,
  windowsOf,
} from '@jikaotong/shared/rules/calendar';
import { windowWarningSentence } from '@jikaotong/shared/words';
import { type Answer, type Problem, printedSource, refused } from './answer';
import { findOffering } from './find-notice';
import { dayOption, readArguments } from './read-arguments';

const options = ['offering', 'exam', 'exam-end', 'published', 'month'] as const;
type Given = Readonly<Partial<Record<(typeof options)[number], string>>>;

/** `timeline ID --offering C (--exam DAY [--exam-end DAY] [--published DAY] | --month YYYY-MM)`. */
export async function timeline(args: readonly string[]): Promise<Answer> {
  const read = readArguments(args, options);
  if (!read.ok) return read;
  const found = await findOffering(read.value.subject, read.value.options.offering);
  if (!found.ok) return found;
  const { notice, offering } = found.value;
  const days = sessionDays(read.value.options, notice);
  if (!days.ok) return days;
  const { session, publishedOn } = days.value;
  const answer = windowsOf({
    notice,
    offeringCode: offering.code,
    session,
    publishedOn,
    calendar: ANNOUNCED_YEARS,
  });
  const unlisted = answer.warnings.find(({ code }) => code === 'month-not-listed');
  if (session.examMonth && notice.schedule.length > 0 && unlisted) return monthRefused(unlisted);
  return ok({
    windows: answer.windows.map((window) => printed(notice, window)),
    warnings: answer.warnings.map(({ code, data, source }) => ({ code, data, clause: printedSource(source).clause })),
  });
}

/** A printed schedule has no row for the month: the row that leaves the offering out says so. */
const monthRefused = ({ code, data, source }: WindowWarning): Answer =>
  failed([
    { path: '--month', line: null, code, message: windowWarningSentence(code, { ...data }), ...printedSource(source) },
  ]);

/** A window with its clause; `lastCounterDay` where somebody must come to the counter, `printed` where no day is named. */
function printed(notice: Notice, window: SessionWindow) {
  const { kind, opens, closes, source } = window;
  const counter = lastCounterDayOf({ notice, window, calendar: ANNOUNCED_YEARS });
  const boundary = notice.windows.find((candidate) => candidate.kind === kind)?.opens;
  return {
    kind,
    opens,
    closes,
    ...printedSource(source),
    ...(boundary?.kind === 'printed' ? { printed: boundary.text } : {}),
    ...(counter.ok && counter.value
      ? { lastCounterDay: counter.value.day, counterClause: printedSource(counter.value.source).clause }
      : {}),
  };
}

function sessionDays(
  given: Given,
  notice: Notice,
): Result<{ session: SessionDays; publishedOn: LocalDate | null }, readonly Problem[]> {
  const exam = dayOption('exam', given.exam);
  if (!exam.ok) return exam;
  const examEnd = dayOption('exam-end', given['exam-end']);
  if (!examEnd.ok) return examEnd;
  const published = dayOption('published', given.published);
  if (!published.ok) return published;
  if (given.month !== undefined) {
    if (exam.value ?? examEnd.value ?? published.value)
      return refused('--month', 'options-clash', 'give either --month or the days of an exam');
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(given.month))
      return refused('--month', 'not-a-month', `${given.month} is no YYYY-MM`);
    return ok({ session: { examStart: null, examMonth: given.month }, publishedOn: null });
  }
  if (exam.value === null && needsSession(notice))
    return refused('--exam', 'option-missing', 'give --exam YYYY-MM-DD or --month YYYY-MM');
  if (exam.value !== null && examEnd.value !== null && examEnd.value < exam.value)
    return refused('--exam-end', 'ends-before-start', 'the exam ends before it starts');
  return ok({ session: { examStart: exam.value, examEnd: examEnd.value }, publishedOn: published.value });
}

/** A competition prints its own days: nothing has to be entered. */
const needsSession = (notice: Notice): boolean =>
  notice.windows.some(({ opens, closes }) =>
    [opens, closes].some((end) => end !== null && end.kind !== 'on' && end.kind !== 'printed'),
  );
