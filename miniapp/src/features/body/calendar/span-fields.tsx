import { View } from '@tarojs/components';
import { DayField, TextButton } from '../../../ui';
import type { Span } from './year-draft';

type Props = {
  id: string;
  year: number;
  spans: readonly Span[];
  shown: boolean;
  /** One day each, without an end. */
  single?: boolean;
  onChange: (spans: readonly Span[]) => void;
};

/** Days in a row, one under the other. */
export function SpanFields({ id, year, spans, shown, single = false, onChange }: Props) {
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
            error={shown && from === null ? '请选择日期' : null}
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
              error={shown && from !== null && to !== null && to < from ? '末日早于首日' : null}
              onChange={(day) => set(at, { to: day })}
            />
          )}
        </View>
      ))}
    </>
  );
}
