import { Picker, Text, View } from '@tarojs/components';
import { aria } from './aria';

export type PickInputProps<K extends string> = {
  id?: string | undefined;
  label: string;
  options: readonly { readonly key: K; readonly text: string }[];
  value: K | null;
  onChange: (key: K) => void;
  placeholder: string;
};

/** One of many from WeChat's own wheel. */
export function PickInput<K extends string>({ id, label, options, value, onChange, placeholder }: PickInputProps<K>) {
  const index = options.findIndex((option) => option.key === value);
  const chosen = options[index]?.text;
  return (
    <Picker
      mode="selector"
      range={options.map((option) => option.text)}
      value={Math.max(index, 0)}
      onChange={(event) => {
        const option = options[Number(event.detail.value)];
        if (option) onChange(option.key);
      }}
    >
      <View id={id} className="field__pick" {...aria({ role: 'button', label: `${label}，${chosen ?? placeholder}` })}>
        {chosen ? <Text>{chosen}</Text> : <Text className="field__placeholder">{placeholder}</Text>}
      </View>
    </Picker>
  );
}
