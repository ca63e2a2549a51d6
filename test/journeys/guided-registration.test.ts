import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type SheetImportView,
  contestEntries,
  contests,
  staffEntries,
  messages,
  notices,
  posters,
  registrations,
} from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { entryList } from '@jikaotong/shared/lists';
import { knownFacts } from '../builders/facts';
import { identityOf } from '../support/apply';
import {
  type SignedInPerson,
  bspia,
  candidateByPhone,
  candidateByWechat,
  firstAdministrator,
  staffMember,
} from '../support/people';
import { withRow } from '../support/score-sheet';
import { sendSheet, sheetItems } from '../support/send-sheet';
import { type World, openWorld } from '../support/world';

const noticeId = 'bspia-2024-competition-installer';
const params = { id: noticeId };
const headers = '姓名,证件类型,证件号码,手机号,单位,报名编号,备注';

type Line = { name: string; order: number; phone?: string; unit?: string; reference?: string };
const numberOf = (order: number) => identityOf({ order }).documentNumber;
const csvOf = (lines: readonly Line[]): Buffer =>
  Buffer.from(
    [
      headers,
      ...lines.map(({ name, order, phone = '', unit = '', reference = '' }) =>
        [name, '居民身份证', numberOf(order), phone, `"${unit}"`, reference, '无'].join(','),
      ),
    ].join('\r\n'),
  );

/** The rows beside which a marked sheet says what is wrong. */
async function readErrors(sheet: Buffer): Promise<number[]> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(sheet).buffer);
  const rows: number[] = [];
  book.worksheets[0]?.eachRow((row, at) => {
    if (at > 1 && row.getCell(headers.split(',').length + 1).text !== '') rows.push(at);
  });
  return rows;
}

