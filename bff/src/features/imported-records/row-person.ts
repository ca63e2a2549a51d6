import { type LocalDate, isLocalDate } from '@jikaotong/shared/kernel';
import { DOCUMENT_TYPES } from '@jikaotong/shared/notice';
import { isName, normaliseName, parseIdentityNumber } from '@jikaotong/shared/rules/identity';
import { documentTypeWord } from '@jikaotong/shared/words';
import type { Column, SheetProblem, SheetRow } from '../../platform/sheets';
import type { Presented } from '../persons';

export const PERSON_HEADERS = {
  name: '姓名',
  documentType: '证件类型',
  documentNumber: '证件号码',
  birthDate: '出生日期',
  sex: '性别',
  source: '来源',
} as const;
export type PersonKey = keyof typeof PERSON_HEADERS;

/** The columns by which every sheet from before says whom a row is about. */
export const PERSON_COLUMNS: readonly Column<Exclude<PersonKey, 'source'>>[] = [
  { key: 'name', header: PERSON_HEADERS.name, kind: 'text', width: 12, required: true },
  {
    key: 'documentType',
    header: PERSON_HEADERS.documentType,
    kind: 'text',
    width: 20,
    required: true,
    choices: DOCUMENT_TYPES.map(documentTypeWord),
    onlyChoices: true,
  },
  { key: 'documentNumber', header: PERSON_HEADERS.documentNumber, kind: 'text', width: 24, required: true },
  { key: 'birthDate', header: PERSON_HEADERS.birthDate, kind: 'day', width: 14, optional: true },
  { key: 'sex', header: PERSON_HEADERS.sex, kind: 'text', width: 8, optional: true, choices: ['男', '女'] },
];
export const SOURCE_COLUMN: Column<'source'> = {
  key: 'source',
  header: PERSON_HEADERS.source,
  kind: 'text',
  width: 24,
  required: true,
};

/** Nobody has this number: its check digit is wrong. */
export const PERSON_EXAMPLE: Readonly<Record<PersonKey, string>> = {
  name: '张三',
  documentType: documentTypeWord('resident-id'),
  documentNumber: '110105199001010000',
  birthDate: '',
  sex: '',
  source: '2024年纸质台账第3册',
};

export type Wrong<K extends string> = (key: K, code: string, value?: string) => void;

/** Notes what is wrong with a cell of a row. */
export const wrongIn =
  <K extends string>(
    problems: SheetProblem<string>[],
    headers: Readonly<Record<K, string>>,
    { row, values }: SheetRow<K>,
  ): Wrong<K> =>
  (key, code, value = values[key]) =>
    problems.push({ row, column: headers[key], code, value: value.slice(0, 80) });

/** Whom a row is about; null where a cell is wrong, which is noted. What the number tells need not be written. */
export function personIn(
  values: Readonly<Record<PersonKey, string>>,
  wrong: Wrong<PersonKey>,
  day: LocalDate,
): Presented | null {
  const name = normaliseName(values.name);
  const documentType = DOCUMENT_TYPES.find((type) => documentTypeWord(type) === values.documentType);
  const parsed = documentType && parseIdentityNumber(documentType, values.documentNumber, day);
  if (!isName(name)) wrong('name', 'name-wrong');
  if (!parsed?.ok) wrong('documentNumber', 'document-wrong');
  if (values.sex !== '' && values.sex !== '男' && values.sex !== '女') wrong('sex', 'sex-wrong');
  if (!documentType || !parsed?.ok || !isName(name)) return null;
  const told = values.sex === '男' ? ('male' as const) : values.sex === '女' ? ('female' as const) : null;
  const birthDate = parsed.value.birthDate ?? (isLocalDate(values.birthDate) ? values.birthDate : null);
  const sex = parsed.value.sex ?? told;
  if (birthDate !== null && birthDate > day) wrong('birthDate', 'day-to-come');
  if (isLocalDate(values.birthDate) && values.birthDate !== birthDate) wrong('birthDate', 'not-as-document');
  if (told !== null && told !== sex) wrong('sex', 'not-as-document');
  if (birthDate === null) wrong('birthDate', 'born-unknown');
  if (sex === null) wrong('sex', 'born-unknown');
  if (birthDate === null || sex === null) return null;
  return { name, documentType, documentNumber: parsed.value.number, birthDate, sex };
}
