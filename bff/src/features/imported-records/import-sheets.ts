import { type ImportedKind, importedRecords as contract } from '@jikaotong/shared/contract';
import { type LocalDate, isLocalDate, tidyCapitals, tidyLine, tidyPhone } from '@jikaotong/shared/kernel';
import { MOBILE_NUMBER } from '@jikaotong/shared/rules/identity';
import { normaliseCertificateNumber } from '@jikaotong/shared/rules/numbering';
import { levelWord, subjectWord } from '@jikaotong/shared/words';
import type { SubjectCode } from '@jikaotong/shared/notice';
import type { Column, SheetProblem, SheetRow } from '../../platform/sheets';
import type { Brought } from './bring-in';
import type { ImportedContent } from './imported-record.record';
import type { RuledOffering } from './offerings-kept';
import {
  PERSON_COLUMNS,
  PERSON_EXAMPLE,
  PERSON_HEADERS,
  type PersonKey,
  SOURCE_COLUMN,
  type Wrong,
  personIn,
  wrongIn,
} from './row-person';

/** How one kind of record is read of a sheet. */
export type ImportSheet<K extends string> = {
  readonly kind: ImportedKind;
  readonly name: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly endpoints: typeof contract.bansSheet;
  readonly columns: (offerings: readonly RuledOffering[]) => readonly Column<K>[];
  readonly example: Readonly<Record<K, string>>;
  readonly headers: Readonly<Record<K, string>>;
  /** What a row says beside its person; null where a cell is wrong, which is noted. */
  readonly read: (
    values: Readonly<Record<K, string>>,
    wrong: Wrong<K>,
    given: { readonly day: LocalDate; readonly offerings: readonly RuledOffering[] },
  ) => Pick<Brought, 'content' | 'mark' | 'ticketNumber' | 'phone'> | null;
};
type Row = Omit<Brought, 'turn'> & { readonly row: number };

/** Every row of a sheet, and everything wrong with it. */
export function readBrought<K extends string>(
  sheet: ImportSheet<K | PersonKey>,
  rows: readonly SheetRow<K | PersonKey>[],
  given: { readonly day: LocalDate; readonly offerings: readonly RuledOffering[] },
): { readonly brought: Row[]; readonly problems: SheetProblem<string>[] } {
  const problems: SheetProblem<string>[] = [];
  const brought: Row[] = [];
  for (const row of rows) {
    const before = problems.length;
    const wrong = wrongIn(problems, sheet.headers, row);
    const person = personIn(row.values, wrong, given.day);
    const read = sheet.read(row.values, wrong, given);
    const source = tidyLine(row.values.source);
    if (source.length > 120) wrong('source', 'value-long');
    if (problems.length === before && person && read) brought.push({ row: row.row, person, source, ...read });
  }
  return { brought, problems };
}

const BAN_HEADERS = { ...PERSON_HEADERS, from: '起', until: '止（含当日）', basis: '处理决定' } as const;
/** Who may not be assessed by a decision from before. */
export const bansImport: ImportSheet<keyof typeof BAN_HEADERS> = {
  kind: 'ban',
  name: 'imported-bans',
  title: '从前的不得参加名单',
  notes: ['一人一行。处理决定填文号或日期；已经到期的不用填。导入后要由另一人核对才生效。'],
  endpoints: contract.bansSheet,
  headers: BAN_HEADERS,
  columns: () => [
    ...PERSON_COLUMNS,
    { key: 'from', header: BAN_HEADERS.from, kind: 'day', width: 14, required: true },
    { key: 'until', header: BAN_HEADERS.until, kind: 'day', width: 14, required: true },
    { key: 'basis', header: BAN_HEADERS.basis, kind: 'text', width: 28, required: true },
    SOURCE_COLUMN,
  ],
  example: { ...PERSON_EXAMPLE, from: '2025-11-01', until: '2027-10-31', basis: '京安协处〔2025〕3号' },
  read: (values, wrong, { day }) => {
    const { from, until } = values;
    const basis = tidyLine(values.basis);
    if (basis.length > 80) wrong('basis', 'value-long');
    if (!isLocalDate(from) || !isLocalDate(until)) return null;
    if (from > day) wrong('from', 'day-to-come');
    if (until < from) wrong('until', 'days-backwards');
    else if (until < day) wrong('until', 'ban-over');
    return { content: { kind: 'ban', from, until, basis }, mark: from, ticketNumber: null, phone: null };
  },
};

