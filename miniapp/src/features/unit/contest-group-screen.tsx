import { type ContestGroupView, contestGroups } from '@jikaotong/shared/contract';
import { fullDayWords, refusalSentence } from '@jikaotong/shared/words';
import { open, reloadScreens, useAnswer, useOnShow, useSignIn } from '../../platform';
import { Cell, Group, Heading, Loaded, NoticeBar, Page, Source } from '../../ui';
import { SignInGate } from '../account';
import { GroupPackage } from './group-package';
import { GroupSite } from './group-site';
import { GroupTickets } from './group-tickets';

/** The people of a unit in one competition: for its agents, and for staff who take in what came by e-mail. */
export function ContestGroupScreen({ id }: { id: string }) {
  const { phase } = useSignIn();
  if (phase === 'in') return <LoadedGroup id={id} />;
  return (
    <Page>
      <SignInGate why="登录后办理竞赛团体报名。">{null}</SignInGate>
    </Page>
  );
}

function LoadedGroup({ id }: { id: string }) {
  const answer = useAnswer(contestGroups.getContestGroup, { params: { id } });
  useOnShow(() => void reloadScreens());
  return (
    <Page>
      <Loaded answer={answer}>{(group) => <Standing group={group} />}</Loaded>
    </Page>
  );
}

function Standing({ group }: { group: ContestGroupView }) {
  const { contest, closed, counts } = group;
  return (
    <>
      <Heading title={contest.title}>
        {group.unitName}
        {contest.closesOn === null ? '' : ` · ${fullDayWords(contest.closesOn)}截止`}
      </Heading>
      {closed ? <NoticeBar tone="warn">{sentenceOf(closed)}</NoticeBar> : null}
      {group.way === 'package' ? (
        <Group title="参赛选手" foot={<Source of={group.source}>{group.text}</Source>}>
          <Cell
            id="group-entrants"
            title="已报名"
            note={counts.undecided > 0 ? `其中 ${counts.undecided} 人等协会核对` : null}
            value={`${counts.entered} 人`}
            {...(counts.entered > 0 ? { onTap: () => open('/packages/unit/entrants/index', { id: group.id }) } : {})}
          />
          <Cell title="看通知原文" onTap={() => open('/pages/notice/index', { id: contest.noticeId })} />
        </Group>
      ) : null}
      <GroupTickets group={group} />
      {group.way === 'package' ? <GroupPackage group={group} /> : <GroupSite group={group} />}
    </>
  );
}

const sentenceOf = ({ code, data }: NonNullable<ContestGroupView['closed']>): string =>
  refusalSentence(code === 'too-early' || code === 'too-late' ? code : 'wrong-state', data);
