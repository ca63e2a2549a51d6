import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readNoticeFile } from '@jikaotong/shared/notice-file';
import { ANNOUNCED_YEARS } from '@jikaotong/shared/rules/calendar';
import { BLANK_PLAN } from '../../miniapp/src/features/session/plan-draft';
import { namesPaymentOpens, printedPlan, withPrinted } from '../../miniapp/src/features/session/printed-plan';

const noticeOf = async (path: string) => {
  const file = await readNoticeFile(fileURLToPath(new URL(`../../${path}.yaml`, import.meta.url)));
  if (!file.ok) throw new Error(path);
  return file.value.notice;
};
const s25 = await noticeOf('shared/notices/shqbxh-2025-certification');
const b26 = await noticeOf('shared/notices/bspia-2026-certification');
const sixth = await noticeOf('test/notices/rjea-2026-certification');

describe('the days of a plan that the notice gives', () => {
  it('come from the printed row, and may be changed', () => {
    const draft = { ...BLANK_PLAN, offeringCodes: ['security-manager-3'], examStart: '2025-07-19' };
    const printed = printedPlan(s25, draft, ANNOUNCED_YEARS);
    expect(printed).toEqual({
      applicationOpens: { day: '2025-05-16', set: false },
      applicationCloses: { day: '2025-06-15', set: false },
      paymentCloses: { day: '2025-06-20', set: false },
    });
    expect(withPrinted({ ...draft, paymentCloses: '2025-06-22' }, printed)).toMatchObject({
      applicationOpens: '2025-05-16',
      paymentCloses: '2025-06-22',
    });
  });

  it('are counted from the exam, and then no one else’s to choose', () => {
    const draft = { ...BLANK_PLAN, offeringCodes: ['elevator-mechanic-special'], examStart: '2026-05-23' };
    const printed = printedPlan(sixth, draft, ANNOUNCED_YEARS);
    expect(printed.applicationCloses).toEqual({ day: '2026-04-22', set: true });
    expect(withPrinted({ ...draft, applicationCloses: '2026-04-30' }, printed)).toMatchObject({
      applicationOpens: '2026-03-24',
      applicationCloses: '2026-04-22',
      paymentCloses: '2026-05-03',
    });
  });

  it('leave the first day of payment to staff only where the notice does', () => {
    expect([s25, b26, sixth].map(namesPaymentOpens)).toEqual([true, true, false]);
  });

  it('are none where the notice prints months only, or nothing is chosen yet', () => {
    const draft = { ...BLANK_PLAN, offeringCodes: ['installer-5'], examStart: '2026-12-12' };
    expect(printedPlan(b26, draft, ANNOUNCED_YEARS)).toEqual({});
    expect(printedPlan(s25, BLANK_PLAN, ANNOUNCED_YEARS)).toEqual({});
  });
});
