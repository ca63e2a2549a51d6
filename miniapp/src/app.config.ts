import applyPages from './packages/apply/pages';
import examPages from './packages/exam/pages';
import staffPages from './packages/staff/pages';

/** A package without pages yet is left out: WeChat refuses an empty one. */
const subPackages = [
  { root: 'packages/apply', pages: applyPages },
  { root: 'packages/exam', pages: examPages },
  { root: 'packages/staff', pages: staffPages },
].filter((one) => one.pages.length > 0);

export default defineAppConfig({
  pages: [
    'pages/notices/index',
    'pages/mine/index',
    'pages/look-up/index',
    'pages/me/index',
    'pages/notice/index',
    'pages/notice-text/index',
    'pages/offering/index',
    'pages/self-check/index',
    'pages/sign-in/index',
  ],
  subPackages,
  window: {
    navigationBarTitleText: '技考通',
    navigationBarBackgroundColor: '#ededed',
    navigationBarTextStyle: 'black',
    backgroundColor: '#ededed',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#4d4d4d',
    selectedColor: '#067a3c',
    backgroundColor: '#f7f7f7',
    borderStyle: 'black',
    list: [
      { pagePath: 'pages/notices/index', text: '通知' },
      { pagePath: 'pages/mine/index', text: '我的申报' },
      { pagePath: 'pages/look-up/index', text: '查询' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
});
