/** The pages of this subpackage, each a path below packages/award; app.config.ts reads this list at build time. */
const pages: string[] = ['papers/index', 'year/index', 'authority/index', 'authority-map/index'];

export default pages;
