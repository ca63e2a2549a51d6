/** The pages of this subpackage, each a path below packages/planning; app.config.ts reads this list at build time. */
const pages: string[] = [
  'session-plan/index',
  'session-places/index',
  'session-windows/index',
  'session-move/index',
  'session-cancel/index',
];

export default pages;
