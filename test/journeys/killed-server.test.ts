import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificates, results, sessionChanges } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { moneyCaseList } from '@jikaotong/shared/lists';
import { proveCount } from '../../bff/src/prove-count.testing';
import { type Story, openStory, october, reason, september } from '../support/changed-session';
import { type Examination, openExamination } from '../support/examination';
import { passEverybody } from '../support/issued';
import { type KilledAct, killServerAtEveryStatement } from '../support/killed-server';
import { openSession } from '../support/open-session';
import { patience } from '../support/patience';
import { bspia, equipBody } from '../support/people';
import { type World, openWorld } from '../support/world';

/** How many of the statements of each act the server is killed after; all of them in `npm run prove -- killed`. */
const MOST = proveCount(4);
const limit = { timeout: patience(MOST > 4 ? 3_600_000 : 180_000) };

/** Killed anywhere it ends as if nothing had been; a copy without transactions does not. */
async function proves(world: World, act: KilledAct): Promise<void> {
  const { statements, deaths } = await killServerAtEveryStatement(world, act, { most: MOST });
  expect(statements).toBeGreaterThan(8);
  expect(deaths).toHaveLength(Math.min(MOST, statements));
  expect(deaths.filter(({ differs }) => differs.length > 0).map(({ after, differs }) => [after, differs[0]])).toEqual(
    [],
  );
  const copy = await killServerAtEveryStatement(world, act, { most: Math.min(MOST, 6), transactional: false });
  expect(copy.deaths.some(({ differs }) => differs.length > 0)).toBe(true);
}

describe('a server that is killed while it publishes and issues', () => {
  let world: World;
  let exam: Examination;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    for (const [order, name] of ['安娜', '薄一', '陈晨'].entries()) await exam.paid(`o-${order}`, { name, order });
    await exam.setRooms(10);
    await world.moveTo('2026-12-07');
    await world.moveTo('2026-12-14');
    await passEverybody(exam);
    await exam.checked();
    await equipBody(world, exam.administrator);
    await world.moveTo('2026-12-18');
  });
  afterAll(() => world.stop());

  it('publishes the marks of everybody, or has not yet', limit, async () => {
    const publish = () =>
      exam.publisher.api.call(results.publishResults, { params: exam.params, body: {}, key: 'publish-once' });
    await proves(world, { act: publish, settle: () => world.runJobs() });
    expect((await publish()).code).toBe('ok');
  });

  it('issues every certificate under a number of its own, without a gap, or none', limit, async () => {
    await world.moveTo('2026-12-30');
    const issue = () =>
      exam.publisher.api.call(certificates.issueCertificates, {
        params: exam.params,
        body: { candidates: 3, withoutSeal: true },
        key: 'issue-once',
      });
    await proves(world, { act: issue, settle: () => world.runJobs() });
    expect((await issue()).data).toMatchObject({ issued: 3 });
  });
});

describe('a server that is killed while it cancels and gives back', () => {
  let story: Story;
  let world: World;
  let sessionId: string;
  const choiceUntil = localDate('2026-09-12');
  beforeAll(async () => {
    story = await openStory();
    world = story.world;
    sessionId = await openSession(story.administrator, september);
    await openSession(story.administrator, october);
    await story.paidByWechat(sessionId);
    await story.paidByWechat(sessionId);
    await story.paid(sessionId);
    await story.approved(sessionId);
  });
  afterAll(() => world.stop());

  it('cancels the session for everybody, or has not yet', limit, async () => {
    const { revision } = await story.preview(sessionId);
    const cancel = () =>
      story.officer.api.call(sessionChanges.cancelSession, {
        params: { id: sessionId },
        body: { revision, reason, choiceUntil },
        key: 'cancel-once',
      });
    await proves(world, { act: cancel, settle: () => world.runJobs() });
    expect((await cancel()).code).toBe('ok');
  });

  it('gives everybody back what they paid, once', limit, async () => {
    await world.moveTo('2026-09-13');
    const { acting } = moneyCaseList;
    const select = {
      act: 'refund' as const,
      which: { match: { state: 'open' } },
      needs: { note: '批次取消，全额退费' },
    };
    const { id } = await story.finance.api.ok(acting.select, { params: { id: bspia.id }, body: select });
    const params = { id: bspia.id, selectionId: id };
    const refund = async () => {
      await story.finance.api.call(acting.start, { params, key: 'refund-once' });
      await world.runJobs();
    };
    const settle = async () => {
      await world.runJobs();
      await world.moveTo('2026-09-13', '12:00');
    };
    await proves(world, { act: refund, settle });
    await refund();
    await settle();
    expect(await story.finance.api.ok(acting.progress, { params })).toMatchObject({ done: 3, refused: 0 });
  });
});
