import { type LocalDate, daysBetween } from '@jikaotong/shared/kernel';
import { dayAndDistanceWords, dayWords, distanceWords } from '@jikaotong/shared/words';
import { Text, View } from '@tarojs/components';
import './date-line.scss';

/** A day as people say it: `12月12日 周六 · 还有19天`. */
export function DateLine({ day, today }: { day: LocalDate; today: LocalDate }) {
  return <Text>{dayAndDistanceWords(day, today)}</Text>;
}

type Span = { opens: LocalDate | null; closes: LocalDate | null; today: LocalDate };

/** A span of days, and below it, unless it is done with, when it opens or how long it still lasts; a null end is not known yet. */
export function SpanLine({ opens, closes, today, done = false }: Span & { done?: boolean }) {
  const left = done ? null : leftWords({ opens, closes, today });
  return (
    <>
      <View>
        {dayParts({ opens, closes, today }).map((part) => (
          <Text key={part} className="date-part">
            {part}
          </Text>
        ))}
      </View>
      {left ? <View>{left}</View> : null}
    </>
  );
}

/** Each part stays on one line. */
function dayParts({ opens, closes, today }: Span): readonly string[] {
  if (opens && closes) {
    return opens === closes ? [dayWords(opens, today)] : [`${dayWords(opens, today)} 至 `, dayWords(closes, today)];
  }
  if (opens) return [`${dayWords(opens, today)} 起`];
  return [closes ? `${dayWords(closes, today)} 截止` : '日期待公布'];
}

function leftWords({ opens, closes, today }: Span): string | null {
  if (opens && today < opens)
    return opens === closes ? distanceWords(opens, today) : `${distanceWords(opens, today)}开始`;
  if (!closes || today > closes) return null;
  if (today === closes) return opens === closes ? '今天' : '今天截止';
  return `还有${daysBetween(today, closes)}天截止`;
}
