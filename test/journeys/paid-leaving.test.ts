import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, sessionChanges } from '@jikaotong/shared/contract';
import { applicantList } from '@jikaotong/shared/lists';
import { type Candidate, type Story, openStory, september } from '../support/changed-session';
import { openSession } from '../support/open-session';

describe('somebody who has paid and cannot come', () => {
  let story: Story;
  let sessionId: string;
  let kept: Candidate;
  let refunded: Candidate;
  let unpaid: Candidate;
  beforeAll(async () => {
    story = await openStory();
    sessionId = await openSession(story.administrator, september);
    kept = await story.paid(sessionId);
    refunded = await story.paid(sessionId);
    unpaid = await story.approved(sessionId);
  });
  afterAll(() => story.world.stop());

  const params = ({ id }: Candidate) => ({ id });
  const leave = (one: Candidate, refund: boolean) =>
    story.officer.api.ok(sessionChanges.leavePaid, {
      params: params(one),
      body: { refund, reason: '本人来电，家里有事' },
    });
  const refused = (one: Candidate) =>
    story.officer.api.refused(sessionChanges.leavePaid, {
      params: params(one),
      body: { refund: false, reason: '本人来电' },
    });
  const standings = async () => {
    const { items } = await story.officer.api.ok(applicantList.rows, { params: { id: sessionId }, query: {} });
    return new Map(items.map(({ id, standing }) => [id, standing]));
  };

  it('cannot leave alone, and is shown to the officer with what the notice prints', async () => {
    const view = await story.viewOf(kept);
    const own = { params: params(kept), ifMatch: view.version };
    expect(await kept.person.api.refused(applications.withdrawApplication, own)).toMatchObject({
      code: 'already-paid',
    });
    expect(await story.officer.api.ok(sessionChanges.getPaidLeaving, { params: params(kept) })).toMatchObject({
      state: 'approved',
      paidByUnit: false,
      printed: null,
      open: true,
    });
  });

  it('leaves by the word of the officer with a reason, the money kept: the place is free, and nothing is owed', async () => {
    expect(await leave(kept, false)).toMatchObject({ state: 'withdrawn', open: false });
    expect(await story.viewOf(kept)).toMatchObject({ state: 'withdrawn' });
    expect(await story.cases(story.finance, kept)).toEqual([]);
    expect((await standings()).get(kept.id)).toBe('withdrawn');
    expect(await story.toldTo(kept)).toMatchObject({ code: 'application-withdrawn' });
    expect(await refused(kept)).toMatchObject({ code: 'wrong-state', data: { state: 'withdrawn' } });
  });

  it('or with the money going back, which finance finds as a case', async () => {
    await leave(refunded, true);
    expect(await story.cases(story.finance, refunded)).toMatchObject([{ kind: 'refund-due' }]);
    expect((await standings()).get(refunded.id)).toBe('refund-due');
  });

  it('not who owes, nor by other staff, nor on the day of the exam', async () => {
    expect(await refused(unpaid)).toMatchObject({ code: 'wrong-state', data: { state: 'nothing-paid' } });
    const late = await story.paid(sessionId);
    const body = { refund: false, reason: '本人来电' };
    const byFinance = { params: params(late), body };
    expect(await story.finance.api.refused(sessionChanges.leavePaid, byFinance)).toMatchObject({ code: 'forbidden' });
    await story.world.moveTo('2026-09-26');
    expect(await refused(late)).toMatchObject({ code: 'too-late' });
  });
});
