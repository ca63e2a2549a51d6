import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DutyCode } from '@jikaotong/shared/contract';
import { ACTIONS, type Action, actorOf } from '@jikaotong/shared/rules/progress';
import { expect, it } from 'vitest';
import { dutyPageOf } from './duty';

/** The duty under which staff do what an application waits for. */
const DUTY_OF: Partial<Record<Action, DutyCode>> = {
  approve: 'review-applications',
  return: 'review-applications',
  reject: 'review-applications',
  'confirm-payment': 'confirm-transfers',
  'issue-ticket': 'issue-tickets',
  'record-results': 'import-scores',
  'publish-results': 'publish-results',
  'decide-score-review': 'decide-score-reviews',
  'issue-certificate': 'issue-certificates',
};

it.each(ACTIONS.filter((action) => actorOf(action) === 'staff'))(
  'leads staff for %s to a page that there is',
  (action) => {
    const duty = DUTY_OF[action];
    const page = duty ? dutyPageOf(duty).page : null;
    expect([action, page, existsSync(fileURLToPath(new URL(`../..${page}.tsx`, import.meta.url)))]).toEqual([
      action,
      expect.any(String),
      true,
    ]);
  },
);
