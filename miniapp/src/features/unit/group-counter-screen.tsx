import { type StaffRosterCounterView, rosterCounters } from '@jikaotong/shared/contract';
import { statesThatAre } from '@jikaotong/shared/rules/progress';
import { applicationStateWord, dayAndDistanceWords, offeringWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { open, reloadScreens, replace, toast, useAnswer, useCommand, useOnShow } from '../../platform';
import { BigButton, Cell, Check, Empty, Group, Heading, Loaded, NoticeBar, Page, Tag } from '../../ui';
import { useToday } from '../demonstration';
import { momentWords } from '../staff';
import { CountedSheet } from './counted-sheet';
import { KeepOpenSheet } from './keep-open-sheet';
import { useWork } from './use-work';

const LIVE = statesThatAre('live');
const isEnded = ({ state }: StaffRosterCounterView['rows'][number]): boolean => !LIVE.includes(state);

/** A unit at the counter: who is here, paper by paper or all that were counted, and until when the rest stays open. */
export function GroupCounterScreen({ id, code }: { id: string | null; code: string | null }) {
  return id === null ? <ByCode code={code ?? ''} /> : <ById id={id} />;
}

function ByCode({ code }: { code: string }) {
  const answer = useAnswer(rosterCounters.openRosterSlip, { params: { code } });
  const id = answer.state === 'ready' ? answer.data.rosterId : null;
  useEffect(() => {
    if (id) replace('/packages/unit/counter/index', { id });
  }, [id]);
  const isUnknown = answer.state === 'refused' && answer.refusal.code === 'not-found';
  return (
    <Page>
      {isUnknown ? (
        <Empty title="没有这张报名单" action="返回现场受理" onAction={() => replace('/packages/staff/counter/index')}>
          编码可能输错了，或者这是其他机构的报名单。请让经办人打开手机上的集体现场报名单。
        </Empty>
      ) : (
        <Loaded answer={answer}>{() => null}</Loaded>
      )}
    </Page>
  );
}

function ById({ id }: { id: string }) {
  const { answer, work } = useWork({
    view: rosterCounters.getStaffRosterCounter,
    work: rosterCounters.getRosterCounterWork,
    args: { params: { id } },
    isAtWork: ({ counts }) => counts.queued > 0,
    isOld: (_, { queued }) => queued === 0,
  });
  useOnShow(() => void reloadScreens());
  return answer.state === 'ready' ? (
    <AtCounter view={answer.data} queued={work?.queued ?? answer.data.counts.queued} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function AtCounter({ view, queued }: { view: StaffRosterCounterView; queued: number }) {
  const today = useToday();
  const [came, setCame] = useState<ReadonlySet<string>>(new Set());
  const [sheet, setSheet] = useState<'counted' | 'until' | null>(null);
  const confirmation = useCommand(rosterCounters.confirmRosterCounted);
  const { counts, openUntil, isOver, rows } = view;
  const left = rows.filter(({ isOpen, queued }) => isOpen && !queued);
  const countable = left.filter(({ disputed }) => !disputed);
  const disputed = left.filter((row) => row.disputed);
  const done = rows.filter(({ isOpen }) => !isOpen);
  const canSet = today <= view.latest;
  const ticked = countable.filter((row) => came.has(row.id));
  // nobody is ticked off where all are here
  const here = ticked.length > 0 ? ticked : countable;
  const mark = (id: string, isHere: boolean) => {
    const next = new Set(came);
    if (isHere) next.add(id);
    else next.delete(id);
    setCame(next);
  };
  const count = async (typed: number) => {
    const except = countable.filter((row) => !here.includes(row)).map(({ id }) => id);
    const body = { count: typed, except, truthful: true as const };
    if (!(await confirmation.run({ params: { id: view.rosterId }, body })).ok) return;
    setSheet(null);
    toast('正在受理');
  };
  return (
    <Page
      action={
        here.length > 0 && !isOver ? (
          <BigButton
            id="all-seen"
            text={ticked.length > 0 ? `打勾的 ${ticked.length} 人都已核对` : '全部到齐，都已核对'}
            onTap={() => setSheet('counted')}
          />
        ) : left.length > 0 && canSet ? (
          <BigButton id="keep-open" text="定补办日期" onTap={() => setSheet('until')} />
        ) : undefined
      }
    >
      <Heading title={view.unitName}>
        <View>{view.sessionName}</View>
        <View>
          名单 {counts.listed} 人，已受理 {counts.confirmed} 人，没办 {counts.open} 人
        </View>
      </Heading>
      {counts.queued > 0 ? (
        <NoticeBar tone="info" title="正在受理">
          {queued > 0 ? `还有 ${queued} 人，可以离开这一页，受理会继续。` : '都办完了，正在更新名单。'}
        </NoticeBar>
      ) : null}
      {left.length === 0 && counts.queued === 0 ? (
        <NoticeBar tone="go" title="都办好了">
          名单上的人都已受理，接着审核。
        </NoticeBar>
      ) : openUntil === null ? null : (
        <NoticeBar tone={isOver ? 'stop' : 'info'} title={isOver ? '补办时间已过' : '没办的人'}>
          {isOver
            ? `${dayAndDistanceWords(openUntil, today)}已经截止，${canSet ? '可以重新定日期' : '来不及缴费和考试，不再受理'}。`
            : `可以办到 ${dayAndDistanceWords(openUntil, today)}（含当日）`}
        </NoticeBar>
      )}
      {countable.length > 0 ? (
        <Group
          title={`没办的（${countable.length} 人）`}
          foot="来了、材料齐的打勾；没打勾的留到补办。要一张一张看原件，点“逐项核对”。"
        >
          {ticked.length < countable.length ? (
            <Cell
              id="tick-all"
              title="全部打勾"
              note="再去掉没来的"
              onTap={() => setCame(new Set(countable.map(({ id }) => id)))}
            />
          ) : null}
          {countable.map((row) => (
            <View key={row.id}>
              <Check
                id={`came-${row.id}`}
                text={`${row.position}. ${row.name}（${row.documentTail}）`}
                note={
                  <>
                    <View>{offeringWords(row.offering)}</View>
                    {row.missing.length > 0 ? (
                      <View>
                        {row.begun ? '还差' : '要看'}：{row.missing.join('；')}
                      </View>
                    ) : null}
                    {row.outcome ? <View>上次没有受理：{row.outcome}</View> : null}
                    {came.has(row.id) ? <View>来了，材料齐</View> : null}
                  </>
                }
                checked={came.has(row.id)}
                onChange={(isHere) => mark(row.id, isHere)}
              />
              <Cell
                id={`look-${row.id}`}
                title="逐项核对"
                label={`逐项核对${row.name}的原件`}
                onTap={() => open('/packages/staff/counter-desk/index', { id: row.id })}
              />
            </View>
          ))}
        </Group>
      ) : null}
      {disputed.length > 0 ? (
        <Group title={`本人说有信息不对（${disputed.length} 人）`} foot="单位改好或答复以后才能受理，清点时不算在内。">
          {disputed.map((row) => (
            <Cell
              key={row.id}
              id={`disputed-${row.id}`}
              title={`${row.position}. ${row.name}（${row.documentTail}）`}
              note={offeringWords(row.offering)}
              value={<Tag text="先不受理" tone="warn" />}
              onTap={() => open('/packages/staff/counter-desk/index', { id: row.id })}
            />
          ))}
        </Group>
      ) : null}
      {left.length > 0 && here.length > 0 && !isOver && canSet ? (
        <Group>
          <Cell
            id="keep-open"
            title="没办的人，定补办日期"
            note="经办人会收到通知，看得到还差谁、差什么"
            value={view.isSet && openUntil ? dayAndDistanceWords(openUntil, today) : '没有定'}
            onTap={() => setSheet('until')}
          />
        </Group>
      ) : null}
      {done.length > 0 ? (
        <Group title={`${done.some(isEnded) ? '已办' : '已受理'}（${done.length} 人）`}>
          {done.map((row) => (
            <Cell
              key={row.id}
              id={`done-${row.id}`}
              title={`${row.position}. ${row.name}（${row.documentTail}）`}
              note={row.confirmedAt === null ? null : `${momentWords(row.confirmedAt, today)} 受理`}
              value={
                isEnded(row) ? (
                  <Tag text={applicationStateWord(row.state)} tone="quiet" />
                ) : (
                  <Tag text="已受理" tone="go" />
                )
              }
              onTap={() => open('/packages/staff/counter-desk/index', { id: row.id })}
            />
          ))}
        </Group>
      ) : null}
      {sheet === 'counted' ? (
        <CountedSheet
          expected={here.length}
          refusal={confirmation.refusal}
          busy={confirmation.busy}
          onClose={() => setSheet(null)}
          onCount={(typed) => void count(typed)}
        />
      ) : null}
      {sheet === 'until' ? (
        <KeepOpenSheet
          view={view}
          onClose={() => setSheet(null)}
          onDone={() => {
            setSheet(null);
            toast('已定，经办人会收到通知');
          }}
        />
      ) : null}
    </Page>
  );
}
