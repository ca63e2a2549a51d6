import { notices } from '@jikaotong/shared/contract';
import { type LocalDate, dayOfMonth, monthOf } from '@jikaotong/shared/kernel';
import { Text, View } from '@tarojs/components';
import { open, useAnswer } from '../../../platform';
import { BigButton, Cell, Group, Heading, Loaded, Page } from '../../../ui';
import { spansOf } from './year-draft';

/** The years of days off by which all dates are reckoned, newest first; the next one is added here. */
export function YearsScreen() {
  const answer = useAnswer(notices.getCalendarYears, {});
  const next = answer.state === 'ready' ? Math.max(...answer.data.years.map(({ year }) => year)) + 1 : null;
  return (
    <Page
      action={
        next === null ? undefined : <BigButton id="add-year" text={`填写 ${next} 年`} onTap={() => openYear(next)} />
      }
    >
      <Heading title="放假安排">按工作日推算的日期都用它。国务院公布下一年的安排后，请对照通知填写。</Heading>
      <Loaded answer={answer}>
        {({ years }) => (
          <Group>
            {newestFirst(years).map(({ year, off, worked, source }) => (
              <Cell
                key={year}
                id={`year-${year}`}
                title={`${year} 年`}
                note={source}
                value={`放假 ${off.length} 天`}
                onTap={() => openYear(year)}
              >
                <View className="body-year">
                  <Kept
                    words={spansOf(off).map(({ from, to }) =>
                      from === to ? shortWords(from) : `${shortWords(from)}至${shortWords(to)}`,
                    )}
                  />
                </View>
                {worked.length === 0 ? null : (
                  <View className="body-year">
                    调休上班：
                    <Kept words={worked.map((day) => shortWords(day))} />
                  </View>
                )}
              </Cell>
            ))}
          </Group>
        )}
      </Loaded>
    </Page>
  );
}

/** Each day or span stays on one line. */
const Kept = ({ words }: { words: readonly string[] }) => (
  <>
    {words.map((word, at) => (
      <Text key={word} className="body-year-kept">
        {word}
        {at < words.length - 1 ? '、' : ''}
      </Text>
    ))}
  </>
);

const newestFirst = <T,>(years: readonly T[]): T[] => years.reduceRight<T[]>((list, year) => [...list, year], []);

/** The year stands above. */
const shortWords = (day: LocalDate): string => `${monthOf(day)}月${dayOfMonth(day)}日`;

const openYear = (year: number): void => open('/packages/staff/calendar-year/index', { year: String(year) });
