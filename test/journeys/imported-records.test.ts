import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ImportedKind,
  applications,
  bans,
  certificates,
  importedRecords as contract,
  orders,
  retakes,
} from '@jikaotong/shared/contract';
import { banList, importedList } from '@jikaotong/shared/lists';
import { nextNumber } from '@jikaotong/bff/platform/numbers';
import { citizenNumber } from '../builders/citizen-number';
import { actOn } from '../support/act-on';
import { handInRefused, readyDraft } from '../support/apply';
import { failedInOctober } from '../support/failed-in-october';
import { fillRows } from '../support/fill-rows';
import { handInRetake } from '../support/imported-retake';
import { type SignedInPerson, bspia, candidateByWechat, equipBody, staffMember } from '../support/people';
import { sendSheet, sheetItems } from '../support/send-sheet';
import { type World, openWorld } from '../support/world';

const SHEETS = {
  ban: contract.bansSheet,
  pass: contract.passesSheet,
  certificate: contract.certificatesSheet,
} as const;
const wang = {
  姓名: '王建国',
  证件类型: '居民身份证',
  证件号码: citizenNumber({ birthDate: '1990-05-01', sex: 'male', order: 7 }),
  来源: '2026年春季台账',
};
const kim = {
  姓名: '金秀贤',
  证件类型: '护照',
  证件号码: 'E12345678',
  出生日期: '1990-02-03',
  性别: '男',
  来源: '2026年春季台账',
};
const passed = {
  报考项目: '安全防范系统安装维护员 五级/初级工',
  合格科目: '理论知识',
  考试结束日期: '2026-03-01',
  成绩公布日期: '2026-03-06',
  准考证号: '2026030007',
};
describe('what a body has from before it worked with this system', () => {
  let world: World;
  let stage: Awaited<ReturnType<typeof failedInOctober>>;
  let clerk: SignedInPerson;
  let other: SignedInPerson;
  let wangs: SignedInPerson;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-09-10' });
    stage = await failedInOctober(world, await candidateByWechat(world, 'o-li'));
    await equipBody(world, stage.administrator);
    clerk = await staffMember(world, stage.administrator, 'daoru', ['publisher']);
    other = await staffMember(world, stage.administrator, 'hedui', ['exam-officer', 'publisher']);
    wangs = await candidateByWechat(world, 'o-wang');
    await world.moveTo('2026-11-16');
  });
  afterAll(() => world.stop());

  const params = { id: bspia.id };
  const template = (kind: ImportedKind) =>
    clerk.api.file(contract.downloadImportTemplate, { params: { ...params, kind } });
  const bring = async (kind: ImportedKind, rows: readonly Readonly<Record<string, string | number>>[]) =>
    sendSheet(world, clerk, {
      endpoints: SHEETS[kind],
      id: bspia.id,
      bytes: await fillRows(await template(kind), rows),
    });
  const problems = async (kind: ImportedKind, importId: string) =>
    (await sheetItems(clerk, { endpoints: SHEETS[kind], id: bspia.id, importId })).map(({ cell, code }) => [
      cell,
      code,
    ]);
  const listed = async () => (await other.api.ok(importedList.rows, { params, query: {} })).items;
  const confirm = (person: SignedInPerson, act: 'confirm' | 'drop' = 'confirm') =>
    actOn(world, person, {
      list: importedList,
      id: bspia.id,
      choice: { act, which: { match: { state: 'waiting,changing' } } },
    });

  it('is read with every mistake at its cell, and nothing of a wrong sheet is taken', async () => {
    const sent = await bring('pass', [
      { ...wang, ...passed, 合格科目: '理论知识、操作技能' },
      { ...wang, ...passed, 报考项目: '安全检查员 五级/初级工' },
      { ...kim, ...passed, 出生日期: '', 成绩公布日期: '2026-02-01' },
      { ...kim, ...passed, 准考证号: '', 已补考次数: 12 },
      { ...kim, ...passed, 来源: '' },
      { ...wang, ...passed, 证件号码: '110105194912310021' },
      { ...kim, ...passed },
      { ...kim, ...passed },
    ]);
    expect(sent).toMatchObject({ state: 'refused' });
    const found = await problems('pass', sent.id);
    expect(found.map(([, code]) => code).toSorted()).toEqual(
      [
        'subjects-wrong',
        'offering-not-ours',
        'born-unknown',
        'days-backwards',
        'chances-wrong',
        'value-missing',
        'value-missing',
        'document-wrong',
        'record-twice',
      ].toSorted(),
    );
    expect(found.every(([cell]) => /^[A-Z]+\d+$/.test(cell ?? ''))).toBe(true);
    expect(await listed()).toEqual([]);
    const outsider = await stage.reviewer.api.call(contract.downloadImportTemplate, {
      params: { ...params, kind: 'ban' },
    });
    expect(outsider.status).toBe(403);
  });

  it('waits for another person, and a second import doubles nothing', async () => {
    const rows = [{ ...wang, ...passed }];
    expect(await bring('pass', rows)).toMatchObject({ state: 'done', applied: 1, counts: { added: 1 } });
    expect(await bring('pass', rows)).toMatchObject({ counts: { added: 0, changed: 0, same: 1 } });
    expect(await bring('pass', [{ ...wang, ...passed, 保留到: '2027-03-05' }])).toMatchObject({
      state: 'done',
      counts: { added: 0, changed: 1, same: 0 },
    });
    expect(await listed()).toMatchObject([
      { kind: 'pass', name: '王建国', state: 'waiting', source: '2026年春季台账', importedOn: '2026-11-16' },
    ]);
    const claim = {
      name: '王建国',
      documentType: 'resident-id',
      documentNumber: wang.证件号码,
      ticketNumber: '2026030007',
    } as const;
    expect((await wangs.api.refused(contract.claimPasses, { body: claim })).code).toBe('pass-not-found');
    expect(await confirm(clerk)).toMatchObject({ done: 0, refused: 1 });
    expect(await confirm(other)).toMatchObject({ done: 1, refused: 0 });
    expect(await listed()).toMatchObject([{ state: 'standing', importedBy: 'daoru', confirmedBy: 'hedui' }]);
    expect(await other.api.ok(contract.countImported, { params })).toEqual({ waiting: 0, mine: 0 });
  });

  it('serves a retake to whoever proves to be that person, by the notice', async () => {
    const claim = { name: '王建国', documentType: 'resident-id', documentNumber: wang.证件号码 } as const;
    expect((await wangs.api.refused(contract.claimPasses, { body: claim })).code).toBe('pass-not-found');
    const { retakeId } = await wangs.api.ok(contract.claimPasses, { body: { ...claim, ticketNumber: '2026 0300 07' } });
    const [plan] = (await wangs.api.ok(retakes.listRetakes, {})).items;
    expect(plan).toMatchObject({
      id: retakeId,
      applicationId: null,
      fromBefore: true,
      passes: [{ subject: 'theory', from: '2026-03-06', until: '2027-03-05' }],
      subjects: ['skill'],
      chances: { used: 0, left: 1 },
      no: null,
      sessions: [{ sessionId: stage.december, isOpen: true, feeFen: 21_500 }],
    });
    const stranger = await candidateByWechat(world, 'o-else');
    expect(
      (await stranger.api.refused(contract.claimPasses, { body: { ...claim, ticketNumber: '2026030007' } })).code,
    ).toBe('pass-not-found');
    const begun = await wangs.api.ok(retakes.beginRetake, {
      params: { id: retakeId },
      body: { sessionId: stage.december, offeringCode: 'installer-5' },
    });
    expect(begun).toMatchObject({
      retake: ['skill'],
      state: 'draft',
      candidate: { name: '王建国', birthDate: '1990-05-01', origin: 'mainland' },
    });
    expect((await wangs.api.ok(retakes.getRetake, { params: { id: retakeId } })).no).toBe('retake-under-way');
    const { version } = await handInRetake(wangs, begun.id);
    await stage.reviewer.api.ok(applications.approveApplication, { params: { id: begun.id }, body: { version } });
    const { lines } = await wangs.api.ok(orders.getOrder, { params: { id: begun.id } });
    expect(lines.map(({ item }) => item)).toEqual(['skill', 'material']);
    expect((await wangs.api.ok(retakes.listRetakes, {})).items).toMatchObject([
      { id: retakeId, no: 'retake-under-way', chances: { used: 0, left: 1 } },
    ]);
  });

  it('keeps a person away as a ban of ours does, once confirmed', async () => {
    const row = {
      ...wang,
      姓名: '赵六',
      证件号码: citizenNumber({ birthDate: '1990-05-01', sex: 'male', order: 8 }),
      起: '2026-01-10',
      '止（含当日）': '2027-01-09',
      处理决定: '京安协处〔2026〕1号',
    };
    const over = await bring('ban', [{ ...row, '止（含当日）': '2026-11-15' }]);
    expect(await problems('ban', over.id)).toEqual([[expect.stringMatching(/^[A-Z]+\d+$/), 'ban-over']]);
    const zhao = await candidateByWechat(world, 'o-zhao');
    const draft = await readyDraft(zhao, stage.december, { name: '赵六', order: 8, phone: '13800006666' });
    expect(await bring('ban', [row])).toMatchObject({ state: 'done', applied: 1 });
    await confirm(other);
    const listedBans = async () => (await other.api.ok(banList.rows, { params, query: {} })).items;
    const [ban] = await listedBans();
    expect(ban).toMatchObject({ name: '赵六', untilDay: '2027-01-09', state: 'standing', ofCase: false });
    expect(await other.api.ok(bans.getBan, { params: { id: ban?.id ?? '' } })).toMatchObject({
      imported: { source: '2026年春季台账', on: '2026-11-16' },
      source: { clause: '京安协处〔2026〕1号' },
    });
    expect(await handInRefused(zhao, draft.id)).toMatchObject({ code: 'banned', data: { until: '2027-01-09' } });
    // said otherwise later: it holds as it was until another person agrees
    expect(await bring('ban', [{ ...row, '止（含当日）': '2026-12-31' }])).toMatchObject({ counts: { changed: 1 } });
    expect(await listedBans()).toMatchObject([{ untilDay: '2027-01-09' }]);
    await confirm(other);
    expect(await listedBans()).toMatchObject([{ untilDay: '2026-12-31' }]);
  });

  it('verifies a certificate of before by number and name, also a void one, and never gives its number out again', async () => {
    const certificate = {
      ...kim,
      证书编号: 'S000011000123265000005',
      职业: '安全防范系统安装维护员',
      等级: '五级/初级工',
      发证日期: '2026-02-03',
    };
    const verify = (name = '金秀贤') =>
      world.stranger.call(certificates.verifyCertificate, { query: { number: certificate.证书编号, name } });
    await bring('certificate', [certificate]);
    expect((await verify()).code).toBe('not-found');
    await confirm(other);
    expect((await verify()).data).toMatchObject({
      state: 'issued',
      level: 5,
      issuedOn: '2026-02-03',
      fromBefore: true,
      nameMasked: '金*贤',
    });
    expect((await verify('金秀')).code).toBe('not-found');
    expect(await world.db.read((h) => nextNumber(h, 'certificate:S000011000123265'))).toBe(6);
    await bring('certificate', [{ ...certificate, 作废日期: '2026-10-01' }]);
    expect(await confirm(other, 'drop')).toMatchObject({ done: 1 });
    expect((await verify()).data).toMatchObject({ state: 'issued' });
    await bring('certificate', [{ ...certificate, 作废日期: '2026-10-01' }]);
    await confirm(other);
    expect((await verify()).data).toMatchObject({ state: 'void', voidedOn: '2026-10-01' });
  });

  it('is brought in by the 300, confirmed at once, and 300 again are 300 the same', async () => {
    const rows = Array.from({ length: 300 }, (_, at) => ({
      ...kim,
      姓名: '张三',
      证件号码: `G${String(10_000_000 + at)}`,
      证书编号: `S00001100012324500${String(1000 + at)}`,
      职业: '安全防范系统安装维护员',
      等级: '五级/初级工',
      发证日期: '2024-06-03',
    }));
    expect(await bring('certificate', rows)).toMatchObject({ state: 'done', applied: 300, refused: 0 });
    expect(await other.api.ok(contract.countImported, { params })).toEqual({ waiting: 300, mine: 300 });
    expect(await confirm(other)).toMatchObject({ done: 300, refused: 0 });
    expect(await bring('certificate', rows)).toMatchObject({ counts: { added: 0, changed: 0, same: 300 } });
    const query = { number: rows[299]?.证书编号 ?? '', name: '张三' };
    expect((await world.stranger.call(certificates.verifyCertificate, { query })).data).toMatchObject({
      state: 'issued',
    });
  });

  it('is a name of the register: another one for the same document is a problem at its cell', async () => {
    const sent = await bring('certificate', [
      {
        ...kim,
        姓名: '金秀',
        证书编号: 'S000011000123265000006',
        职业: '保卫管理员',
        等级: '三级/高级工',
        发证日期: '2026-02-03',
      },
    ]);
    expect(await problems('certificate', sent.id)).toEqual([[expect.any(String), 'register-name-differs']]);
  });
});
