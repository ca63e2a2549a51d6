import { Picker, Text, View } from '@tarojs/components';
import { aria } from '../../ui';

export type TimeInputProps = {
  id: string;
  label: string;
  /** `HH:MM`, or empty while unanswered. */
  value: string;
  onChange: (time: string) => void;
};

/** A time of day from WeChat's own wheel. */
export function TimeInput({ id, label, value, onChange }: TimeInputProps) {
  return (
    <Picker mode="time" value={value || '09:00'} onChange={(event) => onChange(event.detail.value)}>
      <View id={id} className="field__pick" {...aria({ role: 'button', label: `${label}，${value || '请选择'}` })}>
        {value ? <Text>{value}</Text> : <Text className="field__placeholder">请选择</Text>}
      </View>
    </Picker>
  );
}
