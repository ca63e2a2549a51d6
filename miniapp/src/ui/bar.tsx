import { View } from '@tarojs/components';
import { aria } from './aria';
import './bar.scss';

type Props = {
  /** How much of the whole there is, 0 to 1; more is drawn as all of it. */
  share: number;
  /** A line that must be reached, 0 to 1. */
  mark?: number;
  /** The same in words, for those who do not see it and below the bar. */
  label: string;
  tone?: 'go' | 'warn';
};

/** How far something has come: a length beside its words, never instead of them. */
export function Bar({ share, mark, label, tone = 'go' }: Props) {
  const percent = (part: number) => `${Math.round(Math.min(1, Math.max(0, part)) * 100)}%`;
  return (
    <View className="bar" {...aria({ role: 'img', label })}>
      <View className="bar__way">
        <View className={`bar__done bar__done--${tone}`} style={{ width: percent(share) }} />
        {mark === undefined ? null : <View className="bar__mark" style={{ left: percent(mark) }} />}
      </View>
      <View className="bar__label">{label}</View>
    </View>
  );
}
