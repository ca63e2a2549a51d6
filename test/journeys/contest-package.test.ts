import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ContestGroupView,
  type UnitView,
  contestEntries,
  contestGroups,
  staffEntries,
  units,
} from '@jikaotong/shared/contract';
import { uploaded } from '../support/apply';
import { C25, entryBody } from '../support/contest-entry';
import { casesOf } from '../support/listed-cases';
import {
  type SignedInPerson,
  bspia,
  candidateByPhone,
  candidateByWechat,
  firstAdministrator,
  staffMember,
} from '../support/people';
import { bluePhoto, entrantLine, openGroup, packageOf, sendPackage } from '../support/packages';
import { numberOf } from '../support/rosters';
import { sheetItems } from '../support/send-sheet';
import { approvedUnit, registered, unitCode } from '../support/units';
import { type World, openWorld } from '../support/world';
import { zipOf } from '../../bff/src/platform/sheets/zip-of.testing';

const MANY = 12;

describe('C25: a company by its package', () => {
  let world: World;
  let officer: SignedInPerson;
  let reviewer: SignedInPerson;
  let agent: SignedInPerson;
  let unit: UnitView;
  let group: ContestGroupView;
  let template: Buffer;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-06-20' });
    const administrator = await firstAdministrator(world);
    officer = await staffMember(world, administrator, 'kaowu', ['exam-officer']);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
    agent = await candidateByPhone(world, '13900000001');
    unit = await approvedUnit(agent, reviewer, { name: '北京甲安防有限公司' });
  });
  afterAll(() => world.stop());
  const lines = Array.from({ length: MANY }, (_, order) => entrantLine(order));
  const send = async (title: string, bytes: Buffer, missing: 'keep' | 'remove' = 'keep') =>
    sendPackage(world, agent, { id: group.id, title, bytes, missing });
  const problemsOf = async (importId: string) =>
    (await sheetItems(agent, { endpoints: contestGroups.packageSheet, id: group.id, importId })).map(
      ({ code, column, value, row }) => [code, column ?? row, value],
    );
  const entrants = async () =>
    (await agent.api.ok(contestGroups.listGroupEntrants, { params: { id: group.id }, query: { limit: 200 } })).items;

  it('sees the competition, and opens its group there', async () => {
    const { items } = await agent.api.ok(contestGroups.listUnitContests, { query: { unit: unit.id } });
    expect(items).toMatchObject([
      { noticeId: C25, way: 'package', state: 'open', closesOn: '2025-07-25', groupId: null },
    ]);
    group = await openGroup(agent, unit.id);
    expect((await openGroup(agent, unit.id)).id).toBe(group.id);
    expect(group).toMatchObject({
      way: 'package',
      closed: null,
      counts: { entered: 0 },
      source: { clause: '三（六）2' },
    });
    template = await agent.api.file(contestGroups.downloadPackageTemplate, { params: { id: group.id } });
  });

  it('must call its package by its short name and count, and says so', async () => {
    const upload = { params: { id: group.id }, file: { bytes: await packageOf(template, lines), name: 'p.zip' } };
    expect((await agent.api.refused(contestGroups.packageSheet.upload, upload)).code).toBe('package-title-wrong');
    const bad = { params: { id: group.id }, body: { title: '甲安防报名材料' } };
    expect((await agent.api.refused(contestGroups.callPackage, bad)).code).toBe('package-title-wrong');
    const run = await send(`甲安防+${MANY + 1}`, upload.file.bytes);
    expect(run).toMatchObject({ state: 'refused', counts: { problems: 1 } });
    expect(await problemsOf(run.id)).toEqual([['title-count', null, `包名 ${MANY + 1} 人，名单 ${MANY} 人`]]);
  });

  it('names every photo that is nobody’s, shared, doubled or missing, and whoever the rules refuse', async () => {
    const odd = [
      entrantLine(0, { 姓名: '张伟' }),
      entrantLine(1, { 姓名: '张伟' }),
      entrantLine(2),
      entrantLine(3),
      entrantLine(4, { 证件号码: numberOf(4).replace(/^(.{6})\d{4}/, (_, head: string) => `${head}2012`) }),
    ];
    const photos = [
      { name: '张伟.jpg', bytes: await bluePhoto(0) },
      { name: `${numberOf(2)}.jpg`, bytes: await bluePhoto(2) },
      { name: `${numberOf(2)}-2.jpg`, bytes: await bluePhoto(12) },
      { name: '王五.jpg', bytes: await bluePhoto(5) },
    ];
    const run = await send('甲安防+5', await packageOf(template, odd, photos));
    expect(run.state).toBe('refused');
    const found = await problemsOf(run.id);
    const codes = found.map(([code]) => code);
    expect(codes.filter((code) => code === 'photo-second')).toHaveLength(2);
    expect(found).toEqual(
      expect.arrayContaining([
        ['photo-shared-name', null, '张伟.jpg'],
        ['photo-unnamed', null, '王五.jpg'],
        ['photo-missing', '照片文件名（同名的人填）', null],
      ]),
    );
    expect(codes).toContain('entrant-refused');
    expect(await entrants()).toEqual([]);
  });

  it('tells two of one name apart by the name of the photo', async () => {
    const two = [
      entrantLine(0, { 姓名: '张伟', '照片文件名（同名的人填）': '张伟1' }),
      entrantLine(1, { 姓名: '张伟' }),
    ];
    const photos = [
      { name: '张伟1.jpg', bytes: await bluePhoto(0) },
      { name: '张伟.jpg', bytes: await bluePhoto(1) },
    ];
    await agent.api.ok(contestGroups.callPackage, { params: { id: group.id }, body: { title: '甲安防+2' } });
    const file = { bytes: await packageOf(template, two, photos), name: 'p.zip' };
    const sent = await agent.api.ok(contestGroups.packageSheet.upload, { params: { id: group.id }, file });
    expect(sent).toMatchObject({ state: 'preview', counts: { added: 2, problems: 0 } });
  });

  it.each([
    ['RAR', Buffer.from('Rar!\u001a\u0007\u0001\u0000'), 'not-an-archive'],
    ['7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]), 'not-an-archive'],
    ['a ZIP of photos alone', zipOf([{ name: 'a.jpg', bytes: Buffer.from('x') }]), 'no-sheet'],
  ])('refuses %s in words', async (_, bytes, reason) => {
    const file = { params: { id: group.id }, file: { bytes, name: 'p.rar' } };
    expect(await agent.api.refused(contestGroups.packageSheet.upload, file)).toMatchObject({
      code: 'file-refused',
      data: { reason },
    });
  });

  it('enters everybody with unit, coach and photo, once', async () => {
    const bytes = await packageOf(template, lines);
    expect(await send(`甲安防+${MANY}`, bytes)).toMatchObject({ state: 'done', applied: MANY, refused: 0 });
    expect(await send(`甲安防+${MANY}`, bytes)).toMatchObject({ counts: { same: MANY, added: 0, changed: 0 } });
    const all = await entrants();
    expect(all).toHaveLength(MANY);
    expect(all.every(({ state, photoUrl }) => state === 'entered' && photoUrl !== null)).toBe(true);
    const entry = await officer.api.ok(staffEntries.getStaffEntry, { params: { id: all[0]?.id ?? '' } });
    expect(entry).toMatchObject({
      unit: '北京甲安防有限公司',
      unitType: 'company',
      coach: '李教练',
      unionCard: true,
      levels: [{ occupation: '安全防范设备值机员', level: 4 }],
      training: true,
      listedOn: null,
    });
  });

  it('changes one field, and takes out who is not named any more', async () => {
    const changed = [entrantLine(0, { 教练: '王教练' }), ...lines.slice(1, -1)];
    const run = await send(`甲安防+${MANY - 1}`, await packageOf(template, changed), 'remove');
    expect(run).toMatchObject({ state: 'done', counts: { changed: 1, missing: 1, same: MANY - 2 }, applied: 2 });
    expect((await entrants()).map(({ state }) => state).filter((state) => state === 'withdrawn')).toHaveLength(1);
  });

  it('hears nothing of who has entered alone: staff get a case', async () => {
    const alone = await candidateByWechat(world, 'o-alone');
    await alone.api.ok(contestEntries.enterContest, {
      params: { id: C25 },
      body: await entryBody(alone, { order: 77 }),
    });
    const known = (await entryBody(alone, { order: 77 })).documentNumber ?? '';
    const more = [...lines.slice(0, -1), entrantLine(77, { 证件号码: known })];
    const run = await send(`甲安防+${MANY}`, await packageOf(template, more));
    expect(run).toMatchObject({ state: 'done', refused: 0, counts: { added: 1 } });
    const cases = await casesOf(reviewer, 'open');
    expect(cases.map(({ kind }) => kind)).toContain('document-twice');
  });

  it('is open to its agents and the body’s staff alone', async () => {
    const other = await candidateByPhone(world, '13900000077');
    await registered(other, { name: '别的公司', code: unitCode(9) });
    const params = { id: group.id };
    expect((await other.api.refused(contestGroups.getContestGroup, { params })).code).toBe('not-found');
    expect((await other.api.refused(contestGroups.listUnitContests, { query: { unit: unit.id } })).code).toBe(
      'not-found',
    );
    expect((await officer.api.ok(contestGroups.getContestGroup, { params })).counts.entered).toBe(MANY);
  });

  it('by e-mail: staff enter the unit as a walk-in, and import the same package, also after closing', async () => {
    await world.moveTo('2025-07-28');
    const late = { params: { id: group.id }, file: { bytes: await packageOf(template, lines), name: 'p.zip' } };
    expect((await agent.api.refused(contestGroups.packageSheet.upload, late)).code).toBe('too-late');
    const told = {
      name: '北京乙安防有限公司',
      kind: 'company' as const,
      code: unitCode(20),
      contactPhone: '13900000055',
    };
    const proofFileId = await uploaded(reviewer, 'document', await bluePhoto(1));
    const body = { ...told, contactName: '孙经理', address: '北京市海淀区', proofFileId };
    const walkIn = await officer.api.refused(units.enterUnit, { params: { id: bspia.id }, body });
    expect(walkIn.code).toBe('forbidden');
    const entered = await reviewer.api.ok(units.enterUnit, { params: { id: bspia.id }, body });
    expect(entered).toMatchObject({ state: 'approved', agents: [] });
    expect((await reviewer.api.refused(units.enterUnit, { params: { id: bspia.id }, body })).code).toBe(
      'unit-code-held',
    );
    const own = await openGroup(reviewer, entered.id);
    const people = Array.from({ length: 10 }, (_, at) => entrantLine(100 + at));
    const bytes = await packageOf(template, people);
    const run = await sendPackage(world, reviewer, { id: own.id, title: '乙安防+10.zip', bytes });
    expect(run).toMatchObject({ state: 'done', applied: 10, refused: 0 });
    expect((await reviewer.api.ok(contestGroups.getContestGroup, { params: { id: own.id } })).counts.entered).toBe(10);
  });
});
