/** The pages of this subpackage, each a path below packages/apply; app.config.ts reads this list at build time. */
const pages: string[] = [];

export default pages;
