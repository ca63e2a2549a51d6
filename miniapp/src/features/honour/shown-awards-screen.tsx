import { awards } from '@jikaotong/shared/contract';
import { fullDayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useAnswer, useShare } from '../../platform';
import { Cell, Empty, Group, Heading, Loaded, Page, Source } from '../../ui';
import './honour.scss';

/** The awards of a competition as anybody sees them, names masked. */
export function ShownAwardsScreen({ id }: { id: string }) {
  const answer = useAnswer(awards.getContestAwards, { params: { id } });
  useShare('获奖名单', `/packages/honour/shown/index?id=${id}`);
  return (
    <Page>
      <Loaded answer={answer}>
        {({ title, lockedOn, awards: all }) => (
          <>
            <Heading title={title} />
            {lockedOn === null ? (
              <Empty title="奖项还没有确定">比赛结束、申诉办完后公布。</Empty>
            ) : (
              <View className="honour__source">{fullDayWords(lockedOn)}公布</View>
            )}
            {all
              .filter(({ lines }) => lines.length > 0)
              .map(({ code, name, giver, source, lines }) => (
                <Group key={code} title={giver ?? '按有关政策'}>
                  <View className="honour__source">
                    <Source of={source}>{name}</Source>
                  </View>
                  {lines.map((line, at) => (
                    <Cell
                      key={at}
                      title={line.name}
                      note={line.unit ?? undefined}
                      value={line.rank === null ? undefined : `第${line.rank}名`}
                    />
                  ))}
                </Group>
              ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}
