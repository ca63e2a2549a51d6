import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notices as contract } from '@jikaotong/shared/contract';
import type { Notice } from '@jikaotong/shared/notice';
import { assessmentCases } from '@jikaotong/shared/rules/assessment-cases';
import { assess } from '@jikaotong/shared/rules/eligibility';
import { proveCount } from '../../bff/src/prove-count.testing';
import { noticesIn } from '../support/notices-in';
import { type World, openWorld } from '../support/world';
import { rulesOnPhone } from './phone-rules';

const seed = Number(process.env['PROVE_SEED'] ?? 1);

// What Babel and the minifier made of the rules judges on the phone; the back end judges with their source.
describe('the rules in the built package and the back end', () => {
  let world: World;
  let all: Notice[];
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    all = await noticesIn('shared/notices');
  });
  afterAll(() => world.stop());

  it('say the same of everybody before every notice, reason for reason', async () => {
    const on = world.today();
    const cases = assessmentCases({ notices: all, count: proveCount(2_000), seed }).flatMap((given) => {
      const notice = all.find(({ id }) => id === given.noticeId);
      return notice ? [{ ...given, notice, on }] : [];
    });
    const [first] = cases;
    if (!first) throw new Error('no cases');
    const { noticeId: _, ...sample } = first;
    const onPhone = rulesOnPhone(sample, assess(sample));
    const seen = new Set<string>();
    for (const { noticeId, ...question } of cases) {
      const { offeringCode, facts } = question;
      const asked = { params: { id: noticeId }, body: { offeringCode, facts } };
      const there = onPhone(question);
      expect(await world.stranger.ok(contract.assessFacts, asked)).toEqual(there);
      seen.add(there.verdict);
    }
    // a table in which nobody was refused, or nobody admitted, would prove little
    expect([...seen].toSorted()).toEqual(['eligible', 'ineligible', 'needs-review', 'undecided']);
  });
});
