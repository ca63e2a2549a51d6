import { type StaffEntryDetail, contests, staffEntries } from '@jikaotong/shared/contract';
import { entryList } from '@jikaotong/shared/lists';
import { looksLikeTrial } from '@jikaotong/shared/rules/identity';
import {
  dayWords,
  documentTypeWord,
  doubtWord,
  entryStateWord,
  fullDayWords,
  levelWord,
  originWord,
  sexWord,
  unitTypeWord,
} from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { backOr, call, dial, fileAddress, isOutdated, replace, toast, useAnswer, useCommand } from '../../platform';
import {
  BigButton,
  Cell,
  Group,
  Heading,
  Loaded,
  RefusalMessage,
  NoticeBar,
  Page,
  Portrait,
  Tag,
  JudgedRoute,
} from '../../ui';
import { useToday } from '../demonstration';
import { useStaff, useTooLate } from '../staff';
import { toneOfEntry } from './entry-tone';
import { groupWords } from './group-words';
import { OpenCase } from './open-case';
import { RefuseSheet } from './refuse-sheet';
import './contest.scss';

/** One entry as staff judge it, and the decision. */
export function JudgeScreen({ id }: { id: string }) {
  const answer = useAnswer(staffEntries.getStaffEntry, { params: { id } });
  return answer.state === 'ready' ? (
    <Judge entry={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function Judge({ entry }: { entry: StaffEntryDetail }) {
  const { may } = useStaff();
  const today = useToday();
  const [refusing, setRefusing] = useState(false);
  const decide = useCommand(staffEntries.decideEntry);
  const { late, reload, unsaid } = useTooLate();
  const { id, version, state, verdict, decision, contest } = entry;
  const goOn = async (done: string) => {
    setRefusing(false);
    toast(done);
    await openNext(contest.noticeId);
  };
  const accept = async () => {
    const reply = await decide.run({ params: { id }, body: { verdict: 'accepted', version } });
    if (reply.ok) await goOn('已通过；登录过的选手会收到消息');
    else if (isOutdated(reply.code)) await reload();
  };
  const waits = state === 'entered' && verdict === 'needs-review' && decision === null && entry.listedOn === null;
  const mayDecide = may(staffEntries.decideEntry) && state === 'entered' && entry.listedOn === null;
  return (
    <Page
      action={
        mayDecide ? (
          <>
            <RefusalMessage refusal={unsaid(decide.refusal)} />
            <View className="contest__decision">
              <BigButton id="refuse-entry" text="不通过" tone="danger" onTap={() => setRefusing(true)} />
              {waits ? (
                <BigButton id="accept-entry" text="通过" busy={decide.busy} onTap={() => void accept()} />
              ) : null}
            </View>
          </>
        ) : undefined
      }
    >
      <Heading title={entry.name}>
        <View>{contest.title}</View>
        <View>{dayWords(entry.enteredOn, today)} 报名</View>
        <Tag text={entryStateWord(waits ? 'undecided' : state)} tone={toneOfEntry(state, waits)} />
      </Heading>
      {late ? <NoticeBar tone="warn" title={lateWords(entry)} /> : null}
      {entry.cases.map((one) => (
        <OpenCase key={one.id} of={one} unprintable={entry.unprintable} />
      ))}
      {looksLikeTrial(entry.name) ? (
        <NoticeBar tone="warn" title={doubtWord('trial-name')}>
          请核对是不是证件上的真实姓名。
        </NoticeBar>
      ) : null}
      {decision ? (
        <NoticeBar
          tone={decision.verdict === 'accepted' ? 'go' : 'stop'}
          title={`${dayWords(decision.on, today)} ${decision.verdict === 'accepted' ? '已核对通过' : '未通过'}`}
        >
          {decision.reason}
        </NoticeBar>
      ) : null}
      <Who entry={entry} />
      {entry.assessment ? (
        <Group title={`参赛条件（系统按${fullDayWords(entry.judgedOn)}的情况判定）`}>
          {entry.assessment.routes.map((route) => (
            <JudgedRoute key={route.route} of={route} today={today} />
          ))}
        </Group>
      ) : (
        <NoticeBar tone="info">来自官网报名名单，参赛条件由官网审核。</NoticeBar>
      )}
      <Facts entry={entry} />
      {refusing ? (
        <RefuseSheet
          entry={entry}
          onClose={() => setRefusing(false)}
          onDone={() => void goOn('已办理；登录过的选手会收到消息')}
          onLate={() => {
            setRefusing(false);
            void reload();
          }}
        />
      ) : null}
    </Page>
  );
}

/** Why a decision was not taken, from how the entry stands now. */
function lateWords({ decision, state }: StaffEntryDetail): string {
  if (decision) return '同事已经办理了这份报名，结果如下';
  return state === 'withdrawn' ? '选手已经撤回这份报名' : '选手刚改过报名，请看过再办理';
}

/** The oldest that waits takes this page's place; with none left the list comes back. */
async function openNext(noticeId: string): Promise<void> {
  const contest = await call(contests.getStaffContest, { params: { id: noticeId } });
  const next = contest.ok ? await nextWaiting(contest.data.entriesId) : null;
  if (next) replace('/packages/contest/judge/index', { id: next });
  else backOr('/packages/contest/entries/index', { id: noticeId });
}

/** The id of the oldest that waits; one of a case is decided there. */
async function nextWaiting(entriesId: string): Promise<string | null> {
  const query = { state: 'submitted', doubts: 'group,condition,trial-name,clear', limit: '20' };
  const waiting = await call(entryList.rows, { params: { id: entriesId }, query });
  const next = waiting.ok ? waiting.data.items.find(({ doubts }) => !doubts.includes('case')) : undefined;
  return next?.id ?? null;
}

/** The portrait beside the document it is compared with. */
function Who({ entry }: { entry: StaffEntryDetail }) {
  const { photoUrl, birthDate, sex, phone } = entry;
  return (
    <>
      <Group>
        <Portrait src={photoUrl && fileAddress(photoUrl)}>
          <View>{documentTypeWord(entry.documentType)}</View>
          <View id="document-number">{entry.documentNumber}</View>
          <View>
            {sex ? sexWord(sex) : ''} {birthDate ? `${fullDayWords(birthDate)}出生` : ''}
          </View>
          <View>{originWord(entry.origin)}</View>
        </Portrait>
      </Group>
      {phone ? (
        <Group>
          <Cell id="call-entrant" title="手机号" value={phone} label={`拨打${phone}`} onTap={() => void dial(phone)} />
        </Group>
      ) : null}
    </>
  );
}

function Facts({ entry }: { entry: StaffEntryDetail }) {
  const { levels, unit, unitType, listedOn, listReference } = entry;
  return (
    <Group title="报名信息">
      {listedOn ? <Cell title="名单导入" value={fullDayWords(listedOn)} /> : null}
      {listReference ? <Cell title="官网报名编号" value={listReference} /> : null}
      {entry.group ? <Cell title="人员类别" note={groupWords(entry.groupName, entry.groupNote)} /> : null}
      {unit ? <Cell title="单位" note={unitType ? `${unit}（${unitTypeWord(unitType)}）` : unit} /> : null}
      {entry.coach ? <Cell title="教练" value={entry.coach} /> : null}
      {levels.length > 0 ? (
        <Cell title="已有等级" value={levels.map(({ level }) => (level === null ? '' : levelWord(level))).join('、')} />
      ) : null}
      {listedOn ? null : (
        <>
          <Cell title="工会会员互助服务卡" value={entry.unionCard ? '有' : '没有'} />
          <Cell title="赛前培训" value={entry.training ? '参加' : '不参加'} />
        </>
      )}
    </Group>
  );
}
