/** The pages of this subpackage, each a path below packages/conduct; app.config.ts reads this list at build time. */
const pages: string[] = [
  'breaches/index',
  'breach/index',
  'rules/index',
  'open/index',
  'bans/index',
  'ban/index',
  'imported/index',
  'import/index',
];

export default pages;
