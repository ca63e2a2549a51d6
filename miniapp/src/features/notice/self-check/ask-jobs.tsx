import { parseLocalDate } from '@jikaotong/shared/kernel';
import type { Job } from '@jikaotong/shared/notice';
import { factQuestion } from '@jikaotong/shared/words';
import { useState } from 'react';
import { Check, DayField } from '../../../ui';
import type { AskProps } from './ask-props';
import { NameField } from './name-field';
import { occupationOptions } from './options';
import { RowsQuestion } from './rows-question';

const BLANK = { occupation: null, from: null, to: null, present: true };

type Draft = { occupation: string | null; from: string | null; to: string | null; present: boolean };

/** 工作经历: what and when; overlapping jobs are counted once by the rules. */
export function AskJobs({ notice, offering, offerings = [offering], facts, onAnswer, onUnsure }: AskProps) {
  const [draft, setDraft] = useState<Draft>(BLANK);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  return (
    <RowsQuestion<Job>
      title={factQuestion('jobs')}
      hint="逐份填写，时间重叠的只算一次。"
      noun="工作"
      none="没有做过"
      given={facts.jobs ?? []}
      describe={({ occupation, from, to }) => ({ title: occupation, note: `${from} 至 ${to ?? '今'}` })}
      draft={jobOf(draft)}
      onClear={() => setDraft(BLANK)}
      onAnswer={(jobs) => onAnswer({ jobs })}
      onUnsure={onUnsure}
      form={
        <>
          <NameField
            id="job-occupation"
            label="职业"
            options={occupationOptions(notice, offerings)}
            value={draft.occupation}
            onChange={(occupation) => change({ occupation })}
          />
          <DayField id="job-from" label="开始日期" value={draft.from} onChange={(from) => change({ from })} />
          <Check
            id="job-present"
            text="目前还在做这份工作"
            checked={draft.present}
            onChange={(present) => change({ present })}
          />
          {draft.present ? null : (
            <DayField id="job-to" label="结束日期" value={draft.to} onChange={(to) => change({ to })} />
          )}
        </>
      }
    />
  );
}

function jobOf({ occupation, from, to, present }: Draft): Job | null {
  const start = parseLocalDate(from ?? '');
  const end = parseLocalDate(to ?? '');
  if (!occupation?.trim() || !start.ok) return null;
  if (present) return { occupation: occupation.trim(), from: start.value, to: null };
  if (!end.ok || end.value < start.value) return null;
  return { occupation: occupation.trim(), from: start.value, to: end.value };
}
