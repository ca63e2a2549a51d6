import type { YearRow } from '../contract';
import { wordOf } from './table';

type Figure = 'applied' | 'admitted' | 'present' | 'presumed' | 'passed' | 'certified' | 'objections' | 'reviews';
const FIGURES: readonly Figure[] = [
  'applied',
  'admitted',
  'present',
  'presumed',
  'passed',
  'certified',
  'objections',
  'reviews',
];

/** What a column of the year's figures is called. */
export const yearColumnWord = wordOf<
  Figure | 'session' | 'offering' | 'exam' | 'publishedOn' | 'daysToResults' | 'certifiedOn' | 'daysToCertificates'
>({
  session: '批次',
  offering: '项目',
  exam: '考试日期',
  applied: '报名',
  admitted: '准考',
  present: '到考',
  presumed: '到考中按成绩推定',
  passed: '合格',
  certified: '发证',
  objections: '异议',
  reviews: '复核',
  publishedOn: '成绩公布',
  daysToResults: '考后几天公布',
  certifiedOn: '发证日期',
  daysToCertificates: '公布后几天发证',
});

/** What all rows come to. */
export const yearTotals = (rows: readonly YearRow[]): Record<Figure, number> => ({
  applied: sumOf(rows, 'applied'),
  admitted: sumOf(rows, 'admitted'),
  present: sumOf(rows, 'present'),
  presumed: sumOf(rows, 'presumed'),
  passed: sumOf(rows, 'passed'),
  certified: sumOf(rows, 'certified'),
  objections: sumOf(rows, 'objections'),
  reviews: sumOf(rows, 'reviews'),
});

const sumOf = (rows: readonly YearRow[], figure: Figure): number => rows.reduce((sum, row) => sum + row[figure], 0);

/** The figures of a row in one line: `报名 300，准考 280，到考 270（按成绩推定 3）…`. */
export const yearFigureWords = (of: Record<Figure, number>): string =>
  FIGURES.filter((figure) => figure !== 'presumed')
    .map((figure) => {
      const presumed = figure === 'present' && of.presumed > 0 ? `（按成绩推定 ${of.presumed}）` : '';
      return `${yearColumnWord(figure)} ${of[figure]}${presumed}`;
    })
    .join('，');
