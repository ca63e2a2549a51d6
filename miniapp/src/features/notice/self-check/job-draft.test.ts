import { localDate } from '@jikaotong/shared/kernel';
import { describe, expect, it } from 'vitest';
import { BLANK_JOB, draftOfJob, jobOf } from './job-draft';

const today = localDate('2026-11-23');
const first = { ...BLANK_JOB, occupation: '保安员', from: '2014-03-01' };
const step = { today, employer: '北京安泰保安服务有限公司' };

describe('the employer of a job', () => {
  it('is taken over from the identity step for the present job', () => {
    expect(jobOf(first, step)?.employer).toBe('北京安泰保安服务有限公司');
    expect(jobOf({ ...first, employer: '' }, step)).not.toHaveProperty('employer');
  });

  it('is what was typed, and never the present one for a job that ended', () => {
    const ended = { ...first, present: false, lastDay: '2018-12-31' };
    expect(jobOf(ended, step)).not.toHaveProperty('employer');
    const typed = jobOf({ ...ended, employer: ' 某物业公司 ' }, step);
    expect(typed).toEqual({ occupation: '保安员', employer: '某物业公司', from: '2014-03-01', to: '2019-01-01' });
    expect(typed && jobOf(draftOfJob(typed), step)).toEqual(typed);
  });
});
