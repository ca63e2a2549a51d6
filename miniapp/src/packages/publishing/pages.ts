/** The pages of this subpackage, each a path below packages/publishing; app.config.ts reads this list at build time. */
const pages: string[] = [
  'notices/index',
  'notice-import/index',
  'notice-draft/index',
  'notice-trial/index',
  'notice-assumptions/index',
  'notice-versions/index',
  'notice-version/index',
];

export default pages;
