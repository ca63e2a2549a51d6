import { contestEntries } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { lastDayOf } from '@jikaotong/shared/rules/calendar';
import { contestNextWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open, useAnswer } from '../../platform';
import { BigButton, Card } from '../../ui';
import './home.scss';

/** The next stage of every competition that one has entered, as long as one is to come. */
export function ContestCards({ today }: { today: LocalDate }) {
  const answer = useAnswer(contestEntries.listMyEntries, {});
  if (answer.state !== 'ready') return null;
  return (
    <>
      {answer.data.items.map(({ id, state, outAfter, contest }) => {
        const isOver = contest.stages.every(
          ({ announced, cancelled }) => !cancelled && announced !== null && lastDayOf(announced) < today,
        );
        const words = state === 'entered' && !isOver && !outAfter ? contestNextWords(contest, today) : null;
        return words ? (
          <Card key={id}>
            <View className="next__what">{words.title}</View>
            <View className="next__side">{contest.title}</View>
            <View className="next__side">{words.text}</View>
            <View className="next__go">
              <BigButton
                id={`next-entry-${id}`}
                text="查看竞赛报名"
                tone="plain"
                onTap={() => open('/packages/contest/entry/index', { id })}
              />
            </View>
          </Card>
        ) : null;
      })}
    </>
  );
}
