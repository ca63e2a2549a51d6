import { type RosterView, type UnitView, rosterRows, rosters } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import exceljs from 'exceljs';
import { expect } from 'vitest';
import { zipOf } from '../../bff/src/platform/sheets/zip-of.testing';
import { citizenNumber } from '../builders/citizen-number';
import { ownFile, portrait } from '../builders/photos';
import { type SignedInPerson, candidateByPhone } from './people';
import type { World } from './world';

/** One person of a roster by the headers of the template. */
export type Line = Readonly<Record<string, string>>;

export const numberOf = (order: number): string =>
  citizenNumber({ birthDate: localDate('1990-05-01'), sex: 'male', order });

/** Somebody who has worked long enough for E24's 四级 by its first condition, unless told otherwise. */
export const lineOf = (order: number, change: Line = {}): Line => ({
  姓名: `学员${'甲乙丙丁戊己庚辛壬癸'.charAt(order % 10)}${'子丑寅卯辰巳午未申酉戌亥'.charAt(Math.floor(order / 10) % 12)}`,
  证件类型: '居民身份证',
  证件号码: numberOf(order),
  手机号: `137${String(order).padStart(8, '0')}`,
  申报项目: '区块链应用操作员 四级/中级工',
  '申报条件（第几条）': '1',
  从事的职业: '云计算工程技术人员',
  从哪天起: '2015-03-01',
  ...change,
});

/** So many people, five hundred to a birthday. */
export const manyLines = (people: number): Line[] =>
  Array.from({ length: people }, (_, at) => {
    const birthDate = localDate(`${1971 + Math.floor(at / 500)}-05-01`);
    return lineOf(at, { 证件号码: citizenNumber({ birthDate, sex: 'male', order: at % 500 }) });
  });

/** Somebody for B26's installer-5 by its first condition, in the keys of a row. */
export const installerRow = (order: number): Record<string, string> => ({
  name: '学员',
  documentType: '居民身份证',
  documentNumber: numberOf(order),
  phone: `137${String(order).padStart(8, '0')}`,
  offering: '安全防范系统安装维护员 五级/初级工',
  route: '1',
  'declared.intends': '是',
});

/** The template with these people below its example. */
export async function filledRoster(template: Buffer, lines: readonly Line[]): Promise<Buffer> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(template).buffer);
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error('a workbook without a sheet');
  let headerRow = 0;
  const columns = new Map<string, number>();
  sheet.eachRow((row, at) => {
    if (headerRow > 0 || row.getCell(1).text !== '姓名') return;
    headerRow = at;
    row.eachCell((cell, column) => void columns.set(cell.text, column));
  });
  for (const [at, line] of lines.entries())
    for (const [header, value] of Object.entries(line)) {
      const column = columns.get(header);
      if (column === undefined) throw new Error(`the template has no column ${header}: ${[...columns.keys()].join()}`);
      sheet.getRow(headerRow + 2 + at).getCell(column).value = value;
    }
  return Buffer.from(await book.xlsx.writeBuffer());
}

export const templateOf = (agent: SignedInPerson, id: string): Promise<Buffer> =>
  agent.api.file(rosters.downloadRosterTemplate, { params: { id } });

/** Photos of so many people in one ZIP, named by number. */
export async function photosOf(orders: readonly number[]): Promise<Buffer> {
  const photo = await portrait();
  return zipOf(orders.map((order) => ({ name: `${numberOf(order)}.jpg`, bytes: ownFile(photo, `roster-${order}`) })));
}

export const openRoster = (agent: SignedInPerson, unit: UnitView, sessionId: string): Promise<RosterView> =>
  agent.api.ok(rosters.openRoster, { params: { id: unit.id }, body: { sessionId } });

/** All rows, page by page. */
export async function rowsIn(agent: SignedInPerson, id: string, of?: 'all' | 'problems' | 'unconfirmed') {
  const items = [];
  let cursor: string | null = null;
  do {
    const query: { limit: string; of?: string; cursor?: string } = { limit: '50', ...(of && { of }) };
    const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(
      agent,
      id,
      cursor === null ? query : { ...query, cursor },
    );
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}
const pageOf = (agent: SignedInPerson, id: string, query: Record<string, string>) =>
  agent.api.ok(rosterRows.listRosterRows, { params: { id }, query });

type Claimed = { readonly agent: SignedInPerson; readonly rosterId: string; readonly id: string };

/** The first of a roster claims the own row, after others have tried in vain, and confirms it. */
export async function claimsAndConfirms(world: World, { agent, rosterId, id }: Claimed): Promise<void> {
  const claim = { name: lineOf(0)['姓名'] ?? '', documentType: 'resident-id' as const, documentNumber: numberOf(0) };
  const thief = await candidateByPhone(world, '13900000066');
  const tried = (who: SignedInPerson, body = claim) => who.api.refused(rosterRows.claimRosterRow, { body });
  for (let tries = 0; tries < 5; tries += 1) expect((await tried(thief)).code).toBe('claim-not-found');
  expect((await tried(thief)).code).toBe('too-many-requests');
  const member = await candidateByPhone(world, '13700000000');
  expect((await tried(member, { ...claim, documentNumber: numberOf(1) })).code).toBe('claim-not-found');
  expect(await member.api.ok(rosterRows.claimRosterRow, { body: claim })).toEqual({
    applicationId: id,
    entryId: null,
    noticeId: null,
  });
  expect((await tried(member)).code).toBe('claim-not-found');
  const own = await member.api.ok(rosterRows.getOwnRosterRow, { params: { id } });
  expect(own).toMatchObject({ unitName: '某培训学校', confirmed: null, state: 'draft' });
  const body = { version: own.version, truthful: true as const, noticeRead: true as const };
  expect((await thief.api.refused(rosterRows.confirmOwnRosterRow, { params: { id }, body })).code).toBe('not-found');
  const confirmed = await member.api.ok(rosterRows.confirmOwnRosterRow, { params: { id }, body });
  expect(confirmed.confirmed).toBe('phone');
  // who has claimed it is taken out by nobody else
  const out = { params: { id: rosterId, rowId: id } };
  expect((await agent.api.refused(rosterRows.removeRosterRow, out)).code).toBe('row-claimed');
  expect((await rowsIn(agent, rosterId))[0]).toMatchObject({ claimed: true, confirmed: 'phone' });
}
