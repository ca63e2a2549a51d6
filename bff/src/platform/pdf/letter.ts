import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Fonts } from './fonts';
import { INNER_WIDTH, PAGE, type PdfDocument, printPdf, write } from './pdf-document';
import { drawSigning } from './signing';
import { drawRows, label, value } from './table';

type Letter = {
  /** To whom. */
  bodyName: string;
  name: string;
  documentType: string;
  documentNumber: string;
  occupation: string;
  level: string;
  /** PNG; null leaves the line to sign by hand. */
  signature: Uint8Array | null;
  signedOn: LocalDate | null;
  /** What it says was put right after it was signed. */
  correctedOn: LocalDate | null;
};

/** `lastDay` null: it lasts. */
export type Job = { from: LocalDate; lastDay: LocalDate | null; employer: string | null; occupation: string };

/** 工作承诺书, 工作经历承诺书, 学历承诺书, or that kept passes are given up; the notices name the letters without printing them, so the wording is ours. */
export type LetterPdf =
  | (Letter & { kind: 'intends-to-work' })
  /** `clause`: of the notice that says so. */
  | (Letter & { kind: 'forfeits-passes'; clause: string })
  | (Letter & { kind: 'work-experience'; jobs: readonly Job[] })
  | (Letter & {
      kind: 'education';
      school: string;
      major: string;
      /** Such as 技工院校高级工班. */
      schoolKind: string;
      /** Final-year student, or graduated. */
      status: 'final-year' | 'graduated';
      /** Day of graduation, expected or past. */
      on: LocalDate | null;
    });

const TITLES = {
  'intends-to-work': '工作承诺书',
  'forfeits-passes': '放弃保留成绩声明',
  'work-experience': '工作经历承诺书',
  education: '学历承诺书',
} as const;

const PROMISES = [
  '以上内容以及本人提交的全部申报材料真实、准确、完整、有效。',
  '如有虚假或隐瞒，本人自愿接受取消报名资格、考试成绩无效、已取得的证书作废等处理，并承担相应责任。',
  '同意并配合贵单位对上述内容进行核查。',
];

export const renderLetter = async (fonts: Fonts, letter: LetterPdf): Promise<Buffer> =>
  printPdf(fonts, TITLES[letter.kind], (document) => drawLetter(document, letter));

/** From the top of the page on which the document stands. */
export function drawLetter(document: PdfDocument, letter: LetterPdf): void {
  let y = write(document, TITLES[letter.kind], full(PAGE.top + 24), { size: 24, bold: true, align: 'center' });
  y = write(document, `${letter.bodyName}：`, full(y + 34), prose);
  const who = `本人${letter.name}，${letter.documentType}号码${letter.documentNumber}，申报参加贵单位组织的${letter.occupation}${letter.level}职业技能等级认定。${statementOf(letter)}`;
  y = write(document, who, full(y + 8), indented);
  if (letter.kind === 'work-experience') y = drawJobs(document, letter.jobs, y + 12);
  if (letter.kind === 'forfeits-passes') {
    drawSigning(document, { title: '声明人（签名）：', ...letter }, y + 40);
    return;
  }
  y = write(document, '本人郑重承诺：', full(y + 14), indented);
  for (const [index, promise] of PROMISES.entries()) {
    y = write(document, `${index + 1}. ${promise}`, full(y + 4), indented);
  }
  drawSigning(document, { title: '承诺人（签名）：', ...letter }, y + 40);
}

function statementOf(letter: LetterPdf): string {
  switch (letter.kind) {
    case 'intends-to-work':
      return '本人拟从事本职业或相关职业工作。';
    case 'work-experience':
      return '本人从事本职业或相关职业的工作经历如下：';
    case 'forfeits-passes':
      return `本人知道：按贵单位通知${letter.clause}，成绩保留期内重新申报同一项目，视为放弃补考；本人之前合格科目的成绩不再保留，不能恢复，全部科目都要重新考。本人自愿放弃保留的成绩，重新申报。`;
    case 'education': {
      const study = `${letter.school}（${letter.schoolKind}）${letter.major}专业`;
      const on = letter.on === null ? '' : `${letter.on.slice(0, 4)}年${Number(letter.on.slice(5, 7))}月`;
      return letter.status === 'graduated'
        ? `本人${on === '' ? '' : `于${on}`}毕业于${study}，已取得毕业证书。`
        : `本人系${study}在读应届毕业生${on === '' ? '' : `，预计于${on}毕业`}。`;
    }
  }
}

/** Jobs as a table: also in the application form. */
export const jobRows = (jobs: readonly Job[]) => [
  [label('起止时间', 4), label('工作单位', 5), label('职业（岗位）', 4)],
  ...jobs.map((job) => [
    value(`${monthOf(job.from)} 至 ${job.lastDay === null ? '今' : monthOf(job.lastDay)}`, 4, 'center'),
    value(job.employer ?? '', 5),
    value(job.occupation, 4),
  ]),
];

const drawJobs = (document: PdfDocument, jobs: readonly Job[], y: number): number =>
  drawRows(document, jobRows(jobs), { x: PAGE.left, width: INNER_WIDTH, size: 10.5 }, y);

const monthOf = (day: LocalDate): string => day.slice(0, 7).replace('-', '.');
const prose = { size: 12.5, lineGap: 8 } as const;
const indented = { ...prose, indent: 25 } as const;
const full = (y: number) => ({ x: PAGE.left, y, width: INNER_WIDTH });
