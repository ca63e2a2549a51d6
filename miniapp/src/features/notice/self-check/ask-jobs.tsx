import type { Job } from '@jikaotong/shared/notice';
import { factQuestion } from '@jikaotong/shared/words';
import { useState } from 'react';
import { TextField } from '../../../ui';
import { useToday } from '../../demonstration';
import type { AskProps } from './ask-props';
import { BLANK_JOB, type JobDraft, draftOfJob, jobOf } from './job-draft';
import { NameField } from './name-field';
import { occupationOptions } from './options';
import { missingIn } from './row-draft';
import { RowsQuestion } from './rows-question';
import { spanOf, spanWords } from './span-draft';
import { SpanFields } from './span-fields';

/** 工作经历: what, where and when; overlapping jobs are counted once by the rules. */
export function AskJobs(props: AskProps) {
  const { notice, offering, offerings = [offering], facts, employer = null, onAnswer, onUnsure } = props;
  const today = useToday();
  const [draft, setDraft] = useState<JobDraft>(BLANK_JOB);
  const change = (part: Partial<JobDraft>) => setDraft({ ...draft, ...part });
  return (
    <RowsQuestion<Job>
      title={factQuestion('jobs')}
      hint="逐份填写，时间重叠的只算一次。工作单位要写在工作经历承诺书上。"
      noun="工作"
      none="没有做过"
      given={facts.jobs ?? []}
      describe={(job) => ({
        title: job.employer ? `${job.occupation}（${job.employer}）` : job.occupation,
        note: spanWords(job),
      })}
      draft={jobOf(draft, { today, employer })}
      missing={missingIn(draft, BLANK_JOB, {
        职业: Boolean(draft.occupation?.trim()),
        起止日期: spanOf(draft, today) !== null,
      })}
      onClear={() => setDraft(BLANK_JOB)}
      onEdit={(job) => setDraft(draftOfJob(job))}
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
          <TextField
            id="job-employer"
            label="工作单位（选填）"
            value={draft.employer ?? (draft.present ? (employer ?? '') : '')}
            placeholder="单位全称，与合同或社保记录一致"
            maxlength={80}
            onChange={(typed) => change({ employer: typed })}
          />
          <SpanFields
            id="job"
            takesMonths
            presentText="目前还在做这份工作"
            draft={draft}
            today={today}
            onChange={change}
          />
        </>
      }
    />
  );
}