const PASS_HEADERS = {
  ...PERSON_HEADERS,
  offering: '报考项目',
  subjects: '合格科目',
  examEnd: '考试结束日期',
  publishedOn: '成绩公布日期',
  until: '保留到',
  chancesUsed: '已补考次数',
  ticketNumber: '准考证号',
  phone: '手机号',
} as const;
/** Subjects passed before, a sitting a row. */
export const passesImport: ImportSheet<keyof typeof PASS_HEADERS> = {
  kind: 'pass',
  name: 'imported-passes',
  title: '从前的合格科目',
  notes: [
    '一次考试一行。“保留到”空着的，按现行通知的规定计算。',
    '准考证号、手机号用来让本人在手机上找回，至少填一样。导入后要由另一人核对才生效。',
  ],
  endpoints: contract.passesSheet,
  headers: PASS_HEADERS,
  columns: (offerings) => [
    ...PERSON_COLUMNS,
    {
      key: 'offering',
      header: PASS_HEADERS.offering,
      kind: 'text',
      width: 36,
      required: true,
      choices: offerings.map(({ words }) => words),
    },
    { key: 'subjects', header: PASS_HEADERS.subjects, kind: 'text', width: 20, required: true },
    { key: 'examEnd', header: PASS_HEADERS.examEnd, kind: 'day', width: 14, required: true },
    { key: 'publishedOn', header: PASS_HEADERS.publishedOn, kind: 'day', width: 14, required: true },
    { key: 'until', header: PASS_HEADERS.until, kind: 'day', width: 14, optional: true },
    { key: 'chancesUsed', header: PASS_HEADERS.chancesUsed, kind: 'number', width: 12, optional: true },
    { key: 'ticketNumber', header: PASS_HEADERS.ticketNumber, kind: 'text', width: 20, optional: true },
    { key: 'phone', header: PASS_HEADERS.phone, kind: 'text', width: 16, optional: true },
    SOURCE_COLUMN,
  ],
  example: {
    ...PERSON_EXAMPLE,
    offering: '安全防范系统安装维护员 五级/初级工',
    subjects: '理论知识',
    examEnd: '2026-03-01',
    publishedOn: '2026-03-06',
    until: '',
    chancesUsed: '0',
    ticketNumber: '2026030001',
    phone: '13800000000',
  },
  read: (values, wrong, { day, offerings }) => {
    const { examEnd, publishedOn, until } = values;
    const ruled = offerings.find(({ words }) => words.replace(/\s/g, '') === values.offering.replace(/\s/g, ''));
    if (!ruled) wrong('offering', 'offering-not-ours');
    else if (!ruled.isKept) wrong('offering', 'pass-not-kept');
    const subjects = ruled && passedIn(values.subjects, ruled.subjects);
    if (subjects === null) wrong('subjects', 'subjects-wrong');
    const chancesUsed = values.chancesUsed === '' ? 0 : Number(values.chancesUsed);
    if (!Number.isInteger(chancesUsed) || chancesUsed < 0 || chancesUsed > 9) wrong('chancesUsed', 'chances-wrong');
    const phone = tidyPhone(values.phone);
    if (phone !== '' && !MOBILE_NUMBER.test(phone)) wrong('phone', 'phone-wrong');
    const ticketNumber = tidyCapitals(values.ticketNumber);
    if (ticketNumber.length > 40) wrong('ticketNumber', 'value-long');
    if (phone === '' && ticketNumber === '') wrong('ticketNumber', 'value-missing');
    if (!isLocalDate(examEnd) || !isLocalDate(publishedOn) || (until !== '' && !isLocalDate(until))) return null;
    if (publishedOn > day) wrong('publishedOn', 'day-to-come');
    if (publishedOn < examEnd) wrong('publishedOn', 'days-backwards');
    if (until !== '' && until < publishedOn) wrong('until', 'days-backwards');
    if (!ruled || !subjects) return null;
    const content: ImportedContent = {
      kind: 'pass',
      offering: ruled.offering,
      subjects,
      examEnd,
      publishedOn,
      until: until === '' ? null : until,
      chancesUsed,
    };
    return {
      content,
      mark: `${ruled.words.replace(/\s/g, '')}:${publishedOn}`,
      ticketNumber: ticketNumber || null,
      phone: phone || null,
    };
  },
};

