import { refusalSentence } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { DayField, TextButton } from '../../../ui';
import { type DayFault, LONGEST_SPAN_DAYS, type Span, type SpanFault } from './year-draft';

type Props = {
  id: string;
  year: number;
  spans: readonly Span[];
  /** What is wrong with each span; null: not to be shown yet. */
  faults: readonly SpanFault[] | null;
  /** One day each, without an end. */
  single?: boolean;
  onChange: (spans: readonly Span[]) => void;
};

/** Days in a row, one under the other. */
export function SpanFields({ id, year, spans, faults, single = false, onChange }: Props) {
  const set = (at: number, part: Partial<Span>) =>
    onChange(spans.map((span, place) => (place === at ? { ...span, ...part } : span)));
  const bounds = { earliest: `${year}-01-01`, latest: `${year}-12-31` };
  return (
    <>
      {spans.map(({ from, to }, at) => (
        <View key={at}>
          <DayField
            {...bounds}
            id={`${id}-${at}-from`}
            label={single ? `第 ${at + 1} 天` : `第 ${at + 1} 段：首日`}
            value={from}
            startAt={from ?? spans[at - 1]?.from ?? bounds.earliest}
            error={faultWords(faults?.[at]?.from, from, year)}
            side={
              single || spans.length > 1 ? (
                <TextButton
                  id={`${id}-${at}-drop`}
                  text="删去"
                  onTap={() => onChange(spans.filter((_, place) => place !== at))}
                />
              ) : null
            }
            onChange={(day) => set(at, { from: day })}
          />
          {single ? null : (
            <DayField
              {...bounds}
              id={`${id}-${at}-to`}
              label="末日（含当天）"
              value={to}
              startAt={to ?? from ?? bounds.earliest}
              error={faultWords(faults?.[at]?.to, to, year)}
              onChange={(day) => set(at, { to: day })}
            />
          )}
        </View>
      ))}
    </>
  );
}

function faultWords(fault: DayFault | null | undefined, day: string | null, year: number): string | null {
  if (!fault) return null;
  if (fault === 'unanswered') return '请选择日期';
  if (fault === 'other-year') return `请选 ${year} 年的日期`;
  if (fault === 'backwards') return '末日早于首日';
  if (fault === 'too-long') return `一段最多 ${LONGEST_SPAN_DAYS} 天，请核对月份`;
  return refusalSentence('calendar-year-wrong', { reason: fault, day });
}
