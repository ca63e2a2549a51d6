import { ownAwards } from '@jikaotong/shared/contract';
import { fullDayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useAnswer } from '../../platform';
import { Cell, Empty, Group, Loaded, Page, Source } from '../../ui';
import { SignInGate } from '../account';
import './honour.scss';

/** What a unit and its people won, for whoever acts for it. */
export const UnitAwardsScreen = ({ id }: { id: string }) => (
  <Page>
    <SignInGate why="登录后可以查看单位的奖项。">
      <Won id={id} />
    </SignInGate>
  </Page>
);

function Won({ id }: { id: string }) {
  const answer = useAnswer(ownAwards.listUnitAwards, { params: { id } });
  return (
    <Loaded answer={answer}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title="还没有奖项">单位和本单位选手的奖项确定后，会出现在这里。</Empty>
        ) : (
          <>
            {items.map(({ id: awardId, title, recipient, name, giver, rank, source, paperNumber, remindOn }) => (
              <Group key={awardId} title={title}>
                <View className="honour__source">
                  <Source of={source}>{name}</Source>
                </View>
                <Cell
                  title={recipient}
                  note={[giver, paperNumber].filter(Boolean).join(' · ')}
                  value={rank === null ? undefined : `第${rank}名`}
                />
                {remindOn ? <Cell title="请单位按程序推荐" value={`${fullDayWords(remindOn)}提醒`} /> : null}
              </Group>
            ))}
          </>
        )
      }
    </Loaded>
  );
}
