import { stageRankings } from '@jikaotong/shared/contract';
import { fullDayWords, lineWords } from '@jikaotong/shared/words';
import { IN_WECHAT, open, useAnswer, useShare } from '../../platform';
import { Cell, Group, Heading, Loaded, NoticeBar, Page } from '../../ui';

/** The published ranks of a stage for everybody, names masked. */
export function RankingScreen({ id }: { id: string }) {
  const answer = useAnswer(stageRankings.getStageRanking, { params: { id }, query: { limit: 200 } }, { whole: true });
  const title = answer.state === 'ready' ? `${answer.data.title}${answer.data.stageName}名次` : '竞赛名次';
  useShare(title, `/packages/stage/ranking/index?id=${id}`);
  return (
    <Page>
      <Loaded answer={answer}>
        {({ title: contest, stageName, isLast, revision, publishedOn, reason, groups, items }) => (
          <>
            <Heading title={`${stageName}名次`} />
            <NoticeBar tone="info" title={contest}>
              {`${fullDayWords(publishedOn)}公布${revision > 1 ? `（第${revision}次）` : ''}`}
            </NoticeBar>
            {reason ? (
              <NoticeBar tone="warn" title="更正原因">
                {reason}
              </NoticeBar>
            ) : null}
            {groups.map(({ group, groupName, line }) => (
              <Group
                key={group ?? ''}
                title={groupName ?? '名次'}
                {...(line && !isLast ? { foot: lineWords(line) } : {})}
              >
                {items
                  .filter((row) => row.group === group)
                  .map(({ number, name, rank, total, advances }) => (
                    <Cell
                      key={number}
                      id={`rank-${number}`}
                      title={`${rank === null ? '没有名次' : `第${rank}名`}　${name}`}
                      note={`参赛号 ${number}`}
                      value={[total, advances ? '晋级' : ''].filter(Boolean).join('　') || undefined}
                    />
                  ))}
              </Group>
            ))}
            {IN_WECHAT ? null : (
              <Group>
                <Cell
                  id="go-hall"
                  title="现场大屏"
                  note="全屏、大字，自动更新"
                  onTap={() => open('/packages/stage/hall/index', { id })}
                />
              </Group>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
