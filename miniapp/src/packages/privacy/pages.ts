/** The pages of this subpackage, each a path below packages/privacy; app.config.ts reads this list at build time. */
const pages: string[] = [
  'data/index',
  'enrolment/index',
  'closing/index',
  'rules/index',
  'help/index',
  'devices/index',
];

export default pages;
