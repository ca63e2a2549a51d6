/** The pages of this subpackage, each a path below packages/scores; app.config.ts reads this list at build time. */
const pages: string[] = ['objections/index', 'objection/index', 'columns/index'];

export default pages;
