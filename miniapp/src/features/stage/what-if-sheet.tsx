import { type BodyOf, type ReplyOf, type StagePreview, stagePublication } from '@jikaotong/shared/contract';
import { lineWords, stageNoteWord, unrankedWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { useCommand } from '../../platform';
import { BigButton, Cell, Chips, Group, NoticeBar, RefusalMessage, Sheet, TextField } from '../../ui';
import { differenceWords, keyOfTie, tieTitle } from './place-words';
import { TieOrder } from './tie-order';

type Supposition = BodyOf<typeof stagePublication.supposeStage>['suppose'][number];
type Outcome = ReplyOf<typeof stagePublication.supposeStage>;
type Kind = 'withdrawn' | 'disqualified' | 'theory' | 'skill' | 'decided';

const KINDS: Readonly<Record<Kind, string>> = {
  withdrawn: '退赛',
  disqualified: '取消资格',
  theory: '改理论成绩',
  skill: '改技能成绩',
  decided: '评委决定同分',
};

/** What ranks and who advances would be, under something that nobody has done; nothing is written down. */
export function WhatIfSheet({ stageId, of, onClose }: { stageId: string; of: StagePreview; onClose: () => void }) {
  const suppose = useCommand(stagePublication.supposeStage);
  const [supposed, setSupposed] = useState<readonly Supposition[]>([]);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [kind, setKind] = useState<Kind>('withdrawn');
  const [number, setNumber] = useState('');
  const [mark, setMark] = useState('');
  const [tieKey, setTieKey] = useState<string | null>(null);
  const [order, setOrder] = useState<readonly number[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const tie = of.ties.find((one) => keyOfTie(one) === tieKey) ?? of.ties[0];
  const known = of.rows.find((row) => String(row.number) === number.trim());

  const read = (): Supposition | string => {
    if (kind === 'decided')
      return tie && order.length === tie.entrants.length ? { kind, order: [...order] } : '请把同分的选手都排出先后';
    if (!known) return '名单里没有这个参赛号';
    if (kind === 'withdrawn' || kind === 'disqualified') return { kind, number: known.number };
    return mark.trim() === '' ? '请填写成绩' : { kind: 'marked', part: kind, number: known.number, mark: mark.trim() };
  };
  const run = async (all: readonly Supposition[]): Promise<void> => {
    if (all.length === 0) {
      setSupposed([]);
      setOutcome(null);
      return;
    }
    const reply = await suppose.run({ params: { id: stageId }, body: { suppose: [...all] } });
    if (!reply.ok) return;
    setSupposed(all);
    setOutcome(reply.data);
    setNumber('');
    setMark('');
    setOrder([]);
  };
  const go = () => {
    const one = read();
    setFault(typeof one === 'string' ? one : null);
    if (typeof one !== 'string') void run([...supposed, one]);
  };
  return (
    <Sheet
      title="试算"
      onClose={onClose}
      action={
        <BigButton id="suppose" text={supposed.length > 0 ? '再加一条，试算' : '试算'} busy={suppose.busy} onTap={go} />
      }
    >
      <NoticeBar tone="info">只看结果，不改任何登记，选手看不到。</NoticeBar>
      {supposed.length > 0 ? (
        <Group title="假如" foot="点一条可以去掉。">
          {supposed.map((one, at) => (
            <Cell
              key={at}
              id={`supposed-${at}`}
              title={suppositionWords(one, of)}
              value="去掉"
              onTap={() => void run(supposed.filter((_, place) => place !== at))}
            />
          ))}
        </Group>
      ) : null}
      {outcome ? <OutcomePart of={outcome} /> : null}
      <Chips
        id="suppose-kind"
        label={supposed.length > 0 ? '又假如' : '假如'}
        options={(Object.keys(KINDS) as Kind[])
          .filter((key) => key !== 'decided' || of.ties.length > 0)
          .map((key) => ({ key, text: KINDS[key] }))}
        value={kind}
        onChoose={setKind}
      />
      {kind === 'decided' && tie ? (
        <>
          {of.ties.length > 1 ? (
            <Chips
              id="suppose-tie"
              label="哪一组同分"
              options={of.ties.map((one) => ({ key: keyOfTie(one), text: tieTitle(one) }))}
              value={keyOfTie(tie)}
              onChoose={(key) => {
                setTieKey(key);
                setOrder([]);
              }}
            />
          ) : null}
          <TieOrder tie={tie} order={order} onChange={setOrder} />
        </>
      ) : (
        <TextField
          id="suppose-number"
          label="参赛号"
          value={number}
          type="number"
          maxlength={5}
          {...(known && { hint: known.name })}
          onChange={setNumber}
        />
      )}
      {kind === 'theory' || kind === 'skill' ? (
        <TextField
          id="suppose-mark"
          label={`${stageNoteWord(kind)}改为`}
          value={mark}
          placeholder="0 到 100"
          type="digit"
          maxlength={6}
          onChange={setMark}
        />
      ) : null}
      {fault ? <NoticeBar tone="stop">{fault}</NoticeBar> : null}
      <RefusalMessage refusal={suppose.refusal} />
    </Sheet>
  );
}

function OutcomePart({ of: { groups, differences, undecidedTies, lapsedDecisions } }: { of: Outcome }) {
  return (
    <>
      {groups.map(({ group, groupName, line }) =>
        line ? (
          <NoticeBar key={group ?? ''} tone="info" title={groupName ?? '晋级'}>
            {lineWords(line)}
          </NoticeBar>
        ) : null,
      )}
      {undecidedTies > 0 ? <NoticeBar tone="warn">{`有${undecidedTies}组同分要等评委组决定`}</NoticeBar> : null}
      {lapsedDecisions > 0 ? (
        <NoticeBar tone="warn">{`评委组的${lapsedDecisions}个决定不再适用，要重新决定`}</NoticeBar>
      ) : null}
      <Group title={differences.length === 0 ? '名次和晋级都不变' : `会有变动的${differences.length}人`}>
        {differences.map((one) => (
          <Cell key={one.number} title={`${one.number}号 ${one.name}`} note={differenceWords(one)} />
        ))}
      </Group>
    </>
  );
}

function suppositionWords(one: Supposition, { rows }: StagePreview): string {
  const named = (number: number) => `${number}号 ${rows.find((row) => row.number === number)?.name ?? ''}`;
  switch (one.kind) {
    case 'withdrawn':
    case 'disqualified':
      return `${named(one.number)}${unrankedWord(one.kind)}`;
    case 'marked':
      return `${named(one.number)}${stageNoteWord(one.part)}改为${one.mark ?? '没有'}`;
    case 'decided':
      return `评委决定：${one.order.map((number) => `${number}号`).join('、')}`;
  }
}
