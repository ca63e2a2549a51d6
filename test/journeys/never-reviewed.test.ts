import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications } from '@jikaotong/shared/contract';
import { handedIn } from '../support/apply';
import { type Examination, openExamination } from '../support/examination';
import { candidateByWechat } from '../support/people';
import { type World, openWorld } from '../support/world';

describe('an application that nobody looked at in time', () => {
  let world: World;
  let exam: Examination;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-30' });
    exam = await openExamination(world);
  });
  afterAll(() => world.stop());

  it('says so to the candidate and to staff, who can only refuse it with a reason', async () => {
    const person = await candidateByWechat(world, 'o-waits');
    const { id, version } = await handedIn(person, exam.params.id);
    const one = { person, id, who: {} };
    await world.moveTo('2026-12-04');
    expect(await exam.stageOf(one)).toBe('in-review');

    await world.moveTo('2026-12-05');
    expect(await exam.stageOf(one)).toBe('review-over');
    expect(await exam.duties()).toContainEqual(['review-applications', '2026-12-04', true]);
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
    expect((await exam.duties()).map(([code]) => code)).not.toContain('review-applications');
  });
});
