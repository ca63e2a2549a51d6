import { expect, it, onTestFinished } from 'vitest';
import { reviewList } from '@jikaotong/shared/lists';
import { demoCandidate } from '../../scripts/demo-session/people';
import { fillSession } from '../../scripts/demo-session/run';
import { httpClient } from '../../scripts/http-client';
import { openExamination } from '../support/examination';
import { openWorld } from '../support/world';

it('fills a session with people of whom no two are alike, and leaves who is there as they are', async () => {
  const world = await openWorld({ day: '2026-11-23' });
  onTestFinished(() => world.stop());
  const exam = await openExamination(world);
  const run = {
    origin: world.origin,
    sandbox: world.sandbox.url,
    count: 9,
    until: 'paid' as const,
    reviewer: httpClient(world.origin, exam.reviewer.session.accessToken),
    finance: httpClient(world.origin, exam.finance.session.accessToken),
    session: exam.params,
    today: world.today(),
    say: () => undefined,
  };
  expect(await fillSession(run)).toEqual({ made: 9, known: 0 });
  expect(await fillSession({ ...run, count: 10 })).toEqual({ made: 1, known: 9 });
  const { total, by } = await exam.reviewer.api.ok(reviewList.counts, { params: exam.params, query: {} });
  // one of them did work that somebody has to look at
  expect([total, by['state']]).toEqual([10, { submitted: 1, approved: 9 }]);
});

it('never makes two of one number or phone among nine hundred', () => {
  const all = Array.from({ length: 900 }, (_, place) => demoCandidate(place));
  for (const key of ['documentNumber', 'phone'] as const) expect(new Set(all.map((one) => one[key])).size).toBe(900);
});
