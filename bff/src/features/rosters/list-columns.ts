import { normaliseNumber } from '@jikaotong/shared/rules/identity';
import { documentTypeWord } from '@jikaotong/shared/words';
import type { Column, SheetRow } from '../../platform/sheets';
import type { OpenRoster } from './own-roster';
import { rosterColumns } from './roster-columns';

export type ListMapping = Readonly<Record<string, string>>;

/** Without these nobody in a list is found again. */
export const LIST_NEEDS = ['name', 'documentNumber'] as const;

/** What exports of such systems call our columns. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  name: ['学员姓名', '考生姓名', '申报人姓名'],
  documentType: ['证件类别', '证件种类'],
  documentNumber: ['身份证号', '身份证号码', '证件号'],
  documentExpiresOn: ['证件有效期至', '证件有效期'],
  birthDate: ['出生日期', '出生年月日'],
  sex: ['性别'],
  phone: ['手机号码', '手机', '联系电话', '联系方式'],
  employer: ['工作单位', '单位名称', '所在单位'],
  offering: ['职业等级', '申报等级', '等级', '职业及等级', '申报职业'],
  route: ['申报条件'],
};

const bare = (text: string): string => text.replaceAll(/\s/g, '');

/** Which of these headers look like ours. */
export function suggestedMapping(headers: readonly string[], columns: readonly Column<string>[]): ListMapping {
  const found: Record<string, string> = {};
  for (const { key, header } of columns) {
    const names = new Set([header, ...(ALIASES[key] ?? [])].map(bare));
    const match = headers.find((one) => names.has(bare(one)) && !Object.values(found).includes(one));
    if (match !== undefined) found[key] = match;
  }
  return found;
}

/** Our columns as the list calls them; what it does not have is not looked for. */
export const listColumns = (open: OpenRoster, mapping: ListMapping): readonly Column<string>[] =>
  rosterColumns(open).flatMap(({ key, kind }) => {
    const header = mapping[key];
    const isNeeded = LIST_NEEDS.some((need) => need === key);
    return header === undefined ? [] : [{ key, header, kind, ...(isNeeded ? { required: true } : { optional: true }) }];
  });

/** A row of a list in the words of ours; what it does not say stays as the roster says it. */
export function inOurWords(
  { row, values }: SheetRow<string>,
  open: OpenRoster,
  known: (documentNumber: string) => Readonly<Record<string, string>> | null,
): SheetRow<string> {
  const said = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  const before = known(normaliseNumber(said['documentNumber'] ?? ''));
  const offerings = [...open.offeringNames.values()];
  const [only] = offerings;
  const offering =
    offeringIn(said['offering'] ?? '', offerings) ?? before?.['offering'] ?? (offerings.length === 1 ? only : '');
  const documentType = documentTypeIn(said['documentType'] ?? before?.['documentType'] ?? '');
  const sex = (said['sex'] ?? before?.['sex'] ?? '').replace(/性$/, '');
  return { row, values: { ...before, ...said, sex, documentType, offering: offering ?? '' } };
}

/** Systems write 身份证 where the list is of nothing else. */
const documentTypeIn = (text: string): string =>
  text === '' || /^(二代|第二代|中华人民共和国)?(居民)?身份证$/.test(bare(text))
    ? documentTypeWord('resident-id')
    : text;

/** By its whole name, or by the level alone where that names one. */
function offeringIn(text: string, offerings: readonly string[]): string | null {
  if (text === '') return null;
  const whole = offerings.find((name) => bare(name) === bare(text));
  if (whole !== undefined) return whole;
  const [level] = /[一二三四五]级/.exec(text) ?? [];
  const of = level === undefined ? [] : offerings.filter((name) => name.includes(level));
  return of.length === 1 ? (of[0] ?? null) : text;
}
