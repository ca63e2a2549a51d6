import { type LocalDate, parseLocalDate } from '@jikaotong/shared/kernel';
import type { Job } from '@jikaotong/shared/notice';
import { factQuestion } from '@jikaotong/shared/words';
import { useState } from 'react';
import { Check, DayField } from '../../../ui';
import { useToday } from '../../demonstration';
import type { AskProps } from './ask-props';
import { NameField } from './name-field';
import { occupationOptions } from './options';
import { RowsQuestion } from './rows-question';

const BLANK = { occupation: null, from: null, to: null, present: true };

type Draft = { occupation: string | null; from: string | null; to: string | null; present: boolean };

/** 工作经历: what and when; overlapping jobs are counted once by the rules. */
export function AskJobs({ notice, offering, offerings = [offering], facts, onAnswer, onUnsure }: AskProps) {
  const today = useToday();
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
      draft={jobOf(draft, today)}
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
          <DayField
            id="job-from"
            label="开始日期"
            latest={today}
            value={draft.from}
            error={isAhead(draft.from, today) ? '开始日期在今天以后，已经开始的工作才能算' : null}
            onChange={(from) => change({ from })}
          />
          <Check
            id="job-present"
            text="目前还在做这份工作"
            checked={draft.present}
            onChange={(present) => change({ present })}
          />
          {draft.present ? null : (
            <DayField
              id="job-to"
              label="结束日期"
              latest={today}
              value={draft.to}
              error={endsWrong(draft, today)}
              onChange={(to) => change({ to })}
            />
          )}
        </>
      }
    />
  );
}

const isAhead = (day: string | null, today: LocalDate): boolean => day !== null && day > today;

function endsWrong({ from, to }: Draft, today: LocalDate): string | null {
  if (isAhead(to, today)) return '结束日期在今天以后；还在做的，请勾选“目前还在做这份工作”';
  return from !== null && to !== null && to < from ? '结束日期在开始日期以前' : null;
}

/** The row, or null while a day is missing, lies ahead, or the end comes before the beginning. */
function jobOf({ occupation, from, to, present }: Draft, today: LocalDate): Job | null {
  const start = parseLocalDate(from ?? '');
  const end = parseLocalDate(to ?? '');
  if (!occupation?.trim() || !start.ok || start.value > today) return null;
  if (present) return { occupation: occupation.trim(), from: start.value, to: null };
  if (!end.ok || end.value < start.value || end.value > today) return null;
  return { occupation: occupation.trim(), from: start.value, to: end.value };
}
