import { contestGroups, ownAwards, type ReplyOf } from '@jikaotong/shared/contract';
import { fullDayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open, useAnswer, useCommand } from '../../platform';
import { Cell, Group, Loaded, RefusalMessage } from '../../ui';

/** The competitions that a unit may enter people for; nothing where there is none. */
export function UnitContests({ unitId }: { unitId: string }) {
  const answer = useAnswer(contestGroups.listUnitContests, { query: { unit: unitId } });
  const begin = useCommand(contestGroups.openContestGroup);
  const go = async (noticeId: string, groupId: string | null) => {
    const id = groupId ?? (await opened(noticeId));
    if (id !== null) open('/packages/unit/contest/index', { id });
  };
  const opened = async (noticeId: string) => {
    const reply = await begin.run({ body: { unitId, noticeId } });
    return reply.ok ? reply.data.id : null;
  };
  return (
    <>
      <Loaded answer={answer}>
        {({ items }) =>
          items.length === 0 ? null : (
            <Group title="竞赛团体报名">
              {items.map(({ noticeId, title, way, state, opensOn, closesOn, groupId }) => (
                <Cell
                  key={noticeId}
                  id={`contest-${noticeId}`}
                  title={title}
                  note={
                    <>
                      <View>{way === 'package' ? '名单和照片打包上传' : '在主办方网站报名，这里记下每一步'}</View>
                      <View>
                        {state === 'upcoming' && opensOn !== null
                          ? `${fullDayWords(opensOn)}开始`
                          : closesOn === null
                            ? '截止日期待定'
                            : `${fullDayWords(closesOn)}截止`}
                      </View>
                    </>
                  }
                  value={wordOf(state, groupId)}
                  onTap={() =>
                    isForReading(state, groupId)
                      ? open('/pages/notice/index', { id: noticeId })
                      : void go(noticeId, groupId)
                  }
                />
              ))}
            </Group>
          )
        }
      </Loaded>
      <RefusalMessage refusal={begin.refusal} />
    </>
  );
}

type State = ReplyOf<typeof contestGroups.listUnitContests>['items'][number]['state'];

/** Closed before anything was begun: there is only the notice to read. */
const isForReading = (state: State, groupId: string | null): boolean => state === 'closed' && groupId === null;

const wordOf = (state: State, groupId: string | null): string => {
  if (groupId === null) return state === 'closed' ? '已截止' : '开始';
  return state === 'closed' ? '查看' : '继续';
};

/** The awards, once the unit has entered a competition, or won without entering here. */
export function UnitAwardsCell({ unitId }: { unitId: string }) {
  const contests = useAnswer(contestGroups.listUnitContests, { query: { unit: unitId } });
  const won = useAnswer(ownAwards.listUnitAwards, { params: { id: unitId } });
  const hasEntered = contests.state === 'ready' && contests.data.items.some(({ groupId }) => groupId !== null);
  const hasWon = won.state === 'ready' && won.data.items.length > 0;
  if (!hasEntered && !hasWon) return null;
  return (
    <Group>
      <Cell id="go-unit-awards" title="竞赛奖项" onTap={() => open('/packages/honour/unit/index', { id: unitId })} />
    </Group>
  );
}
