import { parseLocalDate } from '@jikaotong/shared/kernel';
import type { Stay } from '@jikaotong/shared/notice';
import { factQuestion } from '@jikaotong/shared/words';
import { useState } from 'react';
import { Check, DayField, PickField, TextField } from '../../../ui';
import type { AskProps } from './ask-props';
import { RowsQuestion } from './rows-question';

const KINDS = { work: '工作', study: '学习' } as const;
const BLANK = { city: '', kind: null, from: null, to: null, present: true };

type Draft = { city: string; kind: Stay['kind'] | null; from: string | null; to: string | null; present: boolean };

/** 在本市学习或工作的时间. */
export function AskStays({ facts, onAnswer, onUnsure }: AskProps) {
  const [draft, setDraft] = useState<Draft>(BLANK);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  return (
    <RowsQuestion<Stay>
      title={factQuestion('residence')}
      hint="填写城市和起止日期。"
      noun="经历"
      none="没有"
      given={facts.residence ?? []}
      describe={({ city, kind, from, to }) => ({ title: `${city} ${KINDS[kind]}`, note: `${from} 至 ${to ?? '今'}` })}
      draft={stayOf(draft)}
      onClear={() => setDraft(BLANK)}
      onAnswer={(residence) => onAnswer({ residence })}
      onUnsure={onUnsure}
      form={
        <>
          <TextField
            id="stay-city"
            label="城市"
            value={draft.city}
            placeholder="如：北京"
            maxlength={20}
            onChange={(city) => change({ city })}
          />
          <PickField
            id="stay-kind"
            label="学习或工作"
            options={[
              { key: 'work', text: KINDS.work },
              { key: 'study', text: KINDS.study },
            ]}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
          />
          <DayField id="stay-from" label="开始日期" value={draft.from} onChange={(from) => change({ from })} />
          <Check
            id="stay-present"
            text="至今仍是"
            checked={draft.present}
            onChange={(present) => change({ present })}
          />
          {draft.present ? null : (
            <DayField id="stay-to" label="结束日期" value={draft.to} onChange={(to) => change({ to })} />
          )}
        </>
      }
    />
  );
}

function stayOf({ city, kind, from, to, present }: Draft): Stay | null {
  const start = parseLocalDate(from ?? '');
  const end = parseLocalDate(to ?? '');
  if (!city.trim() || !kind || !start.ok) return null;
  if (present) return { city: city.trim(), kind, from: start.value, to: null };
  return end.ok && end.value >= start.value ? { city: city.trim(), kind, from: start.value, to: end.value } : null;
}
