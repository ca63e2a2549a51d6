import applyPages from './packages/apply/pages';
import awardPages from './packages/award/pages';
import bodyPages from './packages/body/pages';
import conductPages from './packages/conduct/pages';
import contestPages from './packages/contest/pages';
import dutyPages from './packages/duty/pages';
import judgePages from './packages/judge/pages';
import examPages from './packages/exam/pages';
import honourPages from './packages/honour/pages';
import stagePages from './packages/stage/pages';
import noticePages from './packages/notice/pages';
import planningPages from './packages/planning/pages';
import privacyPages from './packages/privacy/pages';
import publishingPages from './packages/publishing/pages';
import reviewPages from './packages/review/pages';
import scoresPages from './packages/scores/pages';
import staffPages from './packages/staff/pages';
import unitPages from './packages/unit/pages';

/** A package without pages yet is left out: WeChat refuses an empty one. */
const subPackages = [
  { root: 'packages/apply', pages: applyPages },
  { root: 'packages/award', pages: awardPages },
  { root: 'packages/body', pages: bodyPages },
  { root: 'packages/conduct', pages: conductPages },
  { root: 'packages/contest', pages: contestPages },
  { root: 'packages/duty', pages: dutyPages },
  { root: 'packages/judge', pages: judgePages },
  { root: 'packages/exam', pages: examPages },
  { root: 'packages/honour', pages: honourPages },
  { root: 'packages/stage', pages: stagePages },
  { root: 'packages/notice', pages: noticePages },
  { root: 'packages/planning', pages: planningPages },
  { root: 'packages/privacy', pages: privacyPages },
  { root: 'packages/publishing', pages: publishingPages },
  { root: 'packages/review', pages: reviewPages },
  { root: 'packages/scores', pages: scoresPages },
  { root: 'packages/staff', pages: staffPages },
  { root: 'packages/unit', pages: unitPages },
].filter((one) => one.pages.length > 0);

const tab = (name: string, text: string) => ({
  pagePath: `pages/${name}/index`,
  text,
  iconPath: `assets/tabs/${name}.png`,
  selectedIconPath: `assets/tabs/${name}-on.png`,
});

export default defineAppConfig({
  pages: [
    'pages/notices/index',
    'pages/mine/index',
    'pages/look-up/index',
    'pages/me/index',
    'pages/notice/index',
    'pages/notice-text/index',
    'pages/offering/index',
    'pages/sign-in/index',
    'pages/phone/index',
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
    list: [tab('notices', '首页'), tab('mine', '我的报名'), tab('look-up', '查询'), tab('me', '我的')],
  },
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  // what a page leads to next is fetched while it is read
  preloadRule: {
    'pages/notices/index': { network: 'wifi', packages: ['packages/notice', 'packages/contest'] },
    'pages/notice/index': { network: 'all', packages: ['packages/notice', 'packages/apply'] },
    'pages/offering/index': { network: 'all', packages: ['packages/notice', 'packages/apply'] },
    'pages/mine/index': { network: 'all', packages: ['packages/apply', 'packages/exam'] },
    'pages/look-up/index': { network: 'all', packages: ['packages/exam'] },
  },
});
