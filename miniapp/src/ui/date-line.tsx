import { type LocalDate, daysBetween } from '@jikaotong/shared/kernel';
import { dayAndDistanceWords, dayWords, distanceWords } from '@jikaotong/shared/words';
import { Text } from '@tarojs/components';

/** A day as people say it: `12月12日 周六 · 还有19天`. */
export function DateLine({ day, today }: { day: LocalDate; today: LocalDate }) {
  return <Text>{dayAndDistanceWords(day, today)}</Text>;
}

/** A span of days with how long it still lasts or when it opens; a null end is not known yet. */
export function SpanLine({
  opens,
  closes,
  today,
}: {
  opens: LocalDate | null;
  closes: LocalDate | null;
  today: LocalDate;
}) {
  return <Text>{spanWords(opens, closes, today)}</Text>;
}

export function spanWords(opens: LocalDate | null, closes: LocalDate | null, today: LocalDate): string {
  if (!opens && !closes) return '日期待公布';
  if (opens && opens === closes) return dayAndDistanceWords(opens, today);
  if (!closes) return opens ? `${dayWords(opens, today)}起 · ${distanceWords(opens, today)}` : '日期待公布';
  if (!opens) return `${dayWords(closes, today)}截止 · ${distanceWords(closes, today)}`;
  const span = `${dayWords(opens, today)} 至 ${dayWords(closes, today)}`;
  if (today < opens) return `${span} · ${distanceWords(opens, today)}开始`;
  if (today > closes) return span;
  return `${span} · ${today === closes ? '今天截止' : `还有${daysBetween(today, closes)}天截止`}`;
}
