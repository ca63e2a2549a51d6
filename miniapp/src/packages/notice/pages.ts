/** The pages of this subpackage, each a path below packages/notice; app.config.ts reads this list at build time. */
const pages: string[] = ['levels/index', 'list/index', 'references/index', 'self-check/index'];

export default pages;
