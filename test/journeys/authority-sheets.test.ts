import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AuthoritySheetView,
  type AuthoritySource,
  authoritySheets,
  personalData,
} from '@jikaotong/shared/contract';
import type { Candidate, Examination } from '../support/examination';
import { issuedSession } from '../support/issued';
import { bspia } from '../support/people';
import { readWorkbook } from '../support/read-workbook';
import { type World, openWorld } from '../support/world';

const HEADERS = [
  '序号',
  '姓名*',
  '身份证号',
  '性别',
  '民族',
  '文化程度',
  '职业名称',
  '级别',
  '理论成绩',
  '证书编号',
  '机构代码',
  '备用1',
];

/** As an authority sends it: a title in a row of its own, then the header, nothing below. */
async function emptySheet(): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const tab = book.addWorksheet('证书信息');
  tab.addRow(['职业技能等级证书信息上报表']);
  tab.addRow([]);
  tab.addRow(HEADERS);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('a sheet that an authority wants', () => {
  let world: World;
  let exam: Examination;
  let anna: Candidate;
  let bo: Candidate;
  let sheet: AuthoritySheetView;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    ({ exam, anna, bo } = await issuedSession(world));
  });
  afterAll(() => world.stop());

  const body = { id: bspia.id };
  const extra = ({ person, id }: Candidate) => person.api.ok(authoritySheets.getExtraFacts, { params: { id } });
  const tell = ({ person, id }: Candidate, answers: Record<string, string>, consent = true) =>
    person.api.call(authoritySheets.setExtraFacts, { params: { id }, body: { answers, consent } });
  const exported = (reason = '报送主管部门') =>
    exam.publisher.api.call(authoritySheets.exportAuthoritySheet, {
      params: { id: exam.params.id, sheetId: sheet.id },
      query: { reason },
    });
  const map = (change: Partial<{ version: number; sources: AuthoritySource[]; photoName: 'certificate-number' }>) =>
    exam.publisher.api.call(authoritySheets.mapAuthoritySheet, {
      params: { id: sheet.id },
      body: {
        version: sheet.version,
        name: '市人社证书表',
        sources: sheet.columns.map(({ source }) => source),
        photoName: null,
        ...change,
      },
    });

  it('is taken as it is: known headers are mapped, unknown ones wait and are never dropped', async () => {
    const file = { bytes: await emptySheet(), name: '空表.xlsx' };
    const query = { kind: 'certificates' as const };
    expect(
      (await exam.finance.api.call(authoritySheets.uploadAuthoritySheet, { params: body, query, file })).status,
    ).toBe(403);
    sheet = await exam.publisher.api.ok(authoritySheets.uploadAuthoritySheet, { params: body, query, file });
    expect(sheet).toMatchObject({ kind: 'certificates', ready: false, version: 1 });
    expect(sheet.columns.map(({ header }) => header)).toEqual(HEADERS);
    expect(sheet.columns.map(({ source }) => source.from)).toEqual(
      'field field field field question question field field field field unmapped unmapped'.split(' '),
    );
    const nothing = { bytes: Buffer.from('nothing'), name: 'x.xlsx' };
    const refused = await exam.publisher.api.call(authoritySheets.uploadAuthoritySheet, {
      params: body,
      query,
      file: nothing,
    });
    expect(refused.code).toBe('file-refused');
  });

  it('is a draft: nothing is exported and nobody is asked, until every column was looked at', async () => {
    expect((await exported()).code).toBe('sheet-not-mapped');
    expect((await extra(anna)).questions).toEqual([]);
    const sources = sheet.columns.map(({ header, source }): AuthoritySource => {
      if (header === '性别') return { from: 'field', field: 'sex', codes: { 男: '1', 女: '2' } };
      if (header === '民族') return { from: 'question', question: 'ethnicity', codes: { 汉族: '01' } };
      if (header === '机构代码') return { from: 'fixed', text: 'S000011000123' };
      return header === '备用1' ? { from: 'blank' } : source;
    });
    expect((await map({ sources: sources.slice(1) })).code).toBe('changed-meanwhile');
    const both = await Promise.all([
      map({ sources, photoName: 'certificate-number' }),
      map({ sources, photoName: 'certificate-number' }),
    ]);
    expect(both.map(({ code }) => code).toSorted()).toEqual(['changed-meanwhile', 'ok']);
    sheet = await exam.publisher.api.ok(authoritySheets.getAuthoritySheet, { params: { id: sheet.id } });
    expect(sheet).toMatchObject({ ready: true, version: 2, name: '市人社证书表' });
  });

  it('asks what an application lacks with its reason and consent, and blocks nobody who does not answer', async () => {
    const asked = await extra(anna);
    expect(asked.questions.map(({ question, sheets }) => [question, sheets])).toEqual([
      ['ethnicity', ['市人社证书表']],
      ['education', ['市人社证书表']],
    ]);
    expect((await tell(anna, { ethnicity: '汉族' }, false)).code).toBe('consent-needed');
    expect((await tell(anna, { ethnicity: '汉族', education: '大学专科', source: '企业职工' })).data).toMatchObject({
      answers: { ethnicity: '汉族', education: '大学专科' },
      consentedOn: '2026-12-30',
    });
    expect((await tell({ ...anna, person: exam.stranger }, { ethnicity: '汉族' })).code).toBe('not-found');
    expect((await extra(bo)).answers).toEqual({});
  });

  it('comes out with every column in its place, in the words of the authority', async () => {
    expect(
      (
        await exam.finance.api.call(authoritySheets.exportAuthoritySheet, {
          params: { id: exam.params.id, sheetId: sheet.id },
          query: { reason: '看看' },
        })
      ).status,
    ).toBe(403);
    const rows = await readWorkbook((await exported()).bytes);
    const at = rows.findIndex((row) => row[0] === '序号');
    expect(rows[at]).toEqual(HEADERS);
    expect(rows[0]?.[0]).toBe('职业技能等级证书信息上报表');
    const [first, second] = rows.slice(at + 1);
    expect(first?.slice(0, 2)).toEqual(['1', '安娜']);
    expect(first?.[2]).toMatch(/^\d{17}[\dX]$/);
    expect(['1', '2']).toContain(first?.[3]);
    expect(first?.slice(4, 12)).toEqual(
      [
        '01',
        '大学专科',
        '安全防范系统安装维护员',
        '五级/初级工',
        '80',
        'S000011000123265000001',
        'S000011000123',
      ].concat(first?.[11] === undefined ? [] : ['']),
    );
    expect(second?.[1]).toBe('薄一');
    expect(second?.[4]).toBe('');
  });

  it('comes with the photos under the names that it wants', async () => {
    const zip = await exam.publisher.api.file(authoritySheets.exportAuthorityPhotos, {
      params: { id: exam.params.id, sheetId: sheet.id },
      query: { reason: '报送主管部门' },
    });
    // each name once before its photo and once in the list at the end
    const names = [...new Set(zip.toString('latin1').match(/S\d{21}\.jpg/g))].toSorted();
    expect(names).toEqual(['S000011000123265000001.jpg', 'S000011000123265000002.jpg']);
  });

  it('keeps nothing of somebody who takes the consent back', async () => {
    expect((await tell(anna, {})).data).toMatchObject({ answers: {}, consentedOn: null });
    const rows = await readWorkbook((await exported()).bytes);
    expect(rows.find((row) => row[1] === '安娜')?.[4]).toBe('');
    expect(await anna.person.api.ok(personalData.getPersonalData, {})).toBeDefined();
    expect(await exam.publisher.api.ok(authoritySheets.deleteAuthoritySheet, { params: { id: sheet.id } })).toEqual({
      done: true,
    });
    expect((await extra(anna)).questions).toEqual([]);
  });
});
