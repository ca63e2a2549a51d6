import { type PeriodView, personalData } from '@jikaotong/shared/contract';
import { addDays } from '@jikaotong/shared/kernel';
import { PERIOD_BOUNDS, PERIOD_NOTICE_DAYS } from '@jikaotong/shared/rules/retention';
import {
  fullDayWords,
  monthsWords,
  periodBoundsWords,
  periodKindWord,
  usualPeriodWords,
} from '@jikaotong/shared/words';
import { useState } from 'react';
import { confirm, toast, useCommand } from '../../platform';
import { BigButton, Group, ProseField, RefusalMessage, Sheet, TextField } from '../../ui';
import { useToday } from '../demonstration';

type Props = { bodyId: string; period: PeriodView; onClose: () => void };

/** One kind: so many months by the body's own rule, or as usual. */
export function PeriodSheet({ bodyId, period, onClose }: Props) {
  const { kind, own, announced } = period;
  const said = announced ? announced.own : own;
  const [months, setMonths] = useState(said ? String(said.months) : '');
  const [words, setWords] = useState(said?.words ?? '');
  const save = useCommand(personalData.setBodyPeriod);
  const today = useToday();
  const { leastMonths, mostMonths } = PERIOD_BOUNDS[kind];
  const count = Number(months);
  const isWhole = /^\d{1,3}$/.test(months.trim()) && count >= leastMonths && count <= mostMonths;
  const from = fullDayWords(addDays(today, PERIOD_NOTICE_DAYS));

  const send = async (next: PeriodView['own'], sure: { title: string; text: string; yes: string }) => {
    if (!(await confirm(sure))) return;
    const reply = await save.run({ params: { id: bodyId, kind }, body: { own: next } });
    if (!reply.ok) return;
    toast(sure.yes === '撤回' ? '已撤回' : '已公告');
    onClose();
  };
  const announce = () =>
    send(
      { months: count, words: words.trim() },
      {
        title: `改为 ${monthsWords(count)}`,
        text: `今天起在“个人信息处理规则”里公告，${from}生效。生效前仍按现在的期限删除；生效那天夜里，超过新期限的会被删除，不能恢复。`,
        yes: '公告',
      },
    );
  return (
    <Sheet
      title={periodKindWord(kind)}
      onClose={onClose}
      action={
        <BigButton
          id="save-period"
          text={`公告，${from}生效`}
          busy={save.busy}
          waitsFor={!isWhole ? '请先填保存几个月' : words.trim().length < 4 && '请先写依据'}
          onTap={() => void announce()}
        />
      }
    >
      <Group foot={`可以填 ${periodBoundsWords(kind)}。`}>
        <TextField
          id="period-months"
          label="结束后保存（个月）"
          type="number"
          maxlength={3}
          value={months}
          placeholder={`通用为${usualPeriodWords(kind)}`}
          error={months.trim() === '' || isWhole ? null : `请填 ${leastMonths} 到 ${mostMonths}`}
          onChange={setMonths}
        />
        <ProseField
          id="period-words"
          label="依据：制度名称、条款和原文（会公开）"
          maxlength={200}
          value={words}
          onChange={setWords}
        />
      </Group>
      <RefusalMessage refusal={save.refusal} />
      {announced ? (
        <BigButton
          id="withdraw-period"
          text="撤回公告，维持现在的期限"
          tone="plain"
          onTap={() =>
            void send(own, { title: '撤回公告', text: '这项改动还没有生效，撤回后维持现在的期限。', yes: '撤回' })
          }
        />
      ) : null}
      {own && !(announced && announced.own === null) ? (
        <BigButton
          id="usual-period"
          text={`恢复通用期限（${usualPeriodWords(kind)}）`}
          tone="plain"
          onTap={() =>
            void send(null, {
              title: '恢复通用期限',
              text: `今天起公告，${from}生效。`,
              yes: '公告',
            })
          }
        />
      ) : null}
    </Sheet>
  );
}
