import { type LocalDate, dayOfMonth, daysBetween, monthOf, weekdayOf, yearOf } from '@jikaotong/shared/kernel';
import { Text } from '@tarojs/components';

const WEEKDAYS = { 1: '周一', 2: '周二', 3: '周三', 4: '周四', 5: '周五', 6: '周六', 7: '周日' } as const;

/** `12月12日 周六`, with the year when it is not today's. */
export function dayWords(day: LocalDate, today: LocalDate): string {
  const year = yearOf(day) === yearOf(today) ? '' : `${yearOf(day)}年`;
  return `${year}${monthOf(day)}月${dayOfMonth(day)}日 ${WEEKDAYS[weekdayOf(day)]}`;
}

/** `还有19天`, `今天`, `3天前`. */
export function distanceWords(day: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, day);
  if (days === 0) return '今天';
  if (days === 1) return '明天';
  return days > 0 ? `还有${days}天` : `${-days}天前`;
}

/** A day as people say it: `12月12日 周六 · 还有19天`. */
export function DateLine({ day, today }: { day: LocalDate; today: LocalDate }) {
  return (
    <Text>
      {dayWords(day, today)} · {distanceWords(day, today)}
    </Text>
  );
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
  if (opens && opens === closes) return `${dayWords(opens, today)} · ${distanceWords(opens, today)}`;
  if (!closes) return opens ? `${dayWords(opens, today)}起 · ${distanceWords(opens, today)}` : '日期待公布';
  if (!opens) return `${dayWords(closes, today)}截止 · ${distanceWords(closes, today)}`;
  const span = `${dayWords(opens, today)} 至 ${dayWords(closes, today)}`;
  if (today < opens) return `${span} · ${distanceWords(opens, today)}开始`;
  if (today > closes) return span;
  return `${span} · ${today === closes ? '今天截止' : `还有${daysBetween(today, closes)}天截止`}`;
}
