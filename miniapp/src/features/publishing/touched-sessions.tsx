import type { NoticeDraftView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { dayWords, offeringIn, windowWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { NoticeBar } from '../../ui';

type Props = { sessions: NoticeDraftView['sessions']; today: LocalDate };
type Span = NoticeDraftView['sessions'][number]['windows'][number]['before'];

/** What the sessions that run mean for publishing: what stands in its way, and what is still to be done afterwards. */
export function TouchedSessions({ sessions, today }: Props) {
  const words = ({ opens, closes }: Span) =>
    [opens, closes].map((day) => (day === null ? '未定' : dayWords(day, today))).join(' 至 ');
  return (
    <>
      {sessions
        .filter(({ lost }) => lost.length > 0)
        .map(({ id, name, lost }) => (
          <NoticeBar key={`lost ${id}`} tone="stop" title={`“${name}”还在用要取消的项目，不能发布`}>
            {lost.map((offering) => (
              <View key={offering.code}>{offeringIn(offering)}</View>
            ))}
            <View>请先取消这个批次，或从批次里去掉这些项目。</View>
          </NoticeBar>
        ))}
      {sessions
        .filter(({ windows }) => windows.length > 0)
        .map(({ id, name, published, windows }) => (
          <NoticeBar key={`windows ${id}`} tone="warn" title={`“${name}”的时间与新版写的不同`}>
            {windows.map(({ kind, before, after }) => (
              <View key={kind}>
                {windowWord(kind)}：现在 {words(before)}；按新版 {words(after)}
              </View>
            ))}
            <View>
              {published
                ? '批次的时间不会自动变。要改，发布后到这个批次里办理变更，考生会收到通知。'
                : '这个批次还没有发布，发布通知后要重新确认时间。'}
            </View>
          </NoticeBar>
        ))}
    </>
  );
}
