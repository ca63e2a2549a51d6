import { Picker, Text, View } from '@tarojs/components';
import { aria } from './aria';

export type DayInputProps = {
  id?: string | undefined;
  label: string;
  /** `YYYY-MM-DD`, or null while unanswered. */
  value: string | null;
  onChange: (day: string) => void;
  placeholder: string;
  earliest: string;
  latest: string;
  /** Where the wheel stands before anything is chosen. */
  startAt: string;
  /** A month, `YYYY-MM`, in the place of a day. */
  byMonth: boolean;
};

/** A day from WeChat's own wheel. */
export function DayInput({
  id,
  label,
  value,
  onChange,
  placeholder,
  earliest,
  latest,
  startAt,
  byMonth,
}: DayInputProps) {
  return (
    <Picker
      mode="date"
      fields={byMonth ? 'month' : 'day'}
      value={value ?? startAt}
      start={earliest}
      end={latest}
      onChange={(event) => onChange(event.detail.value)}
    >
      <View id={id} className="field__pick" {...aria({ role: 'button', label: `${label}，${value ?? placeholder}` })}>
        {value ? <Text>{value}</Text> : <Text className="field__placeholder">{placeholder}</Text>}
      </View>
    </Picker>
  );
}