/** Some of the subjects, and not all of them: who passed all has a certificate. */
function passedIn(told: string, all: readonly SubjectCode[]): SubjectCode[] | null {
  const names = told.split(/[、，,;；/\s]+/).filter((name) => name !== '');
  const subjects = all.filter((subject) => names.includes(subjectWord(subject)));
  return subjects.length > 0 && subjects.length === names.length && subjects.length < all.length ? subjects : null;
}

const CERTIFICATE_HEADERS = {
  ...PERSON_HEADERS,
  number: '证书编号',
  occupation: '职业',
  workType: '工种',
  level: '等级',
  issuedOn: '发证日期',
  voidedOn: '作废日期',
} as const;
const LEVELS = [6, 5, 4, 3, 2, 1, 0, -1] as const;
/** Certificates issued before. */
export const certificatesImport: ImportSheet<keyof typeof CERTIFICATE_HEADERS> = {
  kind: 'certificate',
  name: 'imported-certificates',
  title: '从前发的证书',
  notes: ['一证一行。作废了的填作废日期。导入后要由另一人核对，公众才能查到。'],
  endpoints: contract.certificatesSheet,
  headers: CERTIFICATE_HEADERS,
  columns: () => [
    ...PERSON_COLUMNS,
    { key: 'number', header: CERTIFICATE_HEADERS.number, kind: 'text', width: 26, required: true },
    { key: 'occupation', header: CERTIFICATE_HEADERS.occupation, kind: 'text', width: 28, required: true },
    { key: 'workType', header: CERTIFICATE_HEADERS.workType, kind: 'text', width: 16, optional: true },
    {
      key: 'level',
      header: CERTIFICATE_HEADERS.level,
      kind: 'text',
      width: 16,
      required: true,
      choices: LEVELS.map((level) => levelWord(level)),
      onlyChoices: true,
    },
    { key: 'issuedOn', header: CERTIFICATE_HEADERS.issuedOn, kind: 'day', width: 14, required: true },
    { key: 'voidedOn', header: CERTIFICATE_HEADERS.voidedOn, kind: 'day', width: 14, optional: true },
    SOURCE_COLUMN,
  ],
  example: {
    ...PERSON_EXAMPLE,
    number: 'S000011000123245000001',
    occupation: '安全防范系统安装维护员',
    workType: '',
    level: levelWord(5),
    issuedOn: '2024-06-03',
    voidedOn: '',
  },
  read: (values, wrong, { day }) => {
    const { issuedOn, voidedOn } = values;
    const number = normaliseCertificateNumber(values.number);
    if (!/^[0-9A-Z]{6,30}$/.test(number)) wrong('number', 'certificate-number-wrong');
    const occupation = tidyLine(values.occupation);
    const workType = tidyLine(values.workType);
    if (occupation.length > 60) wrong('occupation', 'value-long');
    if (workType.length > 60) wrong('workType', 'value-long');
    const level = LEVELS.find((one) => levelWord(one) === values.level) ?? null;
    if (!isLocalDate(issuedOn) || (voidedOn !== '' && !isLocalDate(voidedOn))) return null;
    if (issuedOn > day) wrong('issuedOn', 'day-to-come');
    if (voidedOn !== '' && voidedOn > day) wrong('voidedOn', 'day-to-come');
    if (voidedOn !== '' && voidedOn < issuedOn) wrong('voidedOn', 'days-backwards');
    return {
      content: {
        kind: 'certificate',
        offering: { occupation, workType: workType || null, level },
        number,
        issuedOn,
        voidedOn: voidedOn === '' ? null : voidedOn,
      },
      mark: number,
      ticketNumber: null,
      phone: null,
    };
  },
};
