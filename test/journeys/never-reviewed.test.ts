import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications } from '@jikaotong/shared/contract';
import { reviewList } from '@jikaotong/shared/lists';
import { REVIEW_OVER_REASON } from '@jikaotong/shared/words';
import { handedIn } from '../support/apply';
import { type Examination, openExamination } from '../support/examination';
import { candidateByWechat } from '../support/people';
import { type World, openWorld } from '../support/world';

describe('an application that nobody looked at in time', () => {
  let world: World;
  let exam: Examination;
  let later: World;
  let laterExam: Examination;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-30' });
    exam = await openExamination(world);
    later = await openWorld({ day: '2026-11-30' });
    laterExam = await openExamination(later);
  });
  afterAll(async () => {
    await world.stop();
    await later.stop();
  });

  it('says so to the candidate and to staff, who can only refuse it with a reason', async () => {
    const person = await candidateByWechat(world, 'o-waits');
    const { id, version } = await handedIn(person, exam.params.id);
    const one = { person, id, who: {} };
    await world.moveTo('2026-12-04');
    expect(await exam.stageOf(one)).toBe('in-review');

    await world.moveTo('2026-12-05');
    expect(await exam.stageOf(one)).toBe('review-over');
    expect(await exam.duties()).toContainEqual(['settle-unreviewed', '2026-12-04', true]);
    const params = { id };
    const remarks = [{ field: 'photo' as const, text: '请重新拍摄' }];
    const { api } = exam.reviewer;
    const answers = [
      await api.refused(applications.approveApplication, { params, body: { version } }),
      await api.refused(applications.returnApplication, { params, body: { version, remarks } }),
    ];
    expect(answers.map(({ code }) => code)).toEqual(['too-late', 'too-late']);

    const reason = '没有在截止日以前审核完，请报下一批';
    await api.ok(applications.rejectApplication, { params, body: { version, reason } });
    expect(await exam.stageOf(one)).toBe('rejected');
    expect((await exam.toldTo(one))[0]).toMatchObject({ code: 'application-rejected', data: { reason } });
    expect((await exam.duties()).map(([code]) => code)).not.toContain('settle-unreviewed');
  });

  it('is told to the candidate by itself, the morning after, and settled by staff for many at once', async () => {
    const waiting = await Promise.all(
      [1, 2, 3].map(async (order) => {
        const person = await candidateByWechat(later, `o-late-${order}`);
        const { id } = await handedIn(person, laterExam.params.id, { order });
        return { person, id, who: {} };
      }),
    );
    const [first] = waiting;
    if (!first) throw new Error('three wait');
    const settle = async () => {
      const { params } = laterExam;
      const which = { match: { state: 'submitted' } };
      const body = { act: 'rejectUnreviewed' as const, which };
      const frozen = await laterExam.reviewer.api.ok(reviewList.acting.select, { params, body });
      const selected = { params: { ...params, selectionId: frozen.id } };
      await laterExam.reviewer.api.ok(reviewList.acting.start, selected);
      await later.runJobs();
      const results = await laterExam.reviewer.api.ok(reviewList.acting.results, { ...selected, query: {} });
      return results.items.map(({ state, code }) => [state, code]);
    };
    await later.moveTo('2026-12-04', '18:00');
    expect(await settle()).toEqual([1, 2, 3].map(() => ['refused', 'too-early']));
    expect((await laterExam.toldTo(first)).map(({ code }) => code)).toEqual(['application-submitted']);

    await later.moveTo('2026-12-05', '10:00');
    for (const one of waiting)
      expect((await laterExam.toldTo(one)).map(({ code }) => code)).toEqual([
        'application-unreviewed',
        'application-submitted',
      ]);
    expect(await settle()).toEqual([1, 2, 3].map(() => ['done', null]));
    for (const one of waiting) {
      expect(await laterExam.stageOf(one)).toBe('rejected');
      expect((await laterExam.toldTo(one))[0]).toMatchObject({
        code: 'application-rejected',
        data: { reason: REVIEW_OVER_REASON },
      });
    }
    expect(await laterExam.duties()).toEqual([]);
    await later.moveTo('2026-12-06', '10:00');
    expect((await laterExam.toldTo(first)).map(({ code }) => code)).toEqual([
      'application-rejected',
      'application-unreviewed',
      'application-submitted',
    ]);
  });
});
