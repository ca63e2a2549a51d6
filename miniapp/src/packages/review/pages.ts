/** The pages of this subpackage, each a path below packages/review; app.config.ts reads this list at build time. */
const pages: string[] = [
  'reviews/index',
  'review/index',
  'portraits/index',
  'doubted-words/index',
  'applicants/index',
  'funnel/index',
  'told/index',
  'correction/index',
  'answer/index',
  'cases/index',
  'acts/index',
  'act/index',
];

export default pages;
