import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications } from '@jikaotong/shared/contract';
import { reviewList } from '@jikaotong/shared/lists';
import { actOn } from '../support/act-on';
import { handedIn } from '../support/apply';
import { type Examination, openExamination } from '../support/examination';
import { type SignedInPerson, candidateByWechat } from '../support/people';
import { type World, openWorld } from '../support/world';

describe('many who are sent back together', () => {
  let world: World;
  let exam: Examination;
  const people: { readonly person: SignedInPerson; readonly id: string }[] = [];
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    for (const [order, name] of ['张建国', '李秀英'].entries()) {
      const person = await candidateByWechat(world, `o-${order}`);
      people.push({ person, id: (await handedIn(person, exam.params.id, { name, order })).id });
    }
  });
  afterAll(() => world.stop());

  const needs = {
    reasons: ['photo-background', 'photo-recent', 'papers-lacking'] as const,
    words: [{ reason: 'photo-background' as const, text: '底色是蓝的，请换白色；不要用手机修' }],
  };
  const choice = {
    act: 'return' as const,
    which: { match: { state: 'submitted' } },
    needs: { ...needs, reasons: [...needs.reasons] },
  };

  it('read the printed words or one’s own, all of them the same, a remark a part', async () => {
    const done = await actOn(world, exam.reviewer, { list: reviewList, id: exam.params.id, choice });
    expect(done).toMatchObject({ done: 2, refused: 0 });
    for (const { person, id } of people) {
      const { remarks } = await person.api.ok(applications.getApplication, { params: { id } });
      expect(remarks).toEqual([
        { field: 'photo', text: '底色是蓝的，请换白色；不要用手机修；请用近期正面免冠证件照' },
        { field: 'documents', text: '材料缺页，请补齐' },
      ]);
    }
  });

  it('whose words stand nowhere in the clear', async () => {
    const rows = await world.db.read((h) => h.query<{ needs: unknown }>('SELECT needs FROM selection'));
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).toContain('sealed');
    expect(JSON.stringify(rows)).not.toContain('底色');
  });

  it('are not sent back with more words than a remark holds', async () => {
    const reasons = ['photo-recent', 'photo-not-front', 'photo-blurred', 'photo-background'] as const;
    const words = reasons.map((reason) => ({ reason, text: '请'.repeat(60) }));
    const body = { ...choice, needs: { reasons: [...reasons], words } };
    const refused = await exam.reviewer.api.refused(reviewList.acting.select, { params: exam.params, body });
    expect(refused.code).toBe('invalid-input');
    // three of them fill a remark to its last letter but some
    const three = { reasons: reasons.slice(0, 3), words: words.slice(0, 3) };
    const none = await exam.reviewer.api.refused(reviewList.acting.select, {
      params: exam.params,
      body: { ...choice, needs: three },
    });
    expect(none.code).toBe('wrong-state');
  });
});
