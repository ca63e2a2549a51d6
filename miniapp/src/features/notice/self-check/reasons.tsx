import { View } from '@tarojs/components';
import { Bar, Source } from '../../../ui';
import { reasonsOf } from './reasons-of';
import './verdict-view.scss';

/** The reasons of one judged condition, each with its clause one tap away. */
export function Reasons({ of: route, way }: { of: Parameters<typeof reasonsOf>[0]; way?: string }) {
  return (
    <>
      {reasonsOf(route, way).map(({ sentence, source, bar = null }) => (
        <View key={sentence} className="verdict__reason">
          {bar ? <Bar share={bar.share} label={bar.label} tone="warn" /> : null}
          {source ? <Source of={source}>{sentence}</Source> : sentence}
        </View>
      ))}
    </>
  );
}
