/** The pages of this subpackage, each a path below packages/body; app.config.ts reads this list at build time. */
const pages: string[] = ['periods/index', 'retake-schemes/index', 'retake-scheme/index'];

export default pages;
