import { type EntryView, contestEntries } from '@jikaotong/shared/contract';
import { closingWords, contestNextWords, fullDayWords, levelWord, unitTypeWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { confirm, open, useAnswer, useCommand, useOnShow } from '../../platform';
import {
  BigButton,
  Cell,
  Group,
  Heading,
  KeptNote,
  Loaded,
  RefusalMessage,
  NoticeBar,
  Page,
  TextButton,
} from '../../ui';
import { SignInGate } from '../account';
import { useToday } from '../demonstration';
import { HelpLineOf } from '../notice';
import { OwnTrainings } from '../training';
import { groupWords } from './group-words';
import { OwnAwardsLink, OwnPlaces, OwnStagesLink } from './own-contest';
import { StageTicket, useOwnStanding } from './own-stages';
import { Stages } from './stages';
import './contest.scss';

type Props = { id: string; /** It was found among what units had entered a moment ago. */ claimed: boolean };

/** One's own entry: what was entered, what is printed and announced, and the way to change it until closing. */
export const EntryScreen = ({ id, claimed }: Props) => (
  <Page>
    <SignInGate why="登录后可以查看自己的报名。">
      <OwnEntry id={id} claimed={claimed} />
    </SignInGate>
  </Page>
);

function OwnEntry({ id, claimed }: Props) {
  const answer = useAnswer(contestEntries.getEntry, { params: { id } });
  const today = useToday();
  useOnShow(() => answer.state === 'ready' && answer.refresh());
  return (
    <Loaded answer={answer}>
      {(entry) => (
        <>
          <KeptNote keptAt={answer.state === 'ready' ? answer.keptAt : undefined} />
          <Heading title={entry.contest.title} />
          {claimed ? (
            <NoticeBar tone="go" title="已认领">
              {`${entry.unit}替您报的名现在归您本人管理。请核对下面的报名信息${entry.contest.state === 'open' ? '，填错了可以点“修改报名”' : ''}。`}
            </NoticeBar>
          ) : null}
          {entry.state === 'refused' ? (
            <NoticeBar tone="stop" title="没有通过核对">
              <View>{entry.decision?.reason}</View>
              <View>{entry.contest.state === 'open' ? '截止前可以改正后重新报名。' : '报名已经截止。'}</View>
            </NoticeBar>
          ) : entry.state === 'entered' ? (
            <NoticeBar tone="go" title={entry.decision?.verdict === 'accepted' ? '已报名，已核对通过' : '已报名'}>
              {entry.verdict === 'needs-review' && !entry.decision ? '工作人员正在核对，结果会在“消息”里通知您。' : ''}
              {entry.contest.state === 'open' && entry.contest.closesOn
                ? `${closingWords(entry.contest.closesOn, today)}，之前（含当日）可以修改或撤回。`
                : entry.contest.state === 'open'
                  ? ''
                  : '报名已经截止，不能再自己修改。姓名、证件号码等填错了，请拨打下面的咨询电话更正。'}
            </NoticeBar>
          ) : (
            <NoticeBar tone="warn" title="已撤回">
              {entry.contest.state === 'open' ? '截止前可以重新报名。' : '报名已经截止。'}
            </NoticeBar>
          )}
          <Standing entry={entry} />
          {entry.state === 'entered' ? <Next entry={entry} /> : null}
          <StageTicket of={entry} today={today} />
          {entry.state === 'entered' ? <OwnPlaces id={id} /> : null}
          <OwnStagesLink id={id} />
          <Stages contest={entry.contest} today={today} />
          {entry.state === 'entered' ? <OwnTrainings noticeId={entry.contest.noticeId} /> : null}
          {entry.state === 'entered' ? <OwnAwardsLink id={id} /> : null}
          <HelpLineOf noticeId={entry.contest.noticeId} />
          <Facts entry={entry} />
          {entry.contest.state === 'open' ? <Actions entry={entry} /> : null}
        </>
      )}
    </Loaded>
  );
}

/** One's latest rank. */
function Standing({ entry }: { entry: EntryView }) {
  const words = useOwnStanding(entry);
  return words === null ? null : <NoticeBar tone="info" title={words} />;
}

/** The next stage, and after one who goes on. */
function Next({ entry: { contest, outAfter } }: { entry: EntryView }) {
  const words = contestNextWords(contest, useToday(), { outAfter, phone: true });
  return words ? (
    <NoticeBar tone="info" title={words.title}>
      {words.text}
    </NoticeBar>
  ) : null;
}

function Facts({ entry }: { entry: EntryView }) {
  const { levels } = entry;
  return (
    <Group title="报名信息">
      <Cell title="姓名" value={entry.name} />
      <Cell title="证件号码" value={entry.documentNumberMasked} />
      <Cell title="手机号" value={entry.phoneMasked} />
      <Cell title="人员类别" note={groupWords(entry.groupName, entry.groupNote)} />
      <Cell title="单位" note={`${entry.unit}（${unitTypeWord(entry.unitType)}）`} />
      {entry.coach ? <Cell title="教练" value={entry.coach} /> : null}
      {levels.length > 0 ? (
        <Cell title="已有等级" value={levels.map(({ level }) => (level === null ? '' : levelWord(level))).join('、')} />
      ) : null}
      <Cell title="工会会员互助服务卡" value={entry.unionCard ? '有' : '没有'} />
      <Cell title="报名日期" value={fullDayWords(entry.enteredOn)} />
    </Group>
  );
}

function Actions({ entry }: { entry: EntryView }) {
  const withdraw = useCommand(contestEntries.withdrawEntry);
  const leave = async () => {
    const sure = await confirm({ title: '撤回报名', text: '截止前可以重新报名。', yes: '撤回' });
    if (sure) await withdraw.run({ params: { id: entry.id } });
  };
  const edit = () => open('/packages/contest/enter/index', { id: entry.contest.noticeId });
  return (
    <View className="contest__go">
      <BigButton
        id="change-entry"
        text={entry.state === 'entered' ? '修改报名' : '重新报名'}
        tone={entry.state === 'entered' ? 'plain' : 'primary'}
        onTap={edit}
      />
      {entry.state === 'entered' ? <TextButton id="withdraw-entry" text="撤回报名" onTap={() => void leave()} /> : null}
      <RefusalMessage refusal={withdraw.refusal} />
    </View>
  );
}
