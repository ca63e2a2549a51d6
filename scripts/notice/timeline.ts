import { type Result, ok } from '@jikaotong/shared/kernel';
import { ANNOUNCED_YEARS, type SessionDays, windowsOf } from '@jikaotong/shared/rules/calendar';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Answer, type Problem, printedSource, refused } from './answer';
import { findOffering } from './find-notice';
import { dayOption, readArguments } from './read-arguments';

const options = ['offering', 'exam', 'exam-end', 'published', 'month'] as const;

/** `timeline ID --offering C (--exam DAY [--exam-end DAY] [--published DAY] | --month YYYY-MM)`. */
export async function timeline(args: readonly string[]): Promise<Answer> {
  const read = readArguments(args, options);
  if (!read.ok) return read;
  const found = await findOffering(read.value.subject, read.value.options.offering);
  if (!found.ok) return found;
  const days = sessionDays(read.value.options);
  if (!days.ok) return days;
  const { session, publishedOn } = days.value;
  const { windows, warnings } = windowsOf({
    notice: found.value.notice,
    offeringCode: found.value.offering.code,
    session,
    publishedOn,
    calendar: ANNOUNCED_YEARS,
  });
  return ok({
    windows: windows.map(({ kind, opens, closes, source }) => ({ kind, opens, closes, ...printedSource(source) })),
    warnings: warnings.map(({ code, data, source }) => ({ code, data, clause: printedSource(source).clause })),
  });
}

function sessionDays(
  given: Readonly<Partial<Record<(typeof options)[number], string>>>,
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
  if (exam.value === null) return refused('--exam', 'option-missing', 'give --exam YYYY-MM-DD or --month YYYY-MM');
  if (examEnd.value !== null && examEnd.value < exam.value)
    return refused('--exam-end', 'ends-before-start', 'the exam ends before it starts');
  return ok({ session: { examStart: exam.value, examEnd: examEnd.value }, publishedOn: published.value });
}
