/** The pages of this subpackage, each a path below packages/unit; app.config.ts reads this list at build time. */
const pages: string[] = [
  'mine/index',
  'register/index',
  'unit/index',
  'join/index',
  'units/index',
  'judge/index',
  'roster/index',
  'rows/index',
  'row/index',
  'claim/index',
  'confirm/index',
  'contest/index',
  'entrants/index',
  'enter/index',
  'link/index',
  'fill/index',
  'slip/index',
  'counter/index',
  'results/index',
  'signed/index',
];

export default pages;
