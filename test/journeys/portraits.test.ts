import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, messages, portraits } from '@jikaotong/shared/contract';
import { type SelectionView, reviewList } from '@jikaotong/shared/lists';
import { portrait } from '../builders/photos';
import { handIn, handedIn, uploaded } from '../support/apply';
import { type Examination, openExamination } from '../support/examination';
import { type SignedInPerson, candidateByWechat } from '../support/people';
import { type World, openWorld } from '../support/world';

describe('the photos of a session side by side', () => {
  let world: World;
  let exam: Examination;
  const people: SignedInPerson[] = [];
  let left: string[] = [];
  const ids: string[] = [];
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    for (const [order, name] of ['张建国', '李秀英', '王卫东', '赵海燕'].entries()) {
      const person = await candidateByWechat(world, `o-${order}`);
      people.push(person);
      ids.push((await handedIn(person, exam.params.id, { name, order, phone: `1380000111${order}` })).id);
    }
  });
  afterAll(() => world.stop());

  const wall = (of: 'unseen' | 'all', page: { cursor?: string; limit?: number } = {}) =>
    exam.reviewer.api.ok(portraits.listPortraits, { params: exam.params, query: { of, ...page } });
  const look = (seen: { id: string; photoId: string }[]) =>
    exam.reviewer.api.ok(portraits.lookAtPortraits, { params: exam.params, body: { seen } });
  const act = async (body: Parameters<typeof frozenOf>[0]): Promise<SelectionView> => {
    const { id } = await frozenOf(body);
    await exam.reviewer.api.ok(reviewList.acting.start, { params: { ...exam.params, selectionId: id } });
    return ended(id);
  };
  const frozenOf = (body: typeof reviewList.acting.select.body extends { _zod: { output: infer B } } ? B : never) =>
    exam.reviewer.api.ok(reviewList.acting.select, { params: exam.params, body });
  const ended = async (selectionId: string) => {
    await world.runJobs();
    return exam.reviewer.api.ok(reviewList.acting.progress, { params: { ...exam.params, selectionId } });
  };
  const refusals = async (selectionId: string) =>
    (
      await exam.reviewer.api.ok(reviewList.acting.results, {
        params: { ...exam.params, selectionId },
        query: { state: 'refused' },
      })
    ).items.map(({ row, code, data }) => [row?.name, code, data]);
  const told = async ({ api }: SignedInPerson) => (await api.ok(messages.listMessages, { query: {} })).items;
  const stateOf = async (id: string) => (await exam.reviewer.api.ok(applications.getReview, { params: { id } })).state;

  it('come page by page, and a bulk approval leaves every photo that nobody has looked at', async () => {
    const first = await wall('unseen', { limit: 3 });
    expect(first.counts).toEqual({ unseen: 4, all: 4 });
    const rest = await wall('unseen', { limit: 3, cursor: first.next ?? '' });
    expect(
      [...first.items, ...rest.items].map(({ id, seen, faults, doubts }) => [id, seen, faults, doubts]).toSorted(),
    ).toEqual(ids.map((id) => [id, false, [], ['portrait', 'clear']]).toSorted());
    const view = await act({ act: 'approve', which: { ids } });
    expect(view).toMatchObject({ done: 0, refused: 4 });
    expect((await refusals(view.id))[0]).toEqual([expect.any(String), 'look-first', { doubts: ['portrait'] }]);
    const { by } = await exam.reviewer.api.ok(reviewList.counts, { params: exam.params, query: {} });
    expect([by['doubts'], by['verdict'], by['day']]).toEqual([
      { clear: 4, portrait: 4 },
      { eligible: 4 },
      { '2026-11-23': 4 },
    ]);
  });

  it('are noted as looked at, but for another photo than was shown', async () => {
    const { items } = await wall('unseen');
    left = items.slice(2).map(({ id }) => id);
    const [one, two, three, four] = items.map(({ id, photo }) => ({ id, photoId: photo.id }));
    if (!one || !two || !three || !four) throw new Error('four wait');
    expect(await look([one, two, { ...three, photoId: four.photoId }])).toEqual({ counts: { unseen: 2, all: 4 } });
    expect((await wall('unseen')).items.map(({ id }) => id).toSorted()).toEqual(left.toSorted());
    const seen = await exam.reviewer.api.ok(applications.getReview, { params: { id: one.id } });
    expect(seen).toMatchObject({ portraitSeen: { by: expect.stringMatching(/./) }, doubts: ['clear'] });
    const outsider = await exam.officer.api.refused(portraits.lookAtPortraits, {
      params: exam.params,
      body: { seen: [one] },
    });
    expect(outsider.code).toBe('forbidden');
    const view = await act({ act: 'approve', which: { match: { state: 'submitted', doubts: 'clear' } } });
    expect(view).toMatchObject({ total: 2, done: 2, refused: 0 });
  });

  it('that are bad go back together with the reason, and come back while nobody has begun to mend', async () => {
    const which = { ids: left };
    const needs = { reasons: ['photo-blurred', 'photo-background', 'name-differs'] as const };
    const view = await act({ act: 'return', which, needs: { reasons: [...needs.reasons] } });
    expect(view).toMatchObject({ done: 2, refused: 0, mayTakeBack: true });
    const [third = '', fourth = ''] = left;
    const [wang, zhao] = [people[ids.indexOf(third)], people[ids.indexOf(fourth)]];
    if (!wang || !zhao) throw new Error('four people');
    const mine = await wang.api.ok(applications.getApplication, { params: { id: third } });
    expect(mine).toMatchObject({
      state: 'returned',
      remarks: [
        { field: 'photo', text: '照片模糊，请重新拍摄；照片底色不符合要求，请按要求重新拍摄' },
        { field: 'name', text: '姓名与证件不一致，请按证件填写' },
      ],
    });
    // who has begun to mend goes on
    const photoFileId = await uploaded(wang, 'photo', await portrait());
    await wang.api.ok(applications.saveApplication, {
      params: { id: third },
      ifMatch: mine.version,
      body: { photoFileId },
    });
    const back = await exam.reviewer.api.ok(reviewList.acting.takeBack, {
      params: { ...exam.params, selectionId: view.id },
    });
    expect(await ended(back.id)).toMatchObject({ act: 'recall', done: 1, refused: 1 });
    expect((await refusals(back.id)).map(([, code]) => code)).toEqual(['changed-meanwhile']);
    expect([await stateOf(third), await stateOf(fourth)]).toEqual(['returned', 'submitted']);
    expect((await told(zhao))[0]).toMatchObject({ code: 'application-return-taken-back' });
    const again = await zhao.api.ok(applications.getApplication, { params: { id: fourth } });
    expect(again.remarks).toEqual([]);
  });

  it('are to be looked at again when another one is handed in, and only then', async () => {
    const [third = ''] = left;
    const wang = people[ids.indexOf(third)];
    if (!wang) throw new Error('four people');
    await handIn(wang, third);
    const { items } = await wall('unseen');
    expect(items.map(({ id }) => id).toSorted()).toEqual([...left].toSorted());
    await look(items.map(({ id, photo }) => ({ id, photoId: photo.id })));
    const changed = async () =>
      (await exam.reviewer.api.ok(applications.getReview, { params: { id: third } })).changedFields;
    expect(await changed()).toEqual(['photo']);
    const sent = {
      act: 'return' as const,
      which: { ids: [third] },
      needs: { reasons: ['signature-unclear' as const] },
    };
    const undone = await act(sent);
    const back = await exam.reviewer.api.ok(reviewList.acting.takeBack, {
      params: { ...exam.params, selectionId: undone.id },
    });
    expect(await ended(back.id)).toMatchObject({ act: 'recall', done: 1 });
    // what had been mended before is still marked
    expect(await changed()).toEqual(['photo']);
    await act(sent);
    await handIn(wang, third);
    expect((await wall('all')).items.map(({ seen }) => seen)).toEqual([true, true]);
  });

  it('are no two of one face: a second application under another number is named at both', async () => {
    const photo = await portrait({ background: '#fefefe' });
    const one = await candidateByWechat(world, 'o-twin-1');
    const two = await candidateByWechat(world, 'o-twin-2');
    const { id: first } = await handedIn(one, exam.params.id, { name: '孙丽', order: 11, phone: '13900000011', photo });
    await look([{ id: first, photoId: (await wall('unseen')).items.find(({ id }) => id === first)?.photo.id ?? '' }]);
    const { id: second } = await handedIn(two, exam.params.id, {
      name: '孙莉',
      order: 12,
      phone: '13900000012',
      photo,
    });
    const rows = await exam.reviewer.api.ok(reviewList.rows, { params: exam.params, query: { doubts: 'twin' } });
    expect(rows.items.map(({ name }) => name)).toEqual(['孙丽', '孙莉']);
    const view = await act({ act: 'approve', which: { ids: [first] } });
    expect((await refusals(view.id))[0]).toEqual(['孙丽', 'look-first', { doubts: ['twin'] }]);
    const shown = await exam.reviewer.api.ok(applications.getReview, { params: { id: first } });
    expect(shown.elsewhere).toMatchObject([
      { id: second, name: '孙莉', state: 'submitted', same: ['portrait'], isSamePerson: false },
    ]);
  });

  it('names one of the same name and birthday, or with the same phone', async () => {
    const again = await candidateByWechat(world, 'o-again');
    const { id } = await handedIn(again, exam.params.id, { name: '赵海燕', order: 21, phone: '13800001110' });
    const { elsewhere, doubts } = await exam.reviewer.api.ok(applications.getReview, { params: { id } });
    expect(elsewhere.map(({ name, same }) => [name, same])).toEqual([
      ['赵海燕', ['namesake']],
      ['张建国', ['phone']],
    ]);
    expect(doubts).toContain('twin');
  });
});
