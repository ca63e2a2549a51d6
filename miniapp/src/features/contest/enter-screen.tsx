import {
  type ContestView,
  type EntryView,
  UNIT_TYPES,
  contestEntries,
  contests,
  notices,
} from '@jikaotong/shared/contract';
import { type Notice, OTHER_GROUP, levelsNamed } from '@jikaotong/shared/notice';
import { assessEntrant, questionAsked } from '@jikaotong/shared/rules/eligibility';
import { levelWord, posterSentence, unitTypeWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { replace, useAnswer, useCommand, useSignIn, scrollToFault } from '../../platform';
import { BigButton, Choices, Group, Heading, Loaded, NoticeBar, Page, PickField, SwitchRow, TextField } from '../../ui';
import { ConsentSheet, SignInGate, useConsent } from '../account';
import { PortraitPicker, RefusalNote, formOf, readIdentity } from '../application';
import { useToday } from '../demonstration';
import { ClaimButton, useWaitingEntry } from '../message';
import { useMessageAsk } from '../subscription';
import {
  BLANK_WORDS,
  type EntryForm,
  type KnownEntrant,
  type MissingField,
  missingFieldsOf,
  bodyOf,
  bornOf,
  groupChoices,
  startForm,
  storedOf,
} from './entry-form';
import { AgeLine, EntrantVerdict, refusedAssessment } from './entrant-verdict';
import { IdentityFields } from './identity-fields';
import './contest.scss';

/** Entering as an individual, or changing one's entry: one page, filled with what is known. */
export function EnterScreen({ id }: { id: string }) {
  const { phase } = useSignIn();
  const isIn = phase === 'in';
  const contest = useAnswer(contests.getContest, { params: { id } });
  const notice = useAnswer(notices.getNotice, { params: { id } });
  const known = useAnswer(contestEntries.getKnownEntrant, { params: { id } }, { enabled: isIn });
  const waiting = useWaitingEntry(id);
  const entryId = known.state === 'ready' ? known.data.entryId : null;
  const entry = useAnswer(contestEntries.getEntry, { params: { id: entryId ?? '' } }, { enabled: entryId !== null });
  const isEntryReady = entryId === null || entry.state === 'ready';
  if (contest.state === 'ready' && !(contest.data.state === 'open' && contest.data.entersHere))
    return <NotOpen contest={contest.data} />;
  if (isIn && notice.state === 'ready' && known.state === 'ready' && isEntryReady) {
    const found = entryId !== null && entry.state === 'ready' ? entry.data : null;
    return <Form notice={notice.data.notice} known={known.data} entry={found} unitName={waiting?.unitName ?? null} />;
  }
  return (
    <Page>
      <SignInGate why="登录后可以报名参赛，截止前可以修改或撤回。">
        <Loaded answer={notice}>
          {() => <Loaded answer={known}>{() => <Loaded answer={entry}>{() => null}</Loaded>}</Loaded>}
        </Loaded>
      </SignInGate>
    </Page>
  );
}

/** Before the window and after it: when it is or was, and the way back; nothing to fill in that would be refused. */
function NotOpen({ contest }: { contest: ContestView }) {
  return (
    <Page
      action={
        <BigButton
          id="go-contest"
          text="查看竞赛"
          onTap={() => replace('/packages/contest/contest/index', { id: contest.noticeId })}
        />
      }
    >
      <Heading title={contest.title} />
      <NoticeBar tone="info">{posterSentence(contest.state, contest)}</NoticeBar>
    </Page>
  );
}

type FormProps = {
  notice: Notice;
  known: KnownEntrant;
  entry: EntryView | null;
  /** Who entered somebody with one's phone, that nobody has claimed. */
  unitName: string | null;
};

function Form({ notice, known, entry, unitName }: FormProps) {
  const today = useToday();
  const stored = storedOf(known);
  const [form, setForm] = useState(() => startForm(formOf(stored, notice.identity, { isDraft: false }), known, entry));
  const [asked, setAsked] = useState(false);
  const [consenting, setConsenting] = useState(false);
  const consented = useConsent();
  const enter = useCommand(contestEntries.enterContest);
  const save = useCommand(contestEntries.changeEntry);
  const askForMessages = useMessageAsk('enter');
  const change = (part: Partial<EntryForm>) => setForm({ ...form, ...part });
  const reading = readIdentity(form.identity, { matrix: notice.identity, stored, on: today, examOn: today });
  const blanks = missingFieldsOf(form, reading);
  const offering = notice.offerings[0];
  const occupation = offering?.occupation ?? '';
  const assessment = offering
    ? assessEntrant(
        { notice, offeringCode: offering.code },
        { ...bornOf(form.identity, reading), group: form.group, on: today },
      )
    : null;
  const lacks = (field: MissingField) => asked && blanks.includes(field);
  const refusal = enter.refusal ?? save.refusal;
  const refused = refusedAssessment(refusal);

  const send = async () => {
    const body = bodyOf(form, reading, occupation);
    if (!body) return;
    const reply = entry
      ? await save.run({ params: { id: entry.id }, body }, { ifMatch: entry.version })
      : await enter.run({ params: { id: notice.id }, body });
    if (reply.ok) replace('/packages/contest/entry/index', { id: reply.data.id });
  };
  const askAndGoOn = async () => {
    await askForMessages();
    if (consented) await send();
    else setConsenting(true);
  };
  const goOn = () => {
    setAsked(true);
    if (blanks.length > 0 || assessment?.verdict === 'ineligible') return scrollToFault();
    void askAndGoOn();
  };
  return (
    <Page
      action={
        <BigButton id="send-entry" text={entry ? '保存修改' : '提交报名'} busy={enter.busy || save.busy} onTap={goOn} />
      }
    >
      {unitName !== null && entry === null ? (
        <>
          <NoticeBar tone="warn">
            {`${unitName}已经用您的手机号报了这项竞赛。报的是您本人的，请核对确认，不用再报一次。`}
          </NoticeBar>
          <ClaimButton tone="plain" />
        </>
      ) : null}
      <IdentityFields
        form={form.identity}
        reading={reading}
        matrix={notice.identity}
        known={known}
        today={today}
        asked={asked}
        onChange={(part) => change({ identity: { ...form.identity, ...part } })}
      />
      <View className="contest__source">
        <AgeLine notice={notice} />
      </View>
      <View className={assessment?.verdict === 'ineligible' ? 'is-missing' : ''}>
        <EntrantVerdict of={assessment} today={today} />
      </View>
      <Group title="人员类别">
        <View className={lacks('group') ? 'is-missing' : ''}>
          <Choices
            label="人员类别"
            options={groupChoices(notice)}
            value={form.group}
            onChoose={(group) => change({ group })}
          />
        </View>
        <Missing of="group" is={lacks('group')} />
        {form.group === OTHER_GROUP ? (
          <TextField
            id="group-note"
            label="具体工作"
            value={form.groupNote}
            maxlength={60}
            error={lacks('groupNote') ? '请填写您的具体工作' : null}
            onChange={(groupNote) => change({ groupNote })}
          />
        ) : null}
      </Group>
      <UnitFields levels={levelsNamed(notice)} form={form} lacks={lacks} onChange={change} />
      <View className={lacks('photo') ? 'is-missing' : ''}>
        <PortraitPicker
          rule={notice.photo}
          known={entry?.photoUrl ?? known.photoUrl}
          keeping={entry ? null : { checked: form.keepsPhoto, onChange: (keepsPhoto) => change({ keepsPhoto }) }}
          onUploaded={(photoFileId) => change({ photoFileId })}
        />
      </View>
      <Missing of="photo" is={lacks('photo')} />
      {asked && blanks.length > 0 ? (
        <NoticeBar tone="stop">请先填好：{blanks.map((blank) => BLANK_WORDS[blank]).join('、')}</NoticeBar>
      ) : null}
      {asked ? <EntrantVerdict of={assessment} today={today} /> : null}
      {refused ? (
        <EntrantVerdict of={refused} today={today} />
      ) : (
        <RefusalNote refusal={refusal} asked={(fact) => questionAsked(notice, offering?.code ?? '', fact)} />
      )}
      {refusal?.code === 'entry-by-unit' ? (
        <BigButton
          id="go-claim-entry"
          text="认领单位替我报的名"
          tone="plain"
          onTap={() => replace('/packages/unit/claim/index')}
        />
      ) : null}
      {consenting ? (
        <ConsentSheet
          onClose={() => setConsenting(false)}
          onDone={() => {
            setConsenting(false);
            void send();
          }}
        />
      ) : null}
    </Page>
  );
}

/** What to do where nothing was chosen, below the place where it is chosen. */
const Missing = ({ of, is }: { of: MissingField; is: boolean }) =>
  is ? <NoticeBar tone="stop">{`请选择${BLANK_WORDS[of]}`}</NoticeBar> : null;

const NO_LEVEL = 'none';
type UnitProps = {
  readonly levels: readonly number[];
  readonly form: EntryForm;
  readonly lacks: (field: MissingField) => boolean;
  readonly onChange: (part: Partial<EntryForm>) => void;
};

function UnitFields({ levels, form, lacks, onChange }: UnitProps) {
  return (
    <>
      <Group title="单位">
        <TextField
          id="unit"
          label="单位全称"
          value={form.unit}
          maxlength={80}
          error={lacks('unit') ? '请填写单位全称' : null}
          onChange={(unit) => onChange({ unit })}
        />
        <PickField
          id="unit-type"
          label="单位类型"
          options={UNIT_TYPES.map((key) => ({ key, text: unitTypeWord(key) }))}
          value={form.unitType}
          error={lacks('unitType') ? '请选择单位类型' : null}
          onChange={(unitType) => onChange({ unitType })}
        />
        <TextField
          id="coach"
          label="教练（选填）"
          value={form.coach}
          maxlength={60}
          onChange={(coach) => onChange({ coach })}
        />
      </Group>
      <Group title="其他">
        <PickField
          id="held-level"
          label="本职业已有等级证书"
          options={[
            { key: NO_LEVEL, text: '没有' },
            ...levels.map((level) => ({ key: String(level), text: levelWord(level) })),
          ]}
          value={form.level === null ? NO_LEVEL : String(form.level)}
          onChange={(key) => onChange({ level: levels.find((level) => String(level) === key) ?? null })}
        />
        <SwitchRow
          id="union-card"
          text="持有工会会员互助服务卡"
          checked={form.unionCard}
          onChange={(unionCard) => onChange({ unionCard })}
        />
        <SwitchRow
          id="training"
          text="参加赛前培训"
          note="自愿参加"
          checked={form.training}
          onChange={(training) => onChange({ training })}
        />
      </Group>
    </>
  );
}
