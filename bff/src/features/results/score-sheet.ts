import type { ScoreColumnMeaning } from '@jikaotong/shared/contract';
import { type Score, parseScore, tidyNumber } from '@jikaotong/shared/kernel';
import { SPECIAL_MARKS, type SpecialMark } from '@jikaotong/shared/rules/results';
import { specialMarkWord } from '@jikaotong/shared/words';
import { type Column, type SheetProblem, type SheetRow, writeSheet } from '../../platform/sheets';

/** A subject of the session: its code and its Chinese name, which heads the column. */
export type ScoreSubject = { key: string; name: string };

export type ScoreTemplate = {
  title: string;
  subjects: readonly ScoreSubject[];
  rows: readonly {
    ticketNumber: string;
    /** As it shall be printed, masked or not. */
    name: string;
    /** Occupation and level in words. */
    offering: string;
    /** Room and seat of the subject that the sheet is for. */
    seat?: string;
    /** Subjects this candidate sits; the others are crossed out. */
    subjects: readonly string[];
  }[];
};

/** A mark, an absence, a word, or null where the cell is still empty. */
export type SheetMark = Score | 'absent' | SpecialMark | null;
export type ScoreRow = { row: number; ticketNumber: string; name: string; marks: ReadonlyMap<string, SheetMark> };

const ABSENT = '缺考';
const NOT_SAT = '——';
const TICKET = '准考证号';

/** The columns of a score sheet, which comes back as the same; subject columns have the key `subject:<key>`. */
export const scoreColumns = (subjects: readonly ScoreSubject[]): Column<string>[] => [
  { key: 'ticketNumber', header: TICKET, kind: 'text', required: true, width: 22 },
  { key: 'name', header: '姓名', kind: 'text', checkOnly: true, width: 14 },
  { key: 'offering', header: '申报项目', kind: 'text', width: 36 },
  { key: 'seat', header: '考场座位', kind: 'text', width: 20 },
  ...subjects.map((subject): Column<string> => ({
    key: `subject:${subject.key}`,
    header: subject.name,
    kind: 'number',
    choices: [ABSENT, ...SPECIAL_MARKS.map((mark) => specialMarkWord(mark))],
    width: 14,
  })),
];

/** The sheet that score officers fill in: a row a candidate, a column a subject. */
export const writeScoreSheet = async (template: ScoreTemplate): Promise<Buffer> =>
  writeSheet({
    title: template.title,
    notes: [
      '百分制，最多两位小数；缺考、作弊、免考、取消请从下拉列表中选择；未出成绩请留空。',
      `请勿修改${TICKET}列与表头；标“${NOT_SAT}”的科目无需填写。`,
    ],
    columns: scoreColumns(template.subjects).filter(
      ({ key }) => key !== 'seat' || template.rows.some((row) => row.seat),
    ),
    rows: template.rows.map((row) => ({
      ticketNumber: row.ticketNumber,
      name: row.name,
      offering: row.offering,
      seat: row.seat ?? '',
      ...Object.fromEntries(
        template.subjects.map(({ key }) => [`subject:${key}`, row.subjects.includes(key) ? '' : NOT_SAT]),
      ),
    })),
  });

/** What is read of a score sheet that comes back, all subjects or one: offering and seat are for the eye only. */
export const readColumns = (subjects: readonly ScoreSubject[]): Column<string>[] =>
  scoreColumns(subjects)
    .filter(({ key }) => key !== 'offering' && key !== 'seat')
    .map((column) => ({ ...column, optional: subjects.length > 1 && column.key.startsWith('subject:') }));

/** The headers of our own sheets. */
export const templateHeaders = (subjects: readonly ScoreSubject[]): string[] =>
  scoreColumns(subjects).map(({ header }) => header);

/** The same columns, also by what they are headed in the files of a body's computer tests. */
export const alsoHeaded = (
  columns: readonly Column<string>[],
  mapped: readonly { readonly header: string; readonly means: ScoreColumnMeaning }[],
): Column<string>[] =>
  columns.map((column) => ({
    ...column,
    also: mapped.filter(({ means }) => [means, `subject:${means}`].includes(column.key)).map(({ header }) => header),
  }));

/** What no file is read for: headers that somebody has said are of no use, and those of our own sheets for the eye. */
export const leftHeaders = (
  subjects: readonly ScoreSubject[],
  mapped: readonly { readonly header: string; readonly means: ScoreColumnMeaning }[],
): string[] => [
  ...templateHeaders(subjects),
  ...mapped.filter(({ means }) => means === 'left').map(({ header }) => header),
];

/** Marks by ticket number with every problem found; a crossed-out subject is left out of the marks. */
export function readMarks(
  read: readonly SheetRow<string>[],
  subjects: readonly ScoreSubject[],
): { rows: ScoreRow[]; problems: SheetProblem<string>[] } {
  const problems: SheetProblem<string>[] = [];
  const rows: ScoreRow[] = [];
  const seen = new Set<string>();
  for (const { row, values } of read) {
    const ticketNumber = ticketText(values['ticketNumber'] ?? '');
    if (seen.has(ticketNumber)) problems.push({ row, column: TICKET, code: 'ticket-twice', value: ticketNumber });
    seen.add(ticketNumber);
    const marks = new Map<string, SheetMark>();
    for (const subject of subjects) {
      const text = values[`subject:${subject.key}`] ?? '';
      if (text === NOT_SAT) continue;
      const mark = markOf(text);
      if (mark === undefined) problems.push({ row, column: subject.name, code: 'not-a-score', value: text });
      else marks.set(subject.key, mark);
    }
    rows.push({ row, ticketNumber, name: values['name'] ?? '', marks });
  }
  return { rows, problems };
}

/** A ticket number as it was printed, however a program or a keyboard spelled it. */
const ticketText = (text: string): string => tidyNumber(text);

/** What is written in the place of a mark; undefined when it is none. */
export function markOf(text: string): SheetMark | undefined {
  if (text === '') return null;
  if (text === ABSENT) return 'absent';
  const special = SPECIAL_MARKS.find((mark) => WRITTEN[mark].includes(text));
  if (special) return special;
  const score = parseScore(text);
  return score.ok ? score.value : undefined;
}

const WRITTEN: Readonly<Record<SpecialMark, readonly string[]>> = {
  cheating: ['作弊', '违纪', '违纪作弊'],
  exempt: ['免考', '免试'],
  cancelled: ['取消', '取消成绩', '成绩取消'],
};
