import { type LocalDate, hasPicture, tidyLine, tidyName, tidyNumber, tidyPhone } from '@jikaotong/shared/kernel';
import { UNIT_TYPES } from '@jikaotong/shared/contract';
import { DOCUMENT_TYPES, type DocumentType, type UnitKind } from '@jikaotong/shared/notice';
import {
  MOBILE_NUMBER,
  identityKeyOf,
  isName,
  normaliseName,
  parseIdentityNumber,
} from '@jikaotong/shared/rules/identity';
import { documentTypeWord, rosterPlaceWords, unitTypeWord } from '@jikaotong/shared/words';
import type { Column, SheetProblem, SheetRow } from '../../platform/sheets';

/** One person of a list, read and clean; what the list does not say is null. */
export type ListedPerson = {
  readonly name: string;
  readonly documentType: DocumentType;
  readonly documentNumber: string;
  readonly birthDate: LocalDate | null;
  readonly sex: 'male' | 'female' | null;
  readonly phone: string | null;
  readonly unit: string | null;
  readonly reference: string | null;
  readonly unitType: UnitKind | null;
  readonly coach: string | null;
  readonly unionCard: boolean | null;
};

export const LIST_HEADERS = {
  name: '姓名',
  documentType: '证件类型',
  documentNumber: '证件号码',
  phone: '手机号',
  unit: '单位',
  reference: '报名编号',
  unitType: '单位类型',
  coach: '教练',
  unionCard: '有工会会员互助服务卡',
} as const;
type Key = keyof typeof LIST_HEADERS;

const column = (key: Key, width: number): Column<Key> => ({ key, header: LIST_HEADERS[key], kind: 'text', width });
/** Nobody has this number: its check digit is wrong. */
export const LIST_EXAMPLE: Readonly<Record<Key, string>> = {
  name: '张三',
  documentType: documentTypeWord('resident-id'),
  documentNumber: '110105199001010000',
  phone: '13800000000',
  unit: '北京某某安防有限公司',
  reference: '0001',
  unitType: unitTypeWord('company'),
  coach: '李四',
  unionCard: '是',
};

export const LIST_COLUMNS: readonly Column<Key>[] = [
  { ...column('name', 12), required: true },
  { ...column('documentType', 20), required: true, choices: DOCUMENT_TYPES.map(documentTypeWord), onlyChoices: true },
  { ...column('documentNumber', 24), required: true },
  column('phone', 16),
  column('unit', 32),
  column('reference', 24),
  // awards hang on them; the export of the site lacks them, staff may fill them in
  { ...column('unitType', 14), choices: UNIT_TYPES.map(unitTypeWord), onlyChoices: true, optional: true },
  { ...column('coach', 12), optional: true },
  { ...column('unionCard', 14), choices: ['是', '否'], onlyChoices: true, optional: true },
];

/** The people of a list on a day, and everything wrong with its rows; a document may stand there once. */
export function judgeList(
  rows: readonly SheetRow<Key>[],
  day: LocalDate,
): { people: readonly (ListedPerson & { readonly row: number })[]; problems: readonly SheetProblem<string>[] } {
  const people: (ListedPerson & { readonly row: number })[] = [];
  const problems: SheetProblem<string>[] = [];
  const seen = new Map<string, { readonly row: number; readonly name: string }>();
  for (const { row, values } of rows) {
    const wrong = (key: Key, code: string) =>
      problems.push({ row, column: LIST_HEADERS[key], code, value: values[key].slice(0, 80) });
    const before = problems.length;
    const name = normaliseName(values.name);
    if (!isName(name)) wrong('name', 'name-wrong');
    const documentType = DOCUMENT_TYPES.find((type) => documentTypeWord(type) === values.documentType);
    const parsed = documentType && parseIdentityNumber(documentType, values.documentNumber, day);
    if (!parsed?.ok) wrong('documentNumber', 'document-wrong');
    else {
      const { type, number } = identityKeyOf(parsed.value);
      const first = seen.get(`${type} ${number}`);
      if (first) {
        const value = rosterPlaceWords({ ...first, position: null });
        problems.push({ row, column: LIST_HEADERS.documentNumber, code: 'document-twice-with', value });
      } else seen.set(`${type} ${number}`, { row, name });
    }
    const phone = tidyPhone(values.phone);
    if (phone !== '' && !MOBILE_NUMBER.test(phone)) wrong('phone', 'phone-wrong');
    const unit = tidyLine(values.unit);
    if (unit.length > 80) wrong('unit', 'value-long');
    else if (hasPicture(unit)) wrong('unit', 'value-picture');
    const reference = tidyNumber(values.reference);
    if (reference.length > 60) wrong('reference', 'value-long');
    const coach = tidyName(values.coach);
    if (coach.length > 40) wrong('coach', 'value-long');
    else if (hasPicture(coach)) wrong('coach', 'value-picture');
    if (problems.length > before || !documentType || !parsed?.ok) continue;
    people.push({
      row,
      name,
      documentType,
      documentNumber: parsed.value.number,
      birthDate: parsed.value.birthDate,
      sex: parsed.value.sex,
      phone: phone || null,
      unit: unit || null,
      reference: reference || null,
      unitType: UNIT_TYPES.find((type) => unitTypeWord(type) === values.unitType) ?? null,
      coach: coach || null,
      unionCard: values.unionCard === '' ? null : values.unionCard === '是',
    });
  }
  return { people, problems };
}
