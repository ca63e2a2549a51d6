import type { Stay } from '@jikaotong/shared/notice';
import { factQuestion } from '@jikaotong/shared/words';
import { useState } from 'react';
import { PickField, TextField } from '../../../ui';
import { useToday } from '../../demonstration';
import type { AskProps } from './ask-props';
import { missingIn } from './row-draft';
import { RowsQuestion } from './rows-question';
import { BLANK_SPAN, type SpanDraft, draftOfSpan, spanOf, spanWords } from './span-draft';
import { SpanFields } from './span-fields';

const KINDS = { work: '工作', study: '学习' } as const;
const BLANK: Draft = { city: '', kind: null, ...BLANK_SPAN };

type Draft = { city: string; kind: Stay['kind'] | null } & SpanDraft;

/** 在本市学习或工作的时间. */
export function AskStays({ facts, onAnswer, onUnsure }: AskProps) {
  const today = useToday();
  const [draft, setDraft] = useState<Draft>(BLANK);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const span = spanOf(draft, today);
  return (
    <RowsQuestion<Stay>
      title={factQuestion('residence')}
      hint="填写城市和起止日期。"
      noun="经历"
      none="没有"
      given={facts.residence ?? []}
      describe={(stay) => ({ title: `${stay.city} ${KINDS[stay.kind]}`, note: spanWords(stay) })}
      draft={draft.city.trim() && draft.kind && span ? { city: draft.city.trim(), kind: draft.kind, ...span } : null}
      missing={missingIn(draft, BLANK, {
        城市: draft.city.trim() !== '',
        学习或工作: draft.kind !== null,
        起止日期: span !== null,
      })}
      onClear={() => setDraft(BLANK)}
      onEdit={({ city, kind, ...days }) => setDraft({ city, kind, ...draftOfSpan(days) })}
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
          <SpanFields id="stay" presentText="至今仍是" draft={draft} today={today} onChange={change} />
        </>
      }
    />
  );
}
