/** The pages of this subpackage, each a path below packages/duty; app.config.ts reads this list at build time. */
const pages: string[] = ['today/index', 'join/index', 'door/index', 'plan/index', 'counts/index'];

export default pages;
