import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notices } from '@jikaotong/shared/contract';
import type { Notice } from '@jikaotong/shared/notice';
import { assessmentCases } from '@jikaotong/shared/rules/assessment-cases';
import { assess } from '@jikaotong/shared/rules/eligibility';
import { proveCount } from '../../bff/src/prove-count.testing';
import { noticesIn } from '../support/notices-in';
import { type World, openWorld } from '../support/world';

const seed = Number(process.env['PROVE_SEED'] ?? 1);

// The phone judges by itself with the rules; it must never promise what the back end would not. (What the build makes of
// them is held against the back end in test/weapp/verdicts.test.ts.)
describe('the rules and the back end', () => {
  let world: World;
  let all: Notice[];
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    all = await noticesIn('shared/notices');
  });
  afterAll(() => world.stop());

  it('say the same of everybody before every notice, reason for reason', async () => {
    const seen = new Set<string>();
    const on = world.today();
    for (const { noticeId, offeringCode, facts } of assessmentCases({ notices: all, count: proveCount(150), seed })) {
      const notice = all.find(({ id }) => id === noticeId);
      if (!notice) throw new Error(`no notice ${noticeId}`);
      const here = assess({ notice, offeringCode, facts, on });
      const asked = { params: { id: noticeId }, body: { offeringCode, facts } };
      expect(await world.stranger.ok(notices.assessFacts, asked)).toEqual(here);
      seen.add(here.verdict);
    }
    // a table in which nobody was refused, or nobody admitted, would prove little
    expect([...seen].toSorted()).toEqual(['eligible', 'ineligible', 'needs-review', 'undecided']);
  });
});
