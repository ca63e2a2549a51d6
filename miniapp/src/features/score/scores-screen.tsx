import { overview, results, sessions } from '@jikaotong/shared/contract';
import { dayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { call, useAnswer, usePages } from '../../platform';
import { Empty, Group, Heading, Loaded, NoticeBar, Page, LoadMoreButton } from '../../ui';
import { useToday } from '../demonstration';
import { useStaff } from '../staff';
import { ImportPart } from './import-part';
import { PublishButton } from './publish-button';
import { ScoreRow } from './score-row';

/** Marks come in by the Excel template, are looked through, and are published. */
export function ScoresScreen({ sessionId }: { sessionId: string }) {
  const params = { id: sessionId };
  const today = useToday();
  const { may } = useStaff();
  const session = useAnswer(sessions.getStaffSession, { params });
  const counts = useAnswer(overview.getSessionCounts, { params });
  const answer = usePages(['scores', sessionId], (cursor) =>
    call(results.listScores, { params, query: { cursor, limit: 100 } }),
  );
  const ready = session.state === 'ready' ? session.data : null;
  const publishedOn = ready?.publishedOn ?? null;
  const complete = answer.state === 'ready' && answer.data.first.complete && answer.data.items.length > 0;
  return (
    <Page
      action={
        ready && !publishedOn && may(results.publishResults, ready.bodyId) ? (
          <PublishButton session={ready} complete={complete} over={today > ready.examEnd} />
        ) : undefined
      }
    >
      <Heading title="成绩登记与发布">{ready?.name}</Heading>
      {publishedOn ? <NoticeBar tone="go">成绩已于 {dayWords(publishedOn, today)} 发布。</NoticeBar> : null}
      {ready && !publishedOn && may(results.scoreSheet.upload, ready.bodyId) ? (
        <ImportPart session={ready} ticketed={counts.state === 'ready' ? counts.data.ticketed : null} today={today} />
      ) : null}
      <Loaded answer={answer}>
        {(list) =>
          list.items.length === 0 ? (
            <Empty title="还没有成绩">发放准考证后可以下载成绩模板。</Empty>
          ) : (
            <>
              <Group
                title="成绩表"
                foot={list.first.complete ? '各科成绩已登记齐。' : <View>还有成绩没有登记，登记齐后才能发布。</View>}
              >
                {list.items.map((item) => (
                  <ScoreRow key={item.applicationId} item={item} />
                ))}
              </Group>
              <LoadMoreButton list={list} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
