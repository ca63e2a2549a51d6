import {
  type ConditionLeaf,
  DOCUMENT_TYPES,
  LEVELS,
  SCHOOLS,
  documentLeavesOf,
  leavesOf,
} from '@jikaotong/shared/notice';
import { questionAsked } from '@jikaotong/shared/rules/eligibility';
import {
  diplomaStatusWord,
  documentTypeWord,
  levelWord,
  schoolWord,
  statementWord,
  titleGradeWord,
} from '@jikaotong/shared/words';
import type { Column, SheetProblem } from '../../platform/sheets';
import type { Frame } from '../applications';
import { GRADES, type Reading, type RowProblem, SEXES, STATUSES, YES } from './told-row';

/** What the sheets of rosters, and the lists of other systems, are called where their imports are kept. */
export const ROSTER_SHEET = 'roster';
export const LIST_SHEET = 'roster-list';

/** What the sheet of a roster says of each of its rows, and does not read when it comes back. */
export const JUDGED_COLUMNS = [
  { key: 'verdict', header: '判定', kind: 'text', width: 12 },
  { key: 'why', header: '原因', kind: 'text', width: 60 },
] as const;

/** The columns of a roster: who it is, and what the notice's own conditions ask of anybody. */
export function rosterColumns({
  frame,
  offeringNames,
}: Pick<Reading, 'frame' | 'offeringNames'>): readonly Column<string>[] {
  const { notice } = frame;
  const asked = askedBy(frame);
  const has = (...kinds: ConditionLeaf['kind'][]) => asked.leaves.some(({ kind }) => kinds.includes(kind));
  const since = (kind: 'certificate' | 'title') =>
    asked.leaves.some((leaf) => leaf.kind === 'experience' && leaf.since?.kind === kind);
  const text = (key: string, header: string, width = 16): Column<string> => ({ key, header, kind: 'text', width });
  const day = (key: string, header: string): Column<string> => ({ key, header, kind: 'day', width: 14 });
  const choice = (key: string, header: string, choices: readonly string[], width = 16): Column<string> => ({
    ...text(key, header, width),
    choices,
    onlyChoices: true,
  });
  const codes = new Set(frame.offeringCodes);
  const routes = notice.offerings.filter(({ code }) => codes.has(code)).flatMap((offering) => offering.routes);
  return [
    { ...text('name', '姓名', 12), required: true },
    { ...choice('documentType', '证件类型', DOCUMENT_TYPES.map(documentTypeWord), 20), required: true },
    { ...text('documentNumber', '证件号码', 24), required: true },
    day('documentExpiresOn', '证件有效期至（长期留空）'),
    day('birthDate', '出生日期（身份证可留空）'),
    choice('sex', '性别（身份证可留空）', Object.values(SEXES), 10),
    { ...text('phone', '手机号', 16), required: true },
    text('employer', '工作单位（留空为本单位）', 28),
    { ...choice('offering', '申报项目', [...offeringNames.values()], 30), required: true },
    ...(routes.length > 0
      ? [{ ...choice('route', '申报条件（第几条）', [...new Set(routes.map(({ code }) => code))], 12), required: true }]
      : []),
    ...asked.statements.map((statement) =>
      choice(`declared.${statement}`, askedWord(frame, statement), [YES, '否'], 18),
    ),
    ...(has('experience') || asked.leaves.some((leaf) => leaf.kind === 'declared' && leaf.field !== null)
      ? [
          text('jobOccupation', '从事的职业', 18),
          day('jobFrom', '从哪天起'),
          day('jobTo', '到哪天止（在职留空）'),
          text('jobEmployer', '在哪个单位从事', 28),
        ]
      : []),
    ...(has('certificate') || since('certificate')
      ? [
          text('certificateOccupation', '已有证书的职业', 18),
          choice('certificateLevel', '证书级别', LEVELS.map(levelWord)),
          text('certificateNumber', '证书编号', 24),
          day('certificateOn', '证书发证日期'),
        ]
      : []),
    ...(has('diploma')
      ? [
          choice('school', '学校类型', SCHOOLS.map(schoolWord), 20),
          text('schoolName', '学校名称', 24),
          text('major', '专业', 18),
          choice('diplomaStatus', '学业状态', STATUSES.map(diplomaStatusWord), 16),
          day('diplomaOn', '毕业日期'),
        ]
      : []),
    ...(has('title') || since('title')
      ? [
          text('titleOccupation', '职称专业', 18),
          choice('titleGrade', '职称级别', GRADES.map(titleGradeWord)),
          day('titleOn', '职称取得日期'),
        ]
      : []),
    ...(has('residence') ? [day('residenceFrom', '从哪天起在本市工作或学习')] : []),
    ...(has('withinRetirementAge') ? [choice('womanLine', '女性退休年龄档', ['50', '55'], 12)] : []),
    ...(asked.documents.has('chsi-code') ? [text('chsiCode', '学信网在线验证码', 24)] : []),
  ];
}

/** A row that nobody has: the check digit of its number is wrong. */
export const exampleOf = (
  columns: readonly Column<string>[],
  { offeringNames }: Pick<Reading, 'offeringNames'>,
): Record<string, string> => ({
  ...Object.fromEntries(
    columns.map(({ key, choices }) => [key, key.startsWith('declared.') ? (choices?.[0] ?? '') : '']),
  ),
  name: '张三',
  documentType: documentTypeWord('resident-id'),
  documentNumber: '110105199001010000',
  phone: '13800000000',
  offering: [...offeringNames.values()][0] ?? '',
  ...(columns.some(({ key }) => key === 'route')
    ? { route: columns.find(({ key }) => key === 'route')?.choices?.[0] ?? '' }
    : {}),
});

/** The problems of a sheet's row, under the headers of its columns. */
export const sheetProblems = (
  row: number,
  problems: readonly RowProblem[],
  columns: readonly Column<string>[],
): SheetProblem<string>[] =>
  problems.map(({ key, code, value }) => ({
    row,
    column: columns.find((column) => column.key === key)?.header ?? null,
    code,
    value,
  }));

/** The question in the notice's own words. */
const askedWord = ({ notice, offeringCodes }: Frame, statement: string): string =>
  offeringCodes.map((code) => questionAsked(notice, code, `declared.${statement}`)).find((asked) => asked !== null) ??
  statementWord(statement);

type Rules = Pick<Frame, 'notice' | 'offeringCodes'>;

/** What the conditions of a session's offerings ask; the same for every row of a sheet. */
export function askedBy(frame: Rules): Asked {
  const known = asked.get(frame) ?? findAsked(frame);
  asked.set(frame, known);
  return known;
}
const asked = new WeakMap<Rules, Asked>();
type Asked = ReturnType<typeof findAsked>;

function findAsked({ notice, offeringCodes }: Rules) {
  const routes = notice.offerings
    .filter(({ code }) => offeringCodes.includes(code))
    .flatMap((offering) => offering.routes);
  const trees = [...notice.conditions, ...routes.map(({ condition }) => condition)];
  const leaves = trees.flatMap((tree) => leavesOf(tree)).map(({ leaf }) => leaf);
  const papers = [
    ...notice.documents,
    ...routes.flatMap(({ documents }) => (documents === null ? [] : documentLeavesOf(documents))),
  ];
  return {
    leaves,
    statements: [...new Set(leaves.flatMap((leaf) => (leaf.kind === 'declared' ? [leaf.statement] : [])))],
    cities: [...new Set(leaves.flatMap((leaf) => (leaf.kind === 'residence' ? [leaf.city] : [])))],
    documents: new Set(papers.map(({ document }) => document)),
  };
}
