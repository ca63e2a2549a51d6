/** The pages of this subpackage, each a path below packages/contest; app.config.ts reads this list at build time. */
const pages: string[] = [
  'scan/index',
  'contest/index',
  'enter/index',
  'entry/index',
  'posters/index',
  'poster/index',
  'entries/index',
  'judge/index',
  'guide/index',
];

export default pages;
