import { type ContestGroupView, type SheetImportView, contestGroups } from '@jikaotong/shared/contract';
import { zipOf } from '../../bff/src/platform/sheets/zip-of.testing';
import { ownFile, portrait } from '../builders/photos';
import { C25 } from './contest-entry';
import type { SignedInPerson } from './people';
import { type Line, filledRoster, numberOf } from './rosters';
import type { World } from './world';

/** Somebody whom a unit enters for C25, by the headers of the template. */
export const entrantLine = (order: number, change: Line = {}): Line => ({
  姓名: `选手${'甲乙丙丁戊己庚辛壬癸'.charAt(order % 10)}${'子丑寅卯辰巳午未申酉戌亥'.charAt(Math.floor(order / 10) % 12)}`,
  证件类型: '居民身份证',
  证件号码: numberOf(order),
  手机号: `136${String(order).padStart(8, '0')}`,
  参赛对象: '从事与安全技术防范工作相关的保安员',
  教练: '李教练',
  有工会会员互助服务卡: '是',
  已有证书的职业: '安全防范设备值机员',
  证书级别: '四级/中级工',
  参加赛前培训: '是',
  ...change,
});

/** On blue, a file of its own for each. */
export const bluePhoto = async (order: number): Promise<Buffer> =>
  ownFile(await portrait({ background: '#3a74c8' }), `entrant-${order}`);

export type Packed = { readonly name: string; readonly bytes: Buffer };

/** List and photos as a unit packs them; the photos by number unless told otherwise. */
export async function packageOf(template: Buffer, lines: readonly Line[], photos?: readonly Packed[]): Promise<Buffer> {
  const own: Packed[] = [];
  if (!photos)
    for (const [at, line] of lines.entries())
      own.push({ name: `照片/${line['证件号码'] ?? ''}.jpg`, bytes: await bluePhoto(at) });
  return zipOf([{ name: '附件1.xlsx', bytes: await filledRoster(template, lines) }, ...(photos ?? own)]);
}

export const openGroup = (who: SignedInPerson, unitId: string, noticeId = C25): Promise<ContestGroupView> =>
  who.api.ok(contestGroups.openContestGroup, { body: { unitId, noticeId } });

/** Calls and sends a package, confirms what it would change and lets the job run; one with problems stays as it is. */
export async function sendPackage(
  world: World,
  { api }: SignedInPerson,
  given: { readonly id: string; readonly title: string; readonly bytes: Buffer; readonly missing?: 'keep' | 'remove' },
): Promise<SheetImportView> {
  const { id, title, bytes, missing = 'keep' } = given;
  await api.ok(contestGroups.callPackage, { params: { id }, body: { title } });
  const sent = await api.ok(contestGroups.packageSheet.upload, { params: { id }, file: { bytes, name: 'p.zip' } });
  if (sent.state !== 'preview') return sent;
  const params = { id, importId: sent.id };
  await api.ok(contestGroups.packageSheet.confirm, { params, body: { missing } });
  await world.runJobs();
  return api.ok(contestGroups.packageSheet.get, { params });
}
