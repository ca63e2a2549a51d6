import { localDate } from '@jikaotong/shared/kernel';
import { describe, expect, it } from 'vitest';
import { BLANK_PLAN, type PlanDraft, daysOf, planOf, usualName } from './plan-draft';

const whole: PlanDraft = {
  ...BLANK_PLAN,
  name: ' 2026年12月批次 ',
  offeringCodes: ['installer-5'],
  examStart: '2026-12-12',
  applicationOpens: '2026-11-16',
  applicationCloses: '2026-11-30',
  paymentCloses: '2026-12-04',
};

describe('the plan of a session as it is written', () => {
  it('is whole with its own days only; one exam day, payment after review', () => {
    expect(planOf(whole)).toEqual({
      name: '2026年12月批次',
      offeringCodes: ['installer-5'],
      examStart: '2026-12-12',
      examEnd: '2026-12-12',
      applicationOpens: '2026-11-16',
      applicationCloses: '2026-11-30',
      paymentOpens: null,
      paymentCloses: '2026-12-04',
      resultsWithin: null,
    });
  });

  it.each([
    { name: ' ' },
    { offeringCodes: [] },
    { examStart: null },
    { applicationOpens: '2026-11-31' },
    { applicationCloses: null },
    { paymentCloses: '' },
  ] satisfies Partial<PlanDraft>[])('is not sent without %o', (change) => {
    expect(planOf({ ...whole, ...change })).toBeNull();
  });

  it('keeps a later payment and a last exam day', () => {
    const days = daysOf({ ...whole, examEnd: '2026-12-13', paymentOpens: '2026-12-01' });
    expect([days.examEnd, days.paymentOpens]).toEqual(['2026-12-13', '2026-12-01']);
  });

  it('is named after its month', () => expect(usualName(localDate('2026-12-12'))).toBe('2026年12月批次'));
});
