import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type BodyOf,
  applications,
  corrections,
  files,
  orders,
  personalData,
  sittings,
} from '@jikaotong/shared/contract';
import { peopleCaseList, reviewList, seatList } from '@jikaotong/shared/lists';
import { readPdfText } from '../../bff/src/platform/pdf/read-text.testing';
import { citizenNumber } from '../builders/citizen-number';
import { portrait } from '../builders/photos';
import { identityOf, uploaded } from '../support/apply';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { type World, openWorld } from '../support/world';

type Asked = Partial<BodyOf<typeof corrections.askCorrection>>;

const reason = '身份证上的姓名与填写的不一致';
const numberOf = (order: number) => citizenNumber({ birthDate: '1990-05-01', sex: 'male', order });

describe('corrections after the application was handed in', () => {
  let world: World;
  let exam: Examination;
  let anna: Candidate;
  let bo: Candidate;
  let chen: Candidate;
  let dai: Candidate;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    anna = await exam.paid('o-anna', { name: '安娜', order: 1 });
    bo = await exam.paid('o-bo', { name: '薄一', order: 2 });
    chen = await exam.paid('o-chen', { name: '陈晨', order: 3 });
    dai = await exam.approved('o-dai', { name: '戴明', order: 4 });
  });
  afterAll(() => world.stop());

  const paper = async ({ person }: Candidate) => uploaded(person, 'document', await portrait());
  const ask = async (one: Candidate, asked: Asked) =>
    one.person.api.call(corrections.askCorrection, {
      params: { id: one.id },
      body: { reason, evidenceFileIds: [await paper(one)], ...asked },
    });
  const asked = async (one: Candidate, what: Asked): Promise<string> => {
    const answer = await ask(one, what);
    expect(answer.code).toBe('ok');
    return (await latest(one)).id;
  };
  const latest = async ({ person, id }: Candidate) => {
    const { items } = await person.api.ok(corrections.listCorrections, { params: { id } });
    const [first] = items;
    if (!first) throw new Error('nothing was asked');
    return first;
  };
  const decide = (id: string, body: BodyOf<typeof corrections.decideCorrection> = { accept: true }) =>
    exam.reviewer.api.call(corrections.decideCorrection, { params: { id }, body });
  const renumbered = (order: number, because: 'mistyped' | 'renewed') => {
    const { origin, documentType, documentExpiresOn } = identityOf();
    return { origin, documentType, documentExpiresOn, documentNumber: numberOf(order), because };
  };
  const review = ({ id }: Candidate) => exam.reviewer.api.ok(applications.getReview, { params: { id } });
  const waiting = async () => {
    const query = { kind: 'correction-asked', state: 'open' };
    return (await exam.reviewer.api.ok(peopleCaseList.rows, { params: { id: 'bspia' }, query })).items;
  };

  it('are asked with evidence of one’s own, about something that differs, one at a time', async () => {
    expect(await ask(anna, { name: '安雅', evidenceFileIds: [] })).toMatchObject({ code: 'evidence-missing' });
    expect(await ask(anna, { name: '安娜' })).toMatchObject({ code: 'nothing-changed' });
    expect(await ask(anna, { name: '安雅', evidenceFileIds: [await paper(bo)] })).toMatchObject({
      code: 'file-refused',
    });
    expect(await ask({ ...anna, person: exam.stranger }, { name: '安雅' })).toMatchObject({ status: 404 });
    const both = await Promise.all([ask(anna, { name: '安雅' }), ask(anna, { name: '安亚' })]);
    expect(both.map(({ code }) => code).toSorted()).toEqual(['correction-open', 'ok']);
    expect((await exam.toldTo(anna))[0]).toMatchObject({ code: 'correction-asked', data: { fields: 'name' } });
    const { id } = await latest(anna);
    await anna.person.api.ok(corrections.withdrawCorrection, { params: { id } });
    expect(await waiting()).toEqual([]);
    expect((await decide(id)).code).toBe('wrong-state');
  });

  it('stand as a case before reviewers, old beside new, and are not closed with a word', async () => {
    const id = await asked(anna, { name: '安雅', phone: '13911112222' });
    expect(await waiting()).toMatchObject([{ id, name: '安娜', kind: 'correction-asked' }]);
    const held = await anna.person.api.ok(personalData.getPersonalData, {});
    expect(held.enrolments.map(({ blocked }) => blocked)).toEqual(['correction']);
    const seen = await exam.reviewer.api.ok(corrections.getStaffCorrection, { params: { id } });
    expect(seen).toMatchObject({
      fields: ['name', 'phone'],
      before: { name: '安娜', phone: '13800001111', documentNumber: null },
      after: { name: '安雅', phone: '13911112222' },
      reissues: [],
    });
    expect((await exam.reviewer.api.fetch(seen.evidence[0]?.url ?? '')).status).toBe(200);
    await exam.reviewer.api.ok(files.linkFile, { params: { id: seen.evidence[0]?.id ?? '' } });
    for (const other of [exam.finance, exam.publisher])
      expect((await other.api.call(corrections.getStaffCorrection, { params: { id } })).status).toBe(403);
    expect((await anna.person.api.call(corrections.getStaffCorrection, { params: { id } })).status).toBe(403);
    const word = { action: 'note' as const, note: '知道了' };
    expect(await exam.reviewer.api.refused(orders.resolveCase, { params: { id }, body: word })).toMatchObject({
      code: 'wrong-state',
    });
    expect(await latest(anna)).toMatchObject({ before: { phone: '138****1111' }, after: { phone: '139****2222' } });
  });

  it('are decided once by two who decide at once, and everything follows', async () => {
    const { id } = await latest(anna);
    const answers = await Promise.all([decide(id), decide(id, { accept: false, reason: '材料看不清' })]);
    expect(answers.filter(({ code }) => code === 'ok')).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'wrong-state')).toHaveLength(1);
    expect(await waiting()).toEqual([]);
    // whoever was faster, it is put right in the end
    if ((await latest(anna)).state === 'refused')
      await decide(await asked(anna, { name: '安雅', phone: '13911112222' }));
    expect(await review(anna)).toMatchObject({ state: 'approved', candidate: { name: '安雅' }, phone: '13911112222' });
    const found = async (q: string) =>
      (await exam.reviewer.api.ok(reviewList.rows, { params: exam.params, query: { q } })).items.map(
        ({ id: row }) => row,
      );
    expect([await found('安雅'), await found('13911112222'), await found('安娜')]).toEqual([[anna.id], [anna.id], []]);
    const people = await world.db.read((h) =>
      h.query<{ name: string }>("SELECT name FROM person WHERE name LIKE '安%'"),
    );
    expect(people).toEqual([{ name: '安雅' }]);
    expect((await exam.toldTo(anna))[0]).toMatchObject({
      code: 'correction-accepted',
      data: { fields: 'name,phone', number: null, certificate: 0 },
    });
  });

  it('are said on the paper that was signed before', async () => {
    const formOf = async ({ person, id }: Candidate) => {
      const params = { id, document: 'application-form' };
      return readPdfText(await person.api.file(applications.downloadForm, { params })).replaceAll(/\s/g, '');
    };
    expect(await formOf(anna)).toContain('签名之后，以上内容于2026年11月23日经审核更正。');
    expect(await formOf(bo)).not.toContain('经审核更正');
  });

  it('are refused with a reason that the candidate reads', async () => {
    const id = await asked(bo, { employer: '北京保安服务公司', evidenceFileIds: [] });
    expect((await decide(id, { accept: false, reason: '请提供单位证明' })).code).toBe('ok');
    expect(await latest(bo)).toMatchObject({ state: 'refused', refusal: '请提供单位证明' });
    expect((await exam.toldTo(bo))[0]).toMatchObject({
      code: 'correction-refused',
      data: { reason: '请提供单位证明' },
    });
    expect((await review(bo)).candidate.employer).toBeNull();
  });

  it('put the address right where a certificate is sent to', async () => {
    const address = '北京市海淀区中关村大街1号';
    const id = await asked(bo, { address, evidenceFileIds: [] });
    expect(await latest(bo)).toMatchObject({ fields: ['address'], before: { address: null }, after: { address } });
    expect((await decide(id)).code).toBe('ok');
    expect((await review(bo)).candidate).toMatchObject({ address, employer: null, name: '薄一' });
    expect((await exam.toldTo(bo))[0]).toMatchObject({ code: 'correction-accepted', data: { fields: 'address' } });
    expect((await ask(bo, { address })).code).toBe('nothing-changed');
  });

  it('do not give away a document that another live application holds', async () => {
    const id = await asked(bo, { document: renumbered(3, 'mistyped') });
    expect((await decide(id)).code).toBe('document-held');
    expect(await latest(bo)).toMatchObject({ state: 'open' });
    expect((await decide(id, { accept: false, reason: '这个号码属于另一位考生' })).code).toBe('ok');
    expect((await review(bo)).documentNumber).toBe(numberOf(2));
  });

  it('lead a number that was mistyped to the right person, and give a new document to the same one', async () => {
    const personOf = async ({ id }: Candidate) =>
      world.db.read(async (h) => {
        const [row] = await h.query<{ p: string }>('SELECT person_id AS p FROM candidate WHERE id = ?', [id]);
        const documents = await h.query('SELECT id FROM person_document WHERE person_id = ?', [row?.p ?? '']);
        return { id: row?.p, documents: documents.length };
      });
    const first = await personOf(bo);
    expect((await decide(await asked(bo, { document: renumbered(12, 'mistyped') }))).code).toBe('ok');
    const second = await personOf(bo);
    expect([second.id === first.id, second.documents]).toEqual([false, 1]);
    const gone = await world.db.read((h) => h.query('SELECT id FROM person WHERE id = ?', [first.id ?? '']));
    expect(gone).toEqual([]);
    expect((await decide(await asked(bo, { document: renumbered(13, 'renewed') }))).code).toBe('ok');
    expect(await personOf(bo)).toEqual({ id: second.id, documents: 2 });
    expect((await review(bo)).documentNumber).toBe(numberOf(13));
  });

  it('are dropped with their case when the approval is taken back', async () => {
    await asked(dai, { phone: '13911113333', evidenceFileIds: [] });
    const { id, version } = await review(dai);
    const remarks = [{ field: 'phone' as const, text: '请改成现在用的手机号' }];
    await exam.reviewer.api.ok(applications.takeBackApproval, { params: { id }, body: { version, reason, remarks } });
    expect(await latest(dai)).toMatchObject({ state: 'dropped' });
    expect(await waiting()).toEqual([]);
    expect(await ask(dai, { phone: '13911113333' })).toMatchObject({ code: 'wrong-state' });
  });

  it('show on the ticket, whether it is issued before, after or at that very moment', async () => {
    await exam.setRooms(10, 10);
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
    const racing = await asked(chen, { name: '陈辰' });
    await Promise.all([decide(racing), world.moveTo('2026-12-07')]);
    await world.runJobs();
    const nameIn = (qr: string): string => JSON.parse(Buffer.from(qr.split('.')[2] ?? '', 'base64url').toString()).name;
    const shown = await exam.ticketOf(chen);
    expect([shown.name, nameIn(shown.qr)]).toEqual(['陈辰', '陈辰']);

    const old = await exam.ticketOf(bo);
    const id = await asked(bo, { name: '薄依' });
    const { reissues } = await exam.reviewer.api.ok(corrections.getStaffCorrection, { params: { id } });
    expect(reissues).toEqual(['ticket']);
    expect((await decide(id)).code).toBe('ok');
    const fresh = await exam.ticketOf(bo);
    expect(fresh.number).not.toBe(old.number);
    expect([nameIn(fresh.qr), fresh.sittings]).toEqual(['薄依', old.sittings]);
    const check = (token: string) => world.stranger.ok(sittings.verifyTicket, { query: { token } });
    expect([(await check(old.qr)).state, (await check(fresh.qr)).state]).toEqual(['revoked', 'issued']);
    const seats = await exam.officer.api.ok(seatList.rows, { params: exam.params, query: { q: '薄依' } });
    expect(new Set(seats.items.map(({ ticketNumber }) => ticketNumber))).toEqual(new Set([fresh.number]));
    expect((await exam.toldTo(bo))[0]).toMatchObject({ code: 'correction-accepted', data: { number: fresh.number } });

    const numberBefore = fresh.number;
    expect((await decide(await asked(bo, { phone: '13911114444', evidenceFileIds: [] }))).code).toBe('ok');
    expect((await exam.ticketOf(bo)).number).toBe(numberBefore);
  });

  it('change the photo that is printed', async () => {
    const before = await exam.ticketOf(anna);
    const photoFileId = await uploaded(anna.person, 'photo', await portrait({ bytes: 61_000 }));
    expect((await decide(await asked(anna, { photoFileId, evidenceFileIds: [] }))).code).toBe('ok');
    const after = await exam.ticketOf(anna);
    expect(after.number).not.toBe(before.number);
    expect((await review(anna)).photo?.id).toBe(photoFileId);
  });
});
