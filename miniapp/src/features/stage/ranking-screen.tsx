import { useState } from 'react';
import { type PublicRank, stageRankings } from '@jikaotong/shared/contract';
import { fullDayWords, lineWords } from '@jikaotong/shared/words';
import { IN_WECHAT, open, useAnswer, useShare } from '../../platform';
import { Cell, Empty, Group, Heading, Loaded, NoticeBar, Page, SearchField } from '../../ui';

/** The published ranks of a stage for everybody, names masked. */
export function RankingScreen({ id }: { id: string }) {
  const answer = useAnswer(stageRankings.getStageRanking, { params: { id }, query: { limit: 200 } }, { whole: true });
  const [wanted, setWanted] = useState('');
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
            <SearchField id="find-rank" label="查找参赛号或单位" maxlength={80} value={wanted} onChange={setWanted} />
            {items.some((row) => isWanted(row, wanted)) ? null : (
              <Empty title="没有找到">请核对参赛号或单位名称；参赛号只填数字。</Empty>
            )}
            {groups.map(({ group, groupName, line }) => (
              <Group
                key={group ?? ''}
                title={groupName ?? '名次'}
                {...(line && !isLast ? { foot: lineWords(line) } : {})}
              >
                {items
                  .filter((row) => row.group === group && isWanted(row, wanted))
                  .map(({ number, name, unit, rank, total, advances }) => (
                    <Cell
                      key={number}
                      id={`rank-${number}`}
                      title={`${rank === null ? '没有名次' : `第${rank}名`}　${name}`}
                      note={[`参赛号 ${number}`, unit].filter(Boolean).join(' · ')}
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

/** By the number on the ticket, or by any part of the unit's name. */
function isWanted({ number, unit }: Pick<PublicRank, 'number' | 'unit'>, wanted: string): boolean {
  const words = wanted.normalize('NFKC').trim();
  if (/^\d+号?$/.test(words)) return number === Number.parseInt(words, 10);
  return words === '' || (unit?.includes(words) ?? false);
}
