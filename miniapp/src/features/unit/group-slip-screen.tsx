import { type RosterCounterRow, type RosterCounterView, rosterCounters } from '@jikaotong/shared/contract';
import { statesThatAre } from '@jikaotong/shared/rules/progress';
import { applicationStateWord, dayAndDistanceWords, offeringWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Refusal, open, openFile, reloadScreens, useAnswer, useOnShow, useSignIn } from '../../platform';
import {
  BigButton,
  Card,
  Cell,
  Empty,
  Group,
  Heading,
  Loaded,
  Money,
  NoticeBar,
  Page,
  Qr,
  RefusalMessage,
  Tag,
} from '../../ui';
import { SignInGate } from '../account';
import { CounterDaysView } from '../counter';
import { useToday } from '../demonstration';

const LIVE = statesThatAre('live');

/** The list that a unit brings to the counter: its code, and row by row who is still open, with what, and until when. */
export function GroupSlipScreen({ id }: { id: string }) {
  const { phase } = useSignIn();
  if (phase === 'in') return <Slip id={id} />;
  return (
    <Page>
      <SignInGate why="登录后查看单位的现场报名单。">{null}</SignInGate>
    </Page>
  );
}

function Slip({ id }: { id: string }) {
  const answer = useAnswer(rosterCounters.getRosterCounter, { params: { id } });
  useOnShow(() => void reloadScreens());
  const isMissing = answer.state === 'refused' && answer.refusal.code === 'not-found';
  if (answer.state === 'ready') return <Listed view={answer.data} />;
  return (
    <Page>
      {isMissing ? (
        <Empty title="还没有现场报名单">在集体报名里生成以后，这里有二维码和名单。</Empty>
      ) : (
        <Loaded answer={answer}>{() => null}</Loaded>
      )}
    </Page>
  );
}

function Listed({ view }: { view: RosterCounterView }) {
  const today = useToday();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const { counts, openUntil, isOver, rows } = view;
  const print = async () => {
    setBusy(true);
    const name = `集体现场报名单-${view.unitName}`;
    const params = { id: view.rosterId };
    const reply = await openFile(rosterCounters.downloadRosterSlip, { params }, { name, kind: 'pdf' });
    setRefusal(reply.ok ? null : reply);
    setBusy(false);
  };
  const left = rows.filter(({ isOpen }) => isOpen);
  const done = rows.filter(({ isOpen }) => !isOpen);
  return (
    <Page
      action={
        left.length > 0 && !isOver ? (
          <BigButton id="print-group-slip" text="保存或打印报名单" busy={busy} onTap={() => void print()} />
        ) : undefined
      }
    >
      <Heading title="集体现场报名单">
        {view.unitName} · {view.sessionName}
      </Heading>
      {left.length === 0 ? (
        <NoticeBar tone="go" title="窗口都已受理">
          名单上 {counts.listed} 人都办好了，等协会审核。
        </NoticeBar>
      ) : (
        <NoticeBar tone={isOver ? 'stop' : 'warn'} title={`还有 ${left.length} 人没办`}>
          {openUntil === null
            ? '请带齐原件到窗口办理。'
            : isOver
              ? `${dayAndDistanceWords(openUntil, today)}已经截止，请打报名页上的电话。`
              : `${view.isSet ? '补办' : '办理'}截止 ${dayAndDistanceWords(openUntil, today)}（含当日）`}
        </NoticeBar>
      )}
      {left.length > 0 && !isOver ? (
        <Card>
          <View className="slip">
            <Qr text={view.link} label="集体现场报名单二维码" />
            <View className="slip__code" id="group-slip-code">
              {view.code.replace(/(.{5})(?=.)/g, '$1 ')}
            </View>
            <View className="slip__side">向窗口工作人员出示，逐人核对后才算报名</View>
          </View>
        </Card>
      ) : null}
      <Group title="合计">
        <Cell title="名单" value={`${counts.listed} 人`} />
        <Cell title="窗口已受理" value={`${counts.confirmed} 人`} />
        <Cell title="费用合计" note="按新报名计算，审核通过后缴" value={<Money fen={view.feeFen} />} />
      </Group>
      <RefusalMessage refusal={refusal} />
      <People title="还没办的" rosterId={view.rosterId} rows={left} />
      <People title="已办的" rosterId={view.rosterId} rows={done} />
      {left.length > 0 ? <CounterDaysView counter={view.counter} /> : null}
    </Page>
  );
}

type PeopleProps = { title: string; rosterId: string; rows: readonly RosterCounterRow[] };

function People({ title, rosterId, rows }: PeopleProps) {
  if (rows.length === 0) return null;
  return (
    <Group title={`${title}（${rows.length} 人）`}>
      {rows.map((row) => (
        <Cell
          key={row.id}
          id={`listed-${row.id}`}
          title={`${row.position}. ${row.name}（${row.documentTail}）`}
          note={
            <>
              <View>{offeringWords(row.offering)}</View>
              {row.missing.length > 0 ? (
                <View>
                  {row.begun ? '还差' : '要带'}：{row.missing.join('；')}
                </View>
              ) : null}
              {row.disputed ? <View>本人说有信息不对，改好或答复以后窗口才受理</View> : null}
              {row.outcome ? <View>{row.outcome}</View> : null}
            </>
          }
          value={
            row.isOpen ? (
              <Tag text={row.begun ? '材料不齐' : '没办'} tone="warn" />
            ) : (
              <Tag text={applicationStateWord(row.state)} tone={LIVE.includes(row.state) ? 'go' : 'quiet'} />
            )
          }
          onTap={() => open('/packages/unit/row/index', { id: rosterId, row: row.id })}
        />
      ))}
    </Group>
  );
}