describe('registering for a competition on the government’s site', () => {
  let world: World;
  let officer: SignedInPerson;
  let wang: SignedInPerson;
  beforeAll(async () => {
    world = await openWorld({ day: '2024-05-06' });
    const administrator = await firstAdministrator(world);
    officer = await staffMember(world, administrator, 'kaowu', ['exam-officer']);
    wang = await candidateByPhone(world, '13800001111');
  });
  afterAll(() => world.stop());

  const tick = (person: SignedInPerson, step: number, done = true, way: 'individual' | 'group' = 'individual') =>
    person.api.ok(registrations.tickStep, { params: { ...params, step }, body: { way, done } });
  const noted = (more: object = {}) => ({
    way: 'individual' as const,
    state: 'preparing' as const,
    reference: null,
    registeredOn: null,
    name: null,
    documentType: null,
    ...more,
  });
  const { upload } = registrations.listSheet;
  const sheet = { endpoints: registrations.listSheet, id: noticeId };
  const look = (bytes: Buffer) => officer.api.ok(upload, { params, file: { bytes, name: 'list.csv' } });
  const take = (bytes: Buffer, missing: 'keep' | 'remove' = 'keep') =>
    sendSheet(world, officer, { ...sheet, bytes, missing });
  const itemsOf = (importId: string) => sheetItems(officer, { ...sheet, importId });
  const shape = ({ counts: { added, changed, same, missing } }: SheetImportView) => [added, changed, same, missing];
  const told = async (person: SignedInPerson) =>
    (await person.api.ok(messages.listMessages, { query: {} })).items.map(({ code }) => code);

  it.each([
    ['2007-12-31', 'needs-review', null],
    ['2008-01-01', 'needs-review', 'born-on-cut-off'],
    ['2008-02-01', 'ineligible', null],
  ] as const)('judges somebody born on %s as %s, with the clause', async (birthDate, verdict, doubt) => {
    const residence = [{ city: '北京', kind: 'work' as const, from: localDate('2020-01-01'), to: null }];
    const facts = knownFacts({ birthDate: localDate(birthDate), residence, declared: { 'listed-group': true } });
    const body = { offeringCode: 'installer', facts };
    const assessed = await world.stranger.ok(notices.assessFacts, { params, body });
    expect(assessed.verdict).toBe(verdict);
    const said = JSON.stringify(assessed);
    expect(said).toContain('三（四）');
    expect(said.includes('born-on-cut-off')).toBe(doubt !== null);
  });

  it('does not enter here, and keeps no record of a step that is not printed', async () => {
    expect(await world.stranger.ok(contests.getContest, { params })).toMatchObject({
      state: 'open',
      entersHere: false,
    });
    expect(await wang.api.ok(registrations.getMyRegistration, { params })).toEqual({ registration: null });
    const wrong = { params: { ...params, step: 6 }, body: { way: 'individual' as const, done: true } };
    expect((await wang.api.refused(registrations.tickStep, wrong)).code).toBe('not-found');
    const here = { id: 'bspia-2025-competition-monitor-operator', step: 1 };
    const other = { params: here, body: { way: 'individual' as const, done: true } };
    expect((await wang.api.refused(registrations.tickStep, other)).code).toBe('not-found');
  });

  it('keeps each step that is ticked, and lets a tick be taken back', async () => {
    await tick(wang, 1);
    await tick(wang, 2);
    expect((await tick(wang, 2, false)).ticks).toEqual([{ way: 'individual', step: 1, on: '2024-05-06' }]);
    await world.moveTo('2024-05-08');
    await tick(wang, 5);
    const { items } = await wang.api.ok(registrations.listMyRegistrations, {});
    expect(items).toMatchObject([{ noticeId, state: 'preparing', listed: null, contest: { closesOn: '2024-05-20' } }]);
    expect(items[0]?.ticks.map(({ step, on }) => [step, on])).toEqual([
      [1, '2024-05-06'],
      [5, '2024-05-08'],
    ]);
  });

  it('notes number, day and who the candidate is there, with consent, and not of a day to come', async () => {
    const body = noted({ state: 'submitted', reference: 'JS2024-0001', registeredOn: '2024-05-08', name: '张伟' });
    const silent = await candidateByWechat(world, 'o-silent', { consents: false });
    expect((await silent.api.refused(registrations.noteRegistration, { params, body })).code).toBe('consent-needed');
    const tomorrow = { params, body: { ...body, registeredOn: '2024-05-09' } };
    expect((await wang.api.refused(registrations.noteRegistration, tomorrow)).code).toBe('invalid-input');
    const typo = { ...body, documentType: 'resident-id' as const, documentNumber: '110105199005010000' };
    expect(await wang.api.refused(registrations.noteRegistration, { params, body: typo })).toMatchObject({
      code: 'identity-refused',
      data: { faults: [{ code: 'identity-check-digit', data: { type: 'resident-id' } }] },
    });
    const right = { ...typo, documentNumber: numberOf(1) };
    expect(await wang.api.ok(registrations.noteRegistration, { params, body: right })).toMatchObject({
      state: 'submitted',
      reference: 'JS2024-0001',
      documentNumberMasked: expect.stringMatching(/\*/),
      ticks: [{ step: 1 }, { step: 5 }],
    });
    // what is not typed anew stays
    const again = await wang.api.ok(registrations.noteRegistration, {
      params,
      body: { ...right, documentNumber: undefined },
    });
    expect(again.documentNumberMasked).not.toBeNull();
  });

  it('tells staff row by row what is wrong with a list, and takes none of it', async () => {
    const broken = csvOf([
      { name: '张伟', order: 1 },
      { name: '张伟', order: 1, phone: '12345' },
    ]);
    const bad = Buffer.concat([broken, Buffer.from('\r\n李静,居民身份证,123,,,\r\n,护照,E12345678,,,')]);
    const problems = [
      ['C3', 'document-twice-with', '第 2 行张伟'],
      ['D3', 'phone-wrong', '12345'],
      ['C4', 'document-wrong', '123'],
      ['A5', 'value-missing', null],
    ];
    const told = async (bytes: Buffer) => {
      const refused = await take(bytes);
      expect(refused.state).toBe('refused');
      expect((await itemsOf(refused.id)).map(({ cell, code, value }) => [cell, code, value])).toEqual(problems);
      return refused.id;
    };
    const importId = await told(bad);
    const marked = await officer.api.file(registrations.listSheet.marked, { params: { ...params, importId } });
    await told(marked);
    expect(await readErrors(marked)).toEqual([3, 4, 5]);
    const { counts } = await officer.api.ok(contests.getStaffContest, { params });
    expect(counts).toMatchObject({ listed: 0, following: 1, registered: 1 });
    const picture = { params, file: { bytes: Buffer.from([0, 1, 2]), name: 'l.xlsx' } };
    expect(await officer.api.refused(upload, picture)).toMatchObject({
      code: 'file-refused',
      data: { reason: 'not-a-workbook' },
    });
    expect((await wang.api.refused(upload, picture)).code).toBe('forbidden');
    const here = { ...picture, params: { id: 'bspia-2025-competition-monitor-operator' } };
    expect((await officer.api.refused(upload, here)).code).toBe('entry-here');
  });

  const li = { name: '李静', order: 2, phone: '13800002222', unit: '甲公司,乙部' };
  const zhao = { name: '赵强', order: 3, phone: '13800003333' };
  const list: readonly Line[] = [
    { name: '张伟', order: 1, phone: '13800001111', unit: '北京某某安防有限公司', reference: 'JS2024-0001' },
    li,
    zhao,
  ];

  const entered = async () => {
    const { entriesId } = await officer.api.ok(contests.getStaffContest, { params });
    return (await officer.api.ok(entryList.rows, { params: { id: entriesId }, query: {} })).items;
  };

  it('shows the difference first, takes the list once, and names nobody twice', async () => {
    expect(shape(await look(csvOf(list)))).toEqual([3, 0, 0, 0]);
    expect(await entered()).toEqual([]);
    expect(await take(csvOf(list))).toMatchObject({ state: 'done', applied: 3 });
    expect(shape(await look(csvOf(list)))).toEqual([0, 0, 3, 0]);
    const { counts } = await officer.api.ok(contests.getStaffContest, { params });
    expect(counts).toMatchObject({ entered: 3, listed: 3, matched: 1, undecided: 0 });
    const items = await entered();
    expect(items.map(({ name, unit, listReference }) => [name, unit, listReference])).toEqual([
      ['张伟', '北京某某安防有限公司', 'JS2024-0001'],
      ['李静', '甲公司,乙部', null],
      ['赵强', null, null],
    ]);
    const detail = await officer.api.ok(staffEntries.getStaffEntry, { params: { id: items[1]?.id ?? '' } });
    expect(detail).toMatchObject({ birthDate: '1990-05-01', documentNumber: numberOf(2), assessment: null });
    expect(detail.listedOn).toBe('2024-05-08');
    expect((await told(wang))[0]).toBe('registration-listed');
    const { registration } = await wang.api.ok(registrations.getMyRegistration, { params });
    const listed = { entryId: items[0]?.id, on: '2024-05-08', reference: 'JS2024-0001' };
    expect(registration?.listed).toEqual(listed);
    // what a list brought is no entry of the candidate's to change
    expect((await wang.api.ok(contestEntries.listMyEntries, {})).items).toEqual([]);
  });

  const noteIt = async (person: SignedInPerson, body: ReturnType<typeof noted>) =>
    (await person.api.ok(registrations.noteRegistration, { params, body })).listed;
  const asListed = ({ name, order, phone }: Line) =>
    noted({ name, phone, documentType: 'resident-id', documentNumber: numberOf(order) });
  const matched = async () => (await officer.api.ok(contests.getStaffContest, { params })).counts.matched;

  it('gives nobody the place of somebody else for a document, a name or a phone that is only typed', async () => {
    const thieves = [await candidateByWechat(world, 'o-thief'), await candidateByPhone(world, '13800009999')];
    for (const thief of thieves) {
      await tick(thief, 1);
      expect(await noteIt(thief, asListed(li))).toBeNull();
      expect(await noteIt(thief, noted({ name: li.name, phone: li.phone }))).toBeNull();
    }
    expect(await matched()).toBe(1);
    const own = await candidateByPhone(world, '13800002222');
    expect(await noteIt(own, asListed({ ...li, name: '李净' }))).toBeNull();
    expect(await noteIt(own, asListed({ ...li, order: 9 }))).toBeNull();
    expect(await noteIt(own, asListed(li))).not.toBeNull();
    expect(await matched()).toBe(2);
  });

  it('takes five guesses a day at whom the list names with a phone', async () => {
    const found = await candidateByPhone(world, '13800003333');
    for (const order of [11, 12, 13, 14, 15]) expect(await noteIt(found, asListed({ ...zhao, order }))).toBeNull();
    expect(await noteIt(found, asListed(zhao))).toBeNull();
    expect(await matched()).toBe(2);
    await noteIt(found, noted());
  });

  it('reads the filled template too, and tells changes and who is gone', async () => {
    const template = await officer.api.file(registrations.downloadListTemplate, { params });
    const rows = [
      ['张伟', '居民身份证', numberOf(1), '13800001111', '北京某某安防有限公司', 'JS2024-0001'],
      ['李静', '居民身份证', numberOf(2), '13800002222', '丙公司', ''],
    ];
    let bytes = template;
    for (const row of rows) bytes = await withRow(bytes, row);
    const looked = await look(bytes);
    expect(shape(looked)).toEqual([0, 1, 1, 1]);
    expect((await itemsOf(looked.id)).map(({ kind, changes }) => [kind, changes])).toEqual([
      ['changed', [{ column: '单位', from: '甲公司,乙部', to: '丙公司' }]],
      ['missing', []],
    ]);
    expect(await take(bytes, 'remove')).toMatchObject({ state: 'done', applied: 2 });
    expect(shape(await look(bytes))).toEqual([0, 0, 2, 0]);
    const { counts } = await officer.api.ok(contests.getStaffContest, { params });
    expect(counts).toMatchObject({ entered: 2, withdrawn: 1, listed: 2, matched: 2 });
    // named again, as the third one
    expect(shape(await take(csvOf(list)))).toEqual([1, 1, 1, 0]);
  });

  it('takes a phone that the list names for several people as proof of none', async () => {
    const agent = await candidateByPhone(world, '13800005555');
    await tick(agent, 1);
    const one = { name: '王丽', order: 5, phone: '13800005555' };
    expect(await noteIt(agent, asListed(one))).toBeNull();
    const both = [...list, one, { ...one, name: '孙丽', order: 6 }];
    expect(await take(csvOf(both))).toMatchObject({ state: 'done', applied: 2 });
    expect(await noteIt(agent, asListed(one))).toBeNull();
    expect(await matched()).toBe(2);
    // staff mend the list: the other has a phone of their own
    const mended = [...list, one, { ...one, name: '孙丽', order: 6, phone: '13800006666' }];
    expect(await take(csvOf(mended))).toMatchObject({ state: 'done' });
    // a slip of the finger that is saved again and again is one guess
    for (let saves = 0; saves < 7; saves += 1)
      expect(await noteIt(agent, asListed({ ...one, name: '王莉' }))).toBeNull();
    expect(await noteIt(agent, asListed(one))).not.toBeNull();
  });

  it('reminds on the morning before closing whoever has not handed in, and begins no record after it', async () => {
    const late = await candidateByWechat(world, 'o-late');
    await tick(late, 1, true, 'group');
    await world.moveTo('2024-05-19', '10:00');
    expect((await told(late))[0]).toBe('contest-closes');
    expect(await told(wang)).not.toContain('contest-closes');
    await world.moveTo('2024-05-21', '00:00');
    const step = { params: { ...params, step: 2 }, body: { way: 'individual' as const, done: true } };
    expect(await wang.api.refused(registrations.tickStep, step)).toMatchObject({
      code: 'too-late',
      data: { closedOn: '2024-05-20' },
    });
    const nobody = await candidateByWechat(world, 'o-nobody');
    expect((await nobody.api.refused(registrations.noteRegistration, { params, body: noted() })).code).toBe('too-late');
    const body = noted({ state: 'accepted', reference: 'JS2024-0001', name: '张伟', documentType: 'resident-id' });
    expect((await wang.api.ok(registrations.noteRegistration, { params, body })).state).toBe('accepted');
  });

  it('keeps the list of one body from another', async () => {
    const elsewhere = await firstAdministrator(world, 'waidi', { id: 'elsewhere', name: '外地协会' });
    const refused = elsewhere.api.refused(upload, { params, file: { bytes: csvOf(list), name: 'l' } });
    expect((await refused).code).toBe('not-found');
    expect(bspia.id).not.toBe('elsewhere');
    const { items } = await officer.api.ok(posters.listPosters, {});
    expect(items.some((poster) => poster.noticeId === noticeId)).toBe(true);
  });
});
