import type { SessionChangeView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { dayWords, sessionChangeSentence, sessionChangeWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { NoticeBar } from '../../ui';

type Props = { changes: readonly SessionChangeView[]; today: LocalDate };

/** What happened to a session since it was published, the newest first: old and new day, why, and when it was said. */
export function SessionChangeNote({ changes, today }: Props) {
  const [newest, ...earlier] = changes;
  if (!newest) return null;
  return (
    <NoticeBar tone={newest.kind === 'cancelled' ? 'stop' : 'warn'} title={sessionChangeWord(newest.kind)}>
      <View>{sessionChangeSentence(newest, today)}。</View>
      <View>原因：{newest.reason}</View>
      <View>{dayWords(newest.on, today)}公布</View>
      {earlier.map((change) => (
        <View key={change.id}>
          此前{dayWords(change.on, today)}：{sessionChangeSentence(change, today)}
        </View>
      ))}
    </NoticeBar>
  );
}
