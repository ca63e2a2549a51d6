import { type ContestView, contestEntries, contests, notices, stageRankings } from '@jikaotong/shared/contract';
import type { Notice } from '@jikaotong/shared/notice';
import { posterSentence } from '@jikaotong/shared/words';
import { open, useAnswer, useOnShow, useShare, useSignIn } from '../../platform';
import { BigButton, Cell, Group, Heading, Loaded, NoticeBar, Page, TextButton } from '../../ui';
import { useToday } from '../demonstration';
import { ClaimButton, useWaitingEntry } from '../message';
import { Contacts, ContestRules, Originals, UnitEntryCell } from '../notice';
import { Stages } from './stages';

/** A competition: when one enters, when it is held, and one's own entry. */
export function ContestScreen({ id }: { id: string }) {
  const answer = useAnswer(contests.getContest, { params: { id } });
  const notice = useAnswer(notices.getNotice, { params: { id } });
  const { account } = useSignIn();
  const known = useAnswer(contestEntries.getKnownEntrant, { params: { id } }, { enabled: account !== null });
  const waiting = useWaitingEntry(id);
  const today = useToday();
  useOnShow(() => known.state === 'ready' && known.data.entryId === null && known.refresh());
  const title = answer.state === 'ready' ? answer.data.title : '竞赛';
  useShare(title, `/packages/contest/contest/index?id=${id}`);
  const entryId = known.state === 'ready' ? known.data.entryId : null;
  const contest = answer.state === 'ready' ? answer.data : null;
  return (
    <Page action={contest ? <Enter contest={contest} entryId={entryId} waits={waiting !== null} /> : undefined}>
      <Loaded answer={answer}>
        {(view) => (
          <Originals notice={id}>
            <Heading title={view.title} />
            {view.entersHere || view.state === 'closed' ? null : (
              <NoticeBar tone="warn">这项竞赛在官网报名。这里有每一步的说明，也可以记下您的报名情况。</NoticeBar>
            )}
            {view.stages[0]?.cancelled ? (
              <NoticeBar tone="stop">比赛已取消，不再接受报名。</NoticeBar>
            ) : (
              <NoticeBar tone={view.state === 'open' ? 'go' : 'info'}>{posterSentence(view.state, view)}</NoticeBar>
            )}
            {waiting === null || entryId ? null : (
              <NoticeBar tone="warn">{`${waiting.unitName}已经用您的手机号报了这项竞赛。报的是您本人的，请核对确认，不用再报一次。`}</NoticeBar>
            )}
            <Stages contest={view} today={today} />
            <PublishedRanks noticeId={id} />
            {notice.state === 'ready' ? (
              <>
                {view.state !== 'closed' && hasGroups(notice.data.notice) ? (
                  <Group title="团体报名">
                    <UnitEntryCell />
                  </Group>
                ) : null}
                <ContestRules notice={notice.data.notice} />
                <Contacts contacts={notice.data.notice.contacts} />
              </>
            ) : null}
            <Group>
              <Cell id="go-shown-awards" title="获奖名单" onTap={() => open('/packages/honour/shown/index', { id })} />
              <Cell id="go-notice" title="查看通知" onTap={() => open('/pages/notice/index', { id })} />
            </Group>
          </Originals>
        )}
      </Loaded>
    </Page>
  );
}

/** Whether units enter their people. */
const hasGroups = ({ applicationMethods }: Pick<Notice, 'applicationMethods'>): boolean =>
  applicationMethods.some(({ who }) => who === 'group');

/** The way to the ranks of each stage that has published them. */
function PublishedRanks({ noticeId }: { noticeId: string }) {
  const answer = useAnswer(stageRankings.listPublishedStages, { params: { id: noticeId } });
  const out = answer.state === 'ready' ? answer.data.items.filter(({ publishedOn }) => publishedOn !== null) : [];
  if (out.length === 0) return null;
  return (
    <Group title="名次">
      {out.map(({ id, code, name }) => (
        <Cell
          key={code}
          id={`ranks-${code}`}
          title={`${name}名次`}
          onTap={() => open('/packages/stage/ranking/index', { id })}
        />
      ))}
    </Group>
  );
}

type EnterProps = { contest: ContestView; entryId: string | null; waits: boolean };

function Enter({ contest, entryId, waits }: EnterProps) {
  if (entryId) {
    return (
      <BigButton
        id="go-entry"
        text="查看我的报名"
        onTap={() => open('/packages/contest/entry/index', { id: entryId })}
      />
    );
  }
  const mayEnter = contest.entersHere && contest.state === 'open';
  if (waits)
    return (
      <>
        <ClaimButton />
        {mayEnter ? (
          <TextButton
            id="enter-anyway"
            text="报的不是我，我要个人报名"
            onTap={() => open('/packages/contest/enter/index', { id: contest.noticeId })}
          />
        ) : null}
      </>
    );
  if (!contest.entersHere) {
    // nobody can register any more
    if (contest.state === 'closed') return null;
    return (
      <BigButton
        id="go-guide"
        text={contest.state === 'open' ? '按步骤去官网报名' : '看官网报名的步骤'}
        onTap={() => open('/packages/contest/guide/index', { id: contest.noticeId })}
      />
    );
  }
  if (!mayEnter) return null;
  return (
    <BigButton
      id="enter-contest"
      text="个人报名"
      onTap={() => open('/packages/contest/enter/index', { id: contest.noticeId })}
    />
  );
}
