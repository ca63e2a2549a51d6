import { type LocalDate, daysBetween } from '@jikaotong/shared/kernel';
import { dayWords } from '@jikaotong/shared/words';

/** What is said before results come out earlier than planned, with the day and how many days early; null: they do not. */
export function earlySentence(
  planned: { readonly opens: LocalDate | null; readonly closes: LocalDate | null } | undefined | null,
  today: LocalDate,
): string | null {
  const on = planned?.opens ?? planned?.closes ?? null;
  if (on === null || today >= on) return null;
  const what = planned?.opens ? '计划公布日是' : '计划最迟公布日是';
  return `${what} ${dayWords(on, today)}，今天发布早 ${daysBetween(today, on)} 天；公示和复核都从今天算起。`;
}
