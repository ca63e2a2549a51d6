import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportedKind, certificates, importedRecords as contract, personalData } from '@jikaotong/shared/contract';
import { auditList, importedList } from '@jikaotong/shared/lists';
import { nextNumber } from '@jikaotong/bff/platform/numbers';
import { citizenNumber } from '../builders/citizen-number';
import { actOn } from '../support/act-on';
import { fillRows } from '../support/fill-rows';
import { openSession } from '../support/open-session';
import {
  type SignedInPerson,
  bspia,
  candidateByWechat,
  equipBody,
  firstAdministrator,
  staffMember,
} from '../support/people';
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
const passed = {
  报考项目: '安全防范系统安装维护员 五级/初级工',
  合格科目: '理论知识',
  考试结束日期: '2026-03-01',
  成绩公布日期: '2026-03-06',
  准考证号: '2026030007',
};
const kim = {
  姓名: '金秀贤',
  证件类型: '护照',
  证件号码: 'E12345678',
  出生日期: '1990-02-03',
  性别: '男',
  来源: '2026年春季台账',
};
const certificate = {
  ...kim,
  证书编号: 'S000011000123265000005',
  职业: '安全防范系统安装维护员',
  等级: '五级/初级工',
  发证日期: '2026-02-03',
};

describe('what one person alone cannot do with records from before', () => {
  let world: World;
  let administrator: SignedInPerson;
  let clerk: SignedInPerson;
  let other: SignedInPerson;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-16' });
    administrator = await firstAdministrator(world);
    await openSession(administrator);
    await equipBody(world, administrator);
    clerk = await staffMember(world, administrator, 'daoru', ['publisher']);
    other = await staffMember(world, administrator, 'hedui', ['publisher']);
  });
  afterAll(() => world.stop());

  const params = { id: bspia.id };
  const bring = async (kind: ImportedKind, rows: readonly Readonly<Record<string, string | number>>[]) => {
    const template = await clerk.api.file(contract.downloadImportTemplate, { params: { ...params, kind } });
    return sendSheet(world, clerk, { endpoints: SHEETS[kind], id: bspia.id, bytes: await fillRows(template, rows) });
  };
  const itemsOf = (kind: ImportedKind, importId: string) =>
    sheetItems(clerk, { endpoints: SHEETS[kind], id: bspia.id, importId });
  const problems = async (rows: readonly Readonly<Record<string, string | number>>[]) =>
    (await itemsOf('certificate', (await bring('certificate', rows)).id)).map(({ code }) => code);
  const listed = async () => (await other.api.ok(importedList.rows, { params, query: {} })).items;
  const act = (name: 'confirm' | 'drop') =>
    actOn(world, other, {
      list: importedList,
      id: bspia.id,
      choice: { act: name, which: { match: { state: 'waiting,changing' } } },
    });
  const people = async () =>
    Number((await world.db.read((h) => h.query<{ n: number }>('SELECT COUNT(*) AS n FROM person')))[0]?.n);
  const claim = (person: SignedInPerson, ticketNumber: string) =>
    person.api.call(contract.claimPasses, {
      body: { name: '王建国', documentType: 'resident-id', documentNumber: wang.证件号码, ticketNumber },
    });

  it('puts nobody into the register before another has confirmed, so that a wrong name goes with what is dropped', async () => {
    expect(await bring('certificate', [{ ...certificate, 姓名: '金秀' }])).toMatchObject({ state: 'done' });
    expect(await people()).toBe(0);
    expect(await act('drop')).toMatchObject({ done: 1 });
    expect(await bring('certificate', [certificate])).toMatchObject({ state: 'done', counts: { added: 1 } });
    expect(await act('confirm')).toMatchObject({ done: 1 });
    expect(await people()).toBe(1);
    const query = { number: certificate.证书编号, name: '金秀贤' };
    expect((await world.stranger.call(certificates.verifyCertificate, { query })).data).toMatchObject({
      state: 'issued',
    });
  });

  it('does not tell the name of the register, and says in the audit who sent a sheet', async () => {
    const sent = await bring('certificate', [{ ...certificate, 姓名: '金秀', 证书编号: 'S000011000123265000006' }]);
    expect(await itemsOf('certificate', sent.id)).toMatchObject([{ code: 'register-name-differs', value: null }]);
    const { items } = await administrator.api.ok(auditList.rows, { params, query: {} });
    expect(items.map(({ event }) => event)).toContain('sheet-sent');
  });

  it('changes the proof, the source and the name of a confirmed record by two only', async () => {
    await bring('pass', [{ ...wang, ...passed }]);
    await act('confirm');
    const changed = { ...wang, ...passed, 准考证号: 'MINE1', 来源: '另一本台账' };
    expect(await bring('pass', [changed])).toMatchObject({ counts: { changed: 1, same: 0 } });
    expect((await listed())[0]).toMatchObject({
      state: 'changing',
      source: '另一本台账',
      pending: { beside: ['source', 'proof'] },
    });
    const thief = await candidateByWechat(world, 'o-thief');
    expect((await claim(thief, 'MINE1')).code).toBe('pass-not-found');
    await act('drop');
    expect((await listed())[0]).toMatchObject({ state: 'standing', source: '2026年春季台账', pending: null });
    expect((await claim(thief, 'MINE1')).code).toBe('pass-not-found');
    // a phone put right is no row that is the same, and is not shown in clear
    const phoned = await bring('pass', [{ ...wang, ...passed, 手机号: '13811112222' }]);
    expect(phoned).toMatchObject({ counts: { changed: 1, same: 0 } });
    expect(JSON.stringify(await itemsOf('pass', phoned.id))).not.toContain('13811112222');
    await act('confirm');
    expect(await bring('pass', [{ ...wang, ...passed, 手机号: '13811112222' }])).toMatchObject({
      counts: { changed: 0, same: 1 },
    });
    // another name and document for a certificate's number waits, too
    const renamed = { ...certificate, 姓名: '李一', 证件号码: 'E99999999' };
    expect(await bring('certificate', [renamed])).toMatchObject({ counts: { changed: 1 } });
    const verify = async (name: string) =>
      (
        await world.stranger.call(certificates.verifyCertificate, {
          query: { number: certificate.证书编号, name },
        })
      ).code;
    expect([await verify('金秀贤'), await verify('李一')]).toEqual(['ok', 'not-found']);
    await act('confirm');
    expect([await verify('金秀贤'), await verify('李一')]).toEqual(['not-found', 'ok']);
    expect(await problems([{ ...renamed, 证件号码: 'E88888888' }])).toEqual(['certificate-other-document']);
  });

  it('takes nobody who is born in the future', async () => {
    expect(await problems([{ ...certificate, 出生日期: '2090-02-03' }])).toEqual(['day-to-come']);
  });

  it('uses up no sequence of numbers, of another body nor of its own', async () => {
    const prefix = JSON.stringify({ letter: 'S', bodyCode: '7777', province: '11', site: '000123' });
    await world.db.tx((h) => h.run('UPDATE body SET certificate_prefix = ? WHERE id = ?', [prefix, 'shqbxh']));
    const numbered = (number: string) => ({ ...certificate, 姓名: '李一', 证件号码: 'E99999999', 证书编号: number });
    expect(await problems([numbered('S777711000123265000001')])).toEqual(['certificate-of-another']);
    expect(await problems([numbered('S000011000123265900000')])).toEqual(['certificate-number-far']);
    for (const slip of ['S0000110001232650O0005', 'S0000110001232650000005'])
      expect(await problems([numbered(slip)])).toEqual(['certificate-form-wrong']);
    expect(await problems([numbered('S000011000123275000001')])).toEqual(['certificate-year-to-come']);
    expect(await bring('certificate', [numbered('S888811000123265000700')])).toMatchObject({ state: 'done' });
    expect(await bring('certificate', [numbered('S000011000123265000700')])).toMatchObject({ state: 'done' });
    // one brought in before its form was looked at, with a letter for a digit: the highest is still known
    const brought = (from: string, to: string) =>
      world.db.tx((h) => h.run('UPDATE imported_record SET number = ? WHERE number = ?', [to, from]));
    expect(await brought('S888811000123265000700', 'S00001100012326500O001')).toBe(1);
    expect(await problems([numbered('S000011000123265001600')])).toEqual([null]);
    expect(await brought('S00001100012326500O001', 'S888811000123265000700')).toBe(1);
    await world.db.tx((h) => h.run("DELETE FROM imported_record WHERE number = 'S000011000123265001600'"));
    expect(await act('confirm')).toMatchObject({ done: 2 });
    // before a body has said what its numbers begin with, this year's could be given out again
    const clear = (value: string | null) =>
      world.db.tx((h) => h.run('UPDATE body SET certificate_prefix = ? WHERE id = ?', [value, bspia.id]));
    await clear(null);
    expect(await problems([numbered('S000011000123265000701')])).toEqual(['certificate-prefix-first']);
    await equipBody(world, administrator);
    const next = (series: string) => world.db.read((h) => nextNumber(h, `certificate:${series}`));
    expect(await next('S000011000123265')).toBe(701);
    expect(await next('S888811000123265')).toBe(1);
  });

  it('lets go of what an account has proven when that account is closed', async () => {
    const wangs = await candidateByWechat(world, 'o-wang');
    expect((await claim(wangs, '2026030007')).code).toBe('ok');
    await wangs.api.ok(personalData.closeAccount, { body: { understood: true } });
    const again = await candidateByWechat(world, 'o-wang');
    expect((await claim(again, '2026030007')).code).toBe('ok');
  });
});
