/** The pages of this subpackage, each a path below packages/honour; app.config.ts reads this list at build time. */
const pages: string[] = [
  'draw/index',
  'desk/index',
  'lines/index',
  'protests/index',
  'protest/index',
  'own/index',
  'shown/index',
  'unit/index',
];

export default pages;
