import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, portraits } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { reviewList } from '@jikaotong/shared/lists';
import { knownFacts } from '../builders/facts';
import { portrait } from '../builders/photos';
import { type Applicant, handIn, readyDraft } from '../support/apply';
import { type Examination, openExamination } from '../support/examination';
import { candidateByWechat } from '../support/people';
import { type World, openWorld } from '../support/world';

describe('records that must not pass among many', () => {
  let world: World;
  let exam: Examination;
  const ids = new Map<string, string>();
  let order = 0;
  const plant = async (what: string, who: Applicant, validUntil?: string): Promise<void> => {
    order += 1;
    const person = await candidateByWechat(world, `o-${order}`);
    const phone = `138${String(order).padStart(8, '0')}`;
    const draft = await readyDraft(person, exam.params.id, { name: `考生${what}`, order, phone, ...who });
    if (validUntil !== undefined)
      await person.api.ok(applications.saveApplication, {
        params: { id: draft.id },
        ifMatch: draft.version,
        body: {
          papers: [{ document: 'chsi-code', fileIds: [], number: 'A1B2C3D4E5F6', validUntil: localDate(validUntil) }],
        },
      });
    await handIn(person, draft.id);
    ids.set(what, draft.id);
  };
  const holding = (number: string) => ({
    facts: knownFacts({
      intends: true,
      certificates: [{ occupation: '保安员', level: 4, issuedOn: localDate('2021-05-01'), number }],
    }),
  });
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    await plant('甲', {});
    await plant('乙', holding('S000111000001214000123'));
    await plant('码过期', {}, '2026-11-22');
    await plant('码有效', {}, '2026-11-23');
    await plant('假证号', holding('2021-0456'));
    await plant('改级别', holding('S000111000001213000123'));
    await plant('改年份', holding('S000111000001194000123'));
    await plant('试填', { name: '测试测试' });
    const photo = await portrait({ background: '#fdfdfd' });
    await plant('同照一', { photo });
    await plant('同照二', { photo });
    await plant('黑白', { photo: await portrait({ grey: true }) });
  });
  afterAll(() => world.stop());

  it('are each in doubt for what is wrong, and none goes along with the others', async () => {
    const { reviewer, params } = exam;
    const { items } = await reviewer.api.ok(portraits.listPortraits, { params, query: { of: 'unseen', limit: 100 } });
    const seen = items.map(({ id, photo }) => ({ id, photoId: photo.id }));
    await reviewer.api.ok(portraits.lookAtPortraits, { params, body: { seen } });
    const all = { act: 'approve' as const, which: { match: { state: 'submitted' } } };
    expect(await reviewer.api.ok(reviewList.acting.select, { params, body: all })).toMatchObject({ total: 2 });
    const body = { act: 'approve' as const, which: { ids: [...ids.values()] } };
    const { id: selectionId } = await reviewer.api.ok(reviewList.acting.select, { params, body });
    const at = { params: { ...params, selectionId } };
    await reviewer.api.ok(reviewList.acting.start, at);
    await world.runJobs();
    const { items: left } = await reviewer.api.ok(reviewList.acting.results, { ...at, query: { state: 'refused' } });
    const doubts = new Map(left.map(({ rowId, data }) => [rowId, data?.['doubts']]));
    expect([...ids].map(([what, id]) => [what, doubts.get(id) ?? null])).toEqual([
      ['甲', null],
      ['乙', null],
      ['码过期', ['code-expired']],
      ['码有效', ['papers']],
      ['假证号', ['certificate']],
      ['改级别', ['certificate']],
      ['改年份', ['certificate']],
      ['试填', ['trial-name']],
      ['同照一', ['twin']],
      ['同照二', ['twin']],
      ['黑白', ['photo-grey']],
    ]);
    const id = ids.get('改级别') ?? '';
    expect((await reviewer.api.ok(applications.getReview, { params: { id } })).certificateFaults).toEqual([
      { number: 'S000111000001213000123', faults: ['level'] },
    ]);
  });
});
