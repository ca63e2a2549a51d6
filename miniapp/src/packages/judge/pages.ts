/** The pages of this subpackage, each a path below packages/judge; app.config.ts reads this list at build time. */
const pages: string[] = ['today/index', 'join/index', 'marking/index', 'desk/index', 'sheet/index', 'heat/index'];

export default pages;
