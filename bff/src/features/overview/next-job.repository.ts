import { In, MoreThanOrEqual } from 'typeorm';
import type { Handle } from '../../platform/db';
import { type Job, jobRecord } from '../../platform/jobs';
import { LAPSE_JOB, REMIND_JOB } from '../orders';
import { CHOICE_OVER_JOB } from '../session-changes';
import { EXAM_REMINDER_JOB, TICKET_JOB } from '../sittings';

/** The jobs that people see the effect of; the others look after money and messages and run on the way. */
const EVENTS = [TICKET_JOB, EXAM_REMINDER_JOB, REMIND_JOB, LAPSE_JOB, CHOICE_OVER_JOB];

/** The first event that waits at this business instant or later; null when none does. */
export const findNextJob = (h: Handle, fromMs: number): Promise<Job | null> =>
  h.repo(jobRecord).findOne({
    where: { state: 'waiting', kind: In(EVENTS), dueAt: MoreThanOrEqual(fromMs) },
    order: { dueAt: 'ASC' },
  });
