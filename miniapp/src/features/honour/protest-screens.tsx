import { type StaffProtest, judging, protests, stages } from '@jikaotong/shared/contract';
import { dayAt } from '@jikaotong/shared/kernel';
import { type ListRow, protestList } from '@jikaotong/shared/lists';
import { dayAndDistanceWords, dayWords, protestStateWord, protestStepWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open, useAnswer, useCommand, viewFile } from '../../platform';
import {
  BigButton,
  Card,
  Cell,
  Choices,
  Group,
  Loaded,
  NoticeBar,
  Page,
  ProseField,
  RefusalMessage,
  Tag,
  type Tone,
} from '../../ui';
import { useToday } from '../demonstration';
import { ListView } from '../list';
import { useStaff } from '../staff';
import './honour.scss';

type Row = ListRow<typeof protestList>;

const TONES: Readonly<Record<Row['state'], Tone>> = { open: 'warn', upheld: 'go', rejected: 'quiet' };

const cardOf = ({ name, unit, contest, state }: Row) => ({
  title: name ?? '',
  note: [unit, contest].filter(Boolean).join(' · '),
  value: <Tag text={protestStateWord(state)} tone={TONES[state]} />,
});

/** What entrants of a body protested against. */
export const ProtestListScreen = ({ bodyId }: { bodyId: string }) => (
  <ListView
    list={protestList}
    id={bodyId}
    unit="件"
    about="选手对公布的名次有异议时提出；由没有参加这一阶段评分的人裁决，裁决完才能确定奖项。"
    empty={{ title: '没有申诉', text: '选手提出后会出现在这里。' }}
    card={cardOf}
    tones={{ state: TONES }}
    elementId={({ id }) => `protest-${id}`}
    onOpen={({ id }) => open('/packages/honour/protest/index', { id })}
  />
);

/** One protest before the arbitration group, with its ledger. */
export function ProtestScreen({ id }: { id: string }) {
  const answer = useAnswer(protests.getStaffProtest, { params: { id } });
  return answer.state === 'ready' ? (
    <Judge protest={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

type Outcome = 'rejected' | 'upheld' | 'ranks';

function Judge({ protest }: { protest: StaffProtest }) {
  const { id, name, unit, title, stageName, subject, words, evidence, state, ledger, mayDecide, to, awaitsRanks } =
    protest;
  const params = { id };
  const today = useToday();
  const decide = useCommand(protests.decideProtest);
  const note = useCommand(protests.noteProtest);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const said = reason.trim();
  const go = () => {
    setAsked(true);
    if (outcome === null || said === '') return;
    const body = { upheld: outcome !== 'rejected', ranksChange: outcome === 'ranks', reason: said };
    void decide.run({ params, body });
  };
  const keep = async () => {
    setAsked(false);
    if (said !== '' && (await note.run({ params, body: { words: said } })).ok) setReason('');
  };
  const isOpen = state === 'open';
  return (
    <Page
      action={
        isOpen && mayDecide ? (
          <BigButton id="decide-protest" text="作出裁决" busy={decide.busy} onTap={go} />
        ) : undefined
      }
    >
      <Card>
        <View className="honour__head">{`${name}：${subject}`}</View>
        <View className="honour__side">{[unit, title, stageName].filter(Boolean).join(' · ')}</View>
        <Tag text={protestStateWord(state)} tone={TONES[state]} />
      </Card>
      <RefusalMessage refusal={decide.refusal ?? note.refusal} />
      {isOpen && !mayDecide ? (
        <NoticeBar tone="warn">您录入或核对过这一阶段的成绩，要由其他人裁决；可以在下面记录办理情况。</NoticeBar>
      ) : null}
      {awaitsRanks ? <NoticeBar tone="warn">申诉成立，请更正成绩并重新公布名次，之后才能确定奖项。</NoticeBar> : null}
      <Standing protest={protest} />
      <Group title="申诉理由">
        <Cell title={words} />
        {evidence.map((file, at) => (
          <Cell key={file.id} id={`evidence-${at + 1}`} title={`证据${at + 1}`} onTap={() => void viewFile(file)} />
        ))}
      </Group>
      <Group title="办理经过">
        {ledger.map(({ kind, at, by, words: step }, place) => (
          <Cell
            key={place}
            title={`${protestStepWord(kind)}（${by}）`}
            note={step}
            value={dayWords(dayAt(at), today)}
          />
        ))}
      </Group>
      {isOpen ? (
        <Group title={mayDecide ? `${to}裁决` : '办理记录'} foot="选手能看到裁决和理由。">
          {mayDecide ? (
            <Choices
              label="裁决"
              options={[
                { key: 'rejected' as const, text: '维持原成绩' },
                { key: 'ranks' as const, text: '申诉成立，成绩或名次要更正' },
                { key: 'upheld' as const, text: '申诉成立，不影响名次' },
              ]}
              value={outcome}
              onChoose={setOutcome}
            />
          ) : null}
          {asked && outcome === null ? <NoticeBar tone="stop">请选择怎样裁决</NoticeBar> : null}
          <ProseField
            id="protest-reason"
            label="理由或办理记录"
            value={reason}
            maxlength={500}
            error={asked && said === '' ? '请写明理由' : null}
            onChange={setReason}
          />
          <Cell id="note-protest" title="只记入办理经过，先不裁决" onTap={() => void keep()} />
        </Group>
      ) : null}
    </Page>
  );
}

/** What is published of the entrant, where it came from, and by when to decide. */
function Standing({ protest: { published, stageId, stageName, bodyId, state, decideBy } }: { protest: StaffProtest }) {
  const today = useToday();
  const { may } = useStaff();
  return (
    <Group
      title={`已公布的${stageName}成绩`}
      foot={state === 'open' && decideBy ? '裁决期限按申诉期限的天数，从提出当天算起。' : null}
    >
      {state === 'open' && decideBy ? (
        <Cell id="decide-by" title="裁决期限" value={dayAndDistanceWords(decideBy, today)} />
      ) : null}
      {published ? (
        <Cell
          id="protest-standing"
          title={`参赛号 ${published.number}　${published.rank === null ? '没有名次' : `第${published.rank}名`}`}
          note={`理论 ${published.theory ?? '—'}　技能 ${published.skill ?? '—'}　总成绩 ${published.total ?? '—'}`}
        />
      ) : null}
      {may(stages.getStageDesk, bodyId) ? (
        <Cell
          id="go-protest-marks"
          title={published ? `${published.number}号的成绩登记经过` : '成绩登记经过'}
          onTap={() =>
            open('/packages/stage/desk/index', { id: stageId, ...(published && { entrant: `${published.number}` }) })
          }
        />
      ) : null}
      {may(judging.getJudging, bodyId) ? (
        <Cell
          id="go-protest-judges"
          title="裁判评分表"
          onTap={() => open('/packages/judge/desk/index', { id: stageId })}
        />
      ) : null}
    </Group>
  );
}
