import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificates, collections, year } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { type Choice, certificateList } from '@jikaotong/shared/lists';
import { actOn } from '../support/act-on';
import type { Candidate, Examination } from '../support/examination';
import { issuedSession } from '../support/issued';
import { bspia } from '../support/people';
import { readPages, readText } from '../support/read-pages';
import { readWorkbook } from '../support/read-workbook';
import { fillSheet } from '../support/score-sheet';
import { sendSheet, sheetItems } from '../support/send-sheet';
import { type World, openWorld } from '../support/world';

const notice = {
  from: localDate('2027-01-04'),
  until: localDate('2027-02-28'),
  place: '科谷一街10号院',
  hours: '9:00–17:00',
};
const delivery = { recipient: '薄一', phone: '13812345678', address: '北京市大兴区科谷一街1号' };

describe('printed certificates on their way into the hand', () => {
  let world: World;
  let exam: Examination;
  let anna: Candidate;
  let bo: Candidate;
  let rows: Awaited<ReturnType<typeof issuedSession>>['rows'];
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    ({ exam, anna, bo, rows } = await issuedSession(world));
  });
  afterAll(() => world.stop());

  const own = ({ person, id }: Candidate) => person.api.ok(collections.getCollection, { params: { id } });
  const idOf = async (name: string) =>
    (await rows()).find((row) => row.name === name && row.state === 'issued')?.id ?? '';
  const act = (choice: Choice<(typeof certificateList)['filters'], (typeof certificateList)['acts']>) =>
    actOn(world, exam.publisher, { list: certificateList, id: exam.params.id, choice });
  const all = { match: {} };

  it('wait untold, in no official register, by the ways that the notice prints', async () => {
    expect(await own(anna)).toMatchObject({ handOver: 'untold', notice: null, method: null });
    expect((await own(anna)).ways).toMatchObject([
      { method: 'in-person', source: { clause: '三（七）1' } },
      { method: 'courier', source: { clause: '三（七）1' } },
    ]);
    expect((await rows()).map(({ handOver, register }) => [handOver, register])).toEqual([
      ['untold', 'pending'],
      ['untold', 'pending'],
    ]);
  });

  it('are told of together, and an address is taken while they are here', async () => {
    expect(await act({ act: 'tell', which: all, needs: notice })).toMatchObject({ done: 2, refused: 0 });
    expect((await exam.toldTo(anna))[0]).toMatchObject({ code: 'certificate-ready', data: { from: '2027-01-04' } });
    expect(await own(anna)).toMatchObject({ handOver: 'waiting', notice });
    const choose = (who: Candidate, body: object) =>
      who.person.api.call(collections.chooseCollection, { params: { id: who.id }, body: body as never });
    expect((await choose({ ...bo, person: exam.stranger }, { method: 'in-person' })).code).toBe('not-found');
    const agent = { name: '代取人', documentType: 'resident-id', documentNumber: '11010519491231002X' };
    expect((await choose(anna, { method: 'agent-letter', agent })).code).toBe('collection-not-offered');
    expect((await choose(bo, { method: 'courier', delivery })).data).toMatchObject({ handOver: 'to-send', delivery });
    expect((await exam.counts()).duties).toContainEqual(
      expect.objectContaining({ code: 'send-certificates', waiting: 1 }),
    );
    const list = await rows();
    expect(
      list.map(({ name, handOver, recipient, phone, address }) => [name, handOver, recipient, phone, address]),
    ).toEqual([
      ['安娜', 'waiting', null, null, null],
      ['薄一', 'to-send', '薄*', '138****5678', '***'],
    ]);
  });

  it('go by courier with numbers that come back in the sheet, once', async () => {
    const params = exam.params;
    const sheet = await exam.publisher.api.file(collections.downloadParcels, { params, query: { reason: '交快递' } });
    expect(
      (await exam.reviewer.api.call(collections.downloadParcels, { params, query: { reason: '看看' } })).status,
    ).toBe(403);
    const [, second] = await rows();
    const number = second?.number ?? '';
    const parcel = { 快递公司: '顺丰速运', 快递单号: 'SF1234567890123', 寄出日期: '2026-12-30' };
    const sent = { endpoints: collections.trackingSheet, id: params.id };
    const wrong = await sendSheet(world, exam.publisher, {
      ...sent,
      bytes: await fillSheet(sheet, { [number]: { ...parcel, 寄出日期: '2027-12-30' } }),
    });
    expect(wrong).toMatchObject({ state: 'refused', counts: { problems: 1 } });
    expect((await sheetItems(exam.publisher, { ...sent, importId: wrong.id }))[0]).toMatchObject({
      code: 'parcel-day-wrong',
    });
    const filled = await fillSheet(sheet, { [number]: parcel });
    const take = () => sendSheet(world, exam.publisher, { ...sent, bytes: filled });
    expect(await take()).toMatchObject({ state: 'done', applied: 1, refused: 0 });
    expect(await own(bo)).toMatchObject({
      handOver: 'sent',
      parcel: { carrier: '顺丰速运', trackingNumber: 'SF1234567890123' },
    });
    expect((await exam.toldTo(bo))[0]).toMatchObject({ code: 'certificate-sent' });
    expect((await exam.counts()).duties.map(({ code }) => code)).not.toContain('send-certificates');
    expect(await take()).toMatchObject({ counts: { same: 1, added: 0 } });
    expect(
      (await bo.person.api.call(collections.chooseCollection, { params: { id: bo.id }, body: { method: 'in-person' } }))
        .data,
    ).toMatchObject({ state: 'certificate-sent' });
  });

  it('remind whoever has not come, once before the last day, and nobody else', async () => {
    await world.moveTo('2027-02-25', '10:00');
    const codes = async (one: Candidate) =>
      (await exam.toldTo(one)).filter(({ code }) => code === 'certificate-uncollected').length;
    expect([await codes(anna), await codes(bo)]).toEqual([2, 0]);
  });

  it('are handed over once, whoever asks at once, and that is taken back', async () => {
    const id = await idOf('安娜');
    const hand = () =>
      exam.publisher.api.call(collections.handOverCertificate, {
        params: { id },
        body: { method: 'in-person', documentSeen: true },
      });
    const answers = await Promise.all([hand(), hand(), hand()]);
    expect(answers.map(({ code }) => code).toSorted()).toEqual(['ok', 'wrong-state', 'wrong-state']);
    expect(await own(anna)).toMatchObject({ handOver: 'collected', collectedOn: '2027-02-25' });
    expect((await exam.toldTo(anna))[0]).toMatchObject({ code: 'certificate-collected' });
    expect(await act({ act: 'uncollect', which: { ids: [id] } })).toMatchObject({ done: 1 });
    expect(await own(anna)).toMatchObject({ handOver: 'waiting' });
    const listed = await act({ act: 'collect', which: all, needs: { method: 'in-person' } });
    expect(listed).toMatchObject({ done: 2, mayTakeBack: true });
    expect((await act({ act: 'collect', which: all, needs: { method: 'unit-list', agent: '周经理' } })).refused).toBe(
      2,
    );
  });

  it('are printed again under one number when lost, marked so for everybody', async () => {
    const id = await idOf('安娜');
    const again = () =>
      exam.publisher.api.call(collections.duplicateCertificate, {
        params: { id },
        body: { reason: '遗失', duplicates: 0 },
      });
    const answers = await Promise.all([again(), again()]);
    expect(answers.map(({ code }) => code).toSorted()).toEqual(['changed-meanwhile', 'ok']);
    const certificate = await anna.person.api.ok(certificates.getCertificate, { params: { id: anna.id } });
    expect(certificate).toMatchObject({ state: 'issued', duplicatedOn: '2027-02-25' });
    expect(certificate.number).toMatch(/000001$/);
    const { number } = certificate;
    const seen = await world.stranger.ok(certificates.verifyCertificate, { query: { number, name: '安娜' } });
    expect(seen).toMatchObject({ state: 'issued', replaced: false, duplicatedOn: '2027-02-25' });
    expect(await own(anna)).toMatchObject({ handOver: 'untold', collectedOn: null });
    const pdf = await anna.person.api.file(certificates.downloadCertificate, { params: { id: anna.id } });
    expect(await readText(pdf)).toContain('补发');
  });

  it('are looked up officially once staff say so', async () => {
    const [first] = await rows();
    expect(await act({ act: 'register', which: { ids: [first?.id ?? ''] } })).toMatchObject({ done: 1 });
    expect(await act({ act: 'register', which: all })).toMatchObject({ done: 1, refused: 1 });
    expect((await rows()).map(({ register }) => register)).toEqual(['confirmed', 'confirmed']);
    const seen = await bo.person.api.ok(certificates.getCertificate, { params: { id: bo.id } });
    expect(seen).toMatchObject({ registeredOn: '2027-02-25', lookupUrl: 'http://jndj.osta.org.cn' });
  });

  it('are on the papers for the counter, the form of the body and the units', async () => {
    const printed = async (
      print: 'certificates' | 'certificates-preprinted' | 'hand-out' | 'unit-notices',
      query = {},
    ) =>
      readPages(
        await exam.publisher.api.file(collections.printCertificates, { params: { ...exam.params, print }, query }),
      );
    const whole = await printed('certificates');
    expect(whole.map((page) => page.join('')).filter((page) => page.includes('职业技能等级证书'))).toHaveLength(2);
    const form = await printed('certificates-preprinted', { right: '-15', down: '20' });
    expect(form.map((page) => page.join('')).filter((page) => page.includes('职业技能等级证书'))).toHaveLength(0);
    expect(form.flat().join('')).toContain('薄一');
    const list = (await printed('hand-out')).flat().join('').replaceAll(/\s/g, '');
    for (const { number } of await rows()) expect(list).toContain(number);
    expect(list).not.toContain('13812345678');
    const nobody = { params: { ...exam.params, print: 'hand-out' as const }, query: { offering: 'none' } };
    expect((await exam.publisher.api.refused(collections.printCertificates, nobody)).code).toBe('no-certificates');
  });

  it('stand in the year of the body, on screen and in a workbook', async () => {
    const params = { id: bspia.id, year: '2026' };
    const { rows: found } = await exam.publisher.api.ok(year.getYear, { params });
    expect(found).toMatchObject([
      {
        offering: { code: 'installer-5' },
        applied: 2,
        admitted: 2,
        present: 2,
        passed: 2,
        certified: 2,
        reviews: 0,
        publishedOn: '2026-12-18',
        daysToResults: 6,
        certifiedOn: '2026-12-30',
        daysToCertificates: 12,
      },
    ]);
    const cells = await readWorkbook(await exam.publisher.api.file(year.downloadYear, { params }));
    expect(cells.find(([first]) => first === '合计')?.slice(3, 8)).toEqual(['2', '2', '2', '2', '2']);
    expect(await exam.publisher.api.ok(year.getYear, { params: { ...params, year: '2025' } })).toMatchObject({
      rows: [],
    });
    expect((await exam.finance.api.call(year.getYear, { params })).status).toBe(403);
    expect((await exam.publisher.api.call(year.getYear, { params: { ...params, id: 'cecc' } })).code).toBe('not-found');
  });
});
