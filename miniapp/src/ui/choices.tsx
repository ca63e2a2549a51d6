import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import { Picture } from './picture';
import { Tappable } from './tappable';
import './choices.scss';

type Option<K extends string> = { readonly key: K; readonly text: string; readonly note?: string };

type Props<K extends string> = {
  /** Read to those who do not see the question above. */
  label: string;
  options: readonly Option<K>[];
  value: K | null;
  onChoose: (key: K) => void;
};

/** One of a few, each a full row to tap. */
export function Choices<K extends string>({ label, options, value, onChoose }: Props<K>) {
  return (
    <View {...aria({ role: 'radiogroup', label })}>
      {options.map((option) => (
        <Tappable
          key={option.key}
          className="choice"
          role="radio"
          checked={option.key === value}
          onTap={() => onChoose(option.key)}
        >
          <View className="choice__text">
            <View>{option.text}</View>
            {option.note ? <View className="choice__note">{option.note}</View> : null}
          </View>
          <Text className="choice__mark">{option.key === value ? '✓' : ''}</Text>
        </Tappable>
      ))}
    </View>
  );
}

type SwitchProps = { text: string; note?: string; checked: boolean; onChange: (checked: boolean) => void; id?: string };
type CheckProps = Omit<SwitchProps, 'text' | 'note'> & {
  text: ReactNode;
  note?: ReactNode;
  picture?: string | null;
};

/** One thing to agree to or to include, with its picture where there is one. */
export function Check({ text, note, checked, onChange, id, picture }: CheckProps) {
  return (
    <Tappable className="choice" role="checkbox" id={id} checked={checked} onTap={() => onChange(!checked)}>
      <Text className={checked ? 'choice__box choice__box--on' : 'choice__box'}>{checked ? '✓' : ''}</Text>
      {picture ? <Picture className="choice__picture" src={picture} mode="aspectFit" lazyLoad label="" /> : null}
      <View className="choice__text">
        <View>{text}</View>
        {note ? <View className="choice__note">{note}</View> : null}
      </View>
    </Tappable>
  );
}

/** A setting that takes effect at once. */
export function SwitchRow({ text, note, checked, onChange, id }: SwitchProps) {
  return (
    <Tappable className="choice" role="switch" id={id} checked={checked} onTap={() => onChange(!checked)}>
      <View className="choice__text">
        <View>{text}</View>
        {note ? <View className="choice__note">{note}</View> : null}
      </View>
      <Text className="choice__state">{checked ? '已开' : '已关'}</Text>
      <View className={checked ? 'choice__switch choice__switch--on' : 'choice__switch'} />
    </Tappable>
  );
}
