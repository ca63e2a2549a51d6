import { type DifferingView, attendance } from '@jikaotong/shared/contract';
import { differingFacts, differingTodo, roomHourWords, subjectWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useAnswer } from '../../platform';
import { Cell, Group } from '../../ui';

export type Differing = DifferingView['items'][number];

/** Who is said to have come by one fact and not by another: both stand beside each other, and what is to be done. */
export function DifferingPart({
  sessionId,
  among = () => true,
  onTap,
}: {
  sessionId: string;
  among?: (one: Differing) => boolean;
  /** What a tap on it leads to; null: nothing for whoever looks. */
  onTap: (one: Differing) => (() => void) | null;
}) {
  const answer = useAnswer(attendance.listDiffering, { params: { id: sessionId } });
  const items = answer.state === 'ready' ? answer.data.items.filter(among) : [];
  if (items.length === 0) return null;
  return (
    <Group
      title={`${items.length} 人到没到场对不上`}
      foot={`两处记录都保留，谁也没有自动改。${items.every(({ published }) => published) ? '' : '处理完才能发布成绩。'}`}
    >
      {items.map((one) => {
        const go = onTap(one);
        return (
          <Cell
            key={one.sittingId}
            id={`differing-${one.sittingId}`}
            title={`${one.name}　${subjectWord(one.subject)}`}
            note={
              <>
                <View>{`${roomHourWords(one)} ${one.seat} 号`}</View>
                <View>{differingFacts(one)}</View>
                <View>{differingTodo(one)}</View>
              </>
            }
            {...(go && { onTap: go })}
          />
        );
      })}
    </Group>
  );
}
