import { type BodyConductView, type BodyConducts, bodyConducts } from '@jikaotong/shared/contract';
import { isLocalDate } from '@jikaotong/shared/kernel';
import { fullDayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { toast, useAnswer, useCommand } from '../../platform';
import {
  BigButton,
  Cell,
  Choices,
  DayField,
  Group,
  Heading,
  Loaded,
  NoticeBar,
  Page,
  RefusalMessage,
  Source,
  Tag,
  TextField,
} from '../../ui';
import { useToday } from '../demonstration';
import { type OwnItem, OwnItems } from './own-items';
import './breach-desk.scss';

/** What a body does about breaches where its notice prints nothing: the version that holds, the one that waits, a new one. */
export function ConductRulesScreen({ bodyId }: { bodyId: string }) {
  const answer = useAnswer(bodyConducts.getBodyConducts, { params: { id: bodyId } });
  return answer.state === 'ready' ? (
    <Rules key={answer.data.versions[0]?.id ?? ''} bodyId={bodyId} of={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function Rules({ bodyId, of }: { bodyId: string; of: BodyConducts }) {
  const decide = useCommand(bodyConducts.decideConduct);
  const waiting = of.versions.find(({ state }) => state === 'waiting') ?? null;
  const agreed = of.versions.filter(({ state }) => state === 'agreed');
  const answer = async (agrees: boolean) => {
    if (!waiting) return;
    const reply = await decide.run({ params: { id: bodyId, conductId: waiting.id }, body: { agrees } });
    if (reply.ok) toast(agrees ? '已采用' : '已退回');
  };
  if (!waiting) return <Propose bodyId={bodyId} of={of} agreed={agreed} />;
  return (
    <Page
      action={
        waiting.mine ? undefined : (
          <BigButton id="agree-conduct" text="同意采用" busy={decide.busy} onTap={() => void answer(true)} />
        )
      }
    >
      <Heading title="违纪处理办法">{of.bodyName}</Heading>
      <RefusalMessage refusal={decide.refusal} />
      {waiting.mine ? (
        <NoticeBar tone="info">您已提出，要由另一位工作人员同意后才执行。</NoticeBar>
      ) : (
        <NoticeBar tone="warn">{`${waiting.by}提出，请核对后决定。`}</NoticeBar>
      )}
      <Version of={waiting} isStanding={false} />
      <Group>
        <Cell
          id="leave-conduct"
          title={waiting.mine ? '收回，不采用' : '不同意，退回'}
          onTap={() => void answer(false)}
        />
      </Group>
      {agreed.map((one) => (
        <Version key={one.id} of={one} isStanding={one.id === of.standingId} />
      ))}
    </Page>
  );
}

type Proposing = { bodyId: string; of: BodyConducts; agreed: readonly BodyConductView[] };

/** Takes over a printed list, and says for the body what no notice prints. */
function Propose({ bodyId, of, agreed }: Proposing) {
  const today = useToday();
  const propose = useCommand(bodyConducts.proposeConduct);
  const [noticeId, setNoticeId] = useState<string | null>(
    of.adoptable.length === 1 ? (of.adoptable[0]?.noticeId ?? null) : null,
  );
  const [from, setFrom] = useState(today);
  const [statement, setStatement] = useState('5');
  const [appeal, setAppeal] = useState('15');
  const [banFrom, setBanFrom] = useState<'decided' | 'exam'>('decided');
  const [own, setOwn] = useState<OwnItem[]>([]);
  const chosen = of.adoptable.find((one) => one.noticeId === noticeId) ?? null;
  const days = { statementDays: Number(statement), appealDays: Number(appeal) };
  const fault = (value: number, most: number) =>
    Number.isInteger(value) && value >= 1 && value <= most ? null : `请填 1 到 ${most}`;
  const isRight = fault(days.statementDays, 90) === null && fault(days.appealDays, 180) === null;
  const send = async () => {
    if (!chosen || !isRight) return;
    const body = { noticeId: chosen.noticeId, from, ...days, banFrom, ...(own.length > 0 && { own }) };
    const reply = await propose.run({ params: { id: bodyId }, body });
    if (reply.ok) toast('已提出，等另一人同意');
  };
  return (
    <Page
      action={
        <BigButton
          id="propose-conduct"
          text="提出采用"
          busy={propose.busy}
          waitsFor={!chosen ? '请先选采用哪一份' : !isRight && '请先改对天数'}
          onTap={() => void send()}
        />
      }
    >
      <Heading title="违纪处理办法">
        {`${of.bodyName}。通知印了违纪怎样处理的，按通知；没有印的，按这里采用的办法。`}
      </Heading>
      {of.standingId === null ? (
        <NoticeBar tone="warn">还没有采用。通知没有印的，现在不能立案处理违纪。</NoticeBar>
      ) : null}
      {agreed.map((one) => (
        <Version key={one.id} of={one} isStanding={one.id === of.standingId} />
      ))}
      <Group
        title={agreed.length > 0 ? '提出新的一版：采用哪一份' : '采用哪一份'}
        foot="采用后内容不再改；以后有变的，提出新的一版。"
      >
        <Choices
          label="采用哪一份"
          options={of.adoptable.map((one) => ({ key: one.noticeId, text: `${one.bodyName}：${one.title}` }))}
          value={noticeId}
          onChoose={(id) => {
            setNoticeId(id);
            setOwn([]);
          }}
        />
      </Group>
      {chosen ? <OwnItems key={chosen.noticeId} printed={chosen.items} own={own} onChange={setOwn} /> : null}
      <Group title="通知都没有印的" foot="考试日在执行日当天或以后的，按这一版。">
        <DayField
          id="conduct-from"
          label="从哪天的考试起执行"
          value={from}
          earliest={today}
          startAt={today}
          onChange={(day) => (isLocalDate(day) ? setFrom(day) : undefined)}
        />
        <TextField
          id="statement-days"
          label="告知后，几天内可以陈述申辩"
          type="number"
          value={statement}
          maxlength={3}
          error={fault(days.statementDays, 90)}
          onChange={setStatement}
        />
        <TextField
          id="appeal-days"
          label="送达后，几天内可以申诉"
          type="number"
          value={appeal}
          maxlength={3}
          error={fault(days.appealDays, 180)}
          onChange={setAppeal}
        />
      </Group>
      <Group title="几年内不得参加，从哪天算起">
        <Choices
          label="几年内不得参加，从哪天算起"
          options={[
            { key: 'decided' as const, text: '从作出处理决定那天算起' },
            { key: 'exam' as const, text: '从考试那天算起' },
          ]}
          value={banFrom}
          onChoose={setBanFrom}
        />
      </Group>
      <RefusalMessage refusal={propose.refusal} />
      {chosen && of.standingId === null ? <Items of={chosen.items} /> : null}
    </Page>
  );
}

function Version({ of, isStanding }: { of: BodyConductView; isStanding: boolean }) {
  const { version, from, adoptedFrom, items, procedure, by, decidedBy, state } = of;
  const { statementDays, appealDays, banFrom } = procedure;
  return (
    <>
      <Group title={`第 ${version} 版`}>
        <Cell
          title={`${fullDayWords(from)}的考试起执行`}
          note={decidedBy ? `${by}提出，${decidedBy}同意` : `${by}提出`}
          value={
            <Tag
              text={state === 'waiting' ? '等另一人同意' : isStanding ? '现行' : '已采用'}
              tone={state === 'waiting' ? 'warn' : isStanding ? 'go' : 'info'}
            />
          }
        />
        <Cell title="采用自" note={adoptedFrom} />
        <Cell title="陈述申辩" value={`告知后 ${statementDays} 天`} />
        <Cell title="申诉" value={`送达后 ${appealDays} 天`} />
        <Cell title="不得参加的起算" value={banFrom === 'exam' ? '考试那天' : '决定那天'} />
        <Cell title="不得参加的范围" value="本机构的评价和竞赛" note="通知没有写，推定只在本机构" />
      </Group>
      {isStanding || state === 'waiting' ? <Items of={items} /> : null}
    </>
  );
}

const Items = ({ of }: { of: BodyConductView['items'] }) => (
  <Group title={`${of.length} 种违纪情形和处理`}>
    {of.map(({ text, follows, source }) => (
      <View key={text} className="breach-desk__clause">
        <Source of={source}>
          {text}：{follows}
        </Source>
      </View>
    ))}
  </Group>
);
