/** The pages of this subpackage, each a path below packages/stage; app.config.ts reads this list at build time. */
const pages: string[] = [
  'desk/index',
  'marks/index',
  'preview/index',
  'mine/index',
  'ranking/index',
  'hall/index',
  'trainings/index',
  'training/index',
];

export default pages;
