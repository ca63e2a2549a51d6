import { Text, View } from '@tarojs/components';
import { aria } from './aria';
import { Tappable } from './tappable';
import './chips.scss';

type Props<K extends string> = {
  /** Read to those who do not see what the chips are about. */
  label: string;
  options: readonly { readonly key: K; readonly text: string }[];
  value: K | null;
  onChoose: (key: K) => void;
  /** Each chip is `<id>-<key>`. */
  id: string;
};

/** One of a few short words, side by side: the states of a list, a room, a subject. */
export function Chips<K extends string>({ label, options, value, onChoose, id }: Props<K>) {
  return (
    <View className="chips" {...aria({ role: 'radiogroup', label })}>
      {options.map(({ key, text }) => (
        <Tappable
          key={key}
          id={`${id}-${key}`}
          className={key === value ? 'chip chip--on' : 'chip'}
          role="radio"
          checked={key === value}
          onTap={() => onChoose(key)}
        >
          <Text>{text}</Text>
        </Tappable>
      ))}
    </View>
  );
}

type PhrasesProps = { phrases: readonly string[]; onChoose: (phrase: string) => void; id: string };

/** Words often needed, put in at one tap; each is `<id>-<place>` from 0. */
export function Phrases({ phrases, onChoose, id }: PhrasesProps) {
  return (
    <View className="chips chips--phrases">
      {phrases.map((phrase, place) => (
        <Tappable
          key={phrase}
          id={`${id}-${place}`}
          className="chip"
          label={`填入：${phrase}`}
          onTap={() => onChoose(phrase)}
        >
          <Text>{phrase}</Text>
        </Tappable>
      ))}
    </View>
  );
}
