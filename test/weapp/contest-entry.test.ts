import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contests } from '@jikaotong/shared/contract';
import { entryList } from '@jikaotong/shared/lists';
import { portrait } from '../builders/photos';
import { identityOf } from '../support/apply';
import { type SignedInPerson, firstAdministrator } from '../support/people';
import { posterLink } from '../support/poster-link';
import { type World, openWorld } from '../support/world';
import type { Launch, WeappHost } from './host';
import { phoneOf } from './phone-of';

const noticeId = 'bspia-2025-competition-monitor-operator';

/** WeChat opens the page that its rule for ordinary links names, with the link as `q`, encoded once. */
const scanned = (link: string): Launch => ({
  path: 'packages/contest/scan/index',
  query: { q: encodeURIComponent(link), scancode_time: '1752109200' },
  scene: 1011,
});

/** Hands that are counted: taps and choices, and the pages on which something was typed. */
function countedHands(phone: WeappHost) {
  const typedOn = new Set<string>();
  let taps = 0;
  return {
    tap: (words: string) => {
      taps += 1;
      return phone.tap(words);
    },
    pick: (words: string, value: string) => {
      taps += 1;
      return phone.pick(words, value);
    },
    type: (field: string, value: string) => {
      typedOn.add(phone.route());
      return phone.type(field, value);
    },
    taps: () => taps,
    screensOfTyping: () => typedOn.size,
  };
}

describe('from the picture of a poster to an entry, in the built package', () => {
  let world: World;
  let administrator: SignedInPerson;
  let link: string;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10' });
    administrator = await firstAdministrator(world);
    link = await posterLink(administrator, noticeId);
  });
  afterAll(() => world.stop());

  it('takes at most 12 taps and 2 screens of typing, signing in and consenting included', async () => {
    const phone = await phoneOf(world, { openid: 'o-zhao', phone: '13900001234' }, scanned(link));
    const bytes = await portrait({ background: '#3a74c8', width: 1500, height: 2000, bytes: 600_000 });
    phone.person.picksFile = () => Promise.resolve({ bytes, name: 'portrait.jpg' });
    const hands = countedHands(phone);
    const who = identityOf({ name: '赵强' });

    expect(phone.route()).toBe('packages/contest/scan/index');
    await phone.see('正在报名');
    await hands.tap('查看竞赛并报名');
    await phone.see('2025年7月下旬');
    await hands.tap('个人报名');
    await phone.see('请先登录');
    await hands.tap('登录');
    await hands.tap('微信一键登录');
    await phone.see('参赛人');
    await hands.type('证件号码', who.documentNumber);
    await hands.type('姓名', who.name);
    await hands.tap('长期有效，或证件上没有截止日');
    await hands.type('手机号', who.phone);
    await hands.tap('从事与安全技术防范工作相关的保安员');
    await hands.type('单位全称', '北京某某安防有限公司');
    await hands.pick('单位类型', '企业');
    await hands.tap('从相册选择');
    await phone.see('照片底色符合要求');
    await hands.tap('提交报名');
    await hands.tap('我已阅读并同意处理上述个人信息');
    await hands.tap('我单独同意处理敏感个人信息');
    await hands.tap('同意并继续');
    await phone.see('已报名');
    await phone.see('7月25日 周五截止 · 还有15天');

    expect(hands.taps()).toBeLessThanOrEqual(12);
    expect(hands.screensOfTyping()).toBeLessThanOrEqual(2);
    expect(phone.verdict()).toEqual([]);
    const { entriesId } = await administrator.api.ok(contests.getStaffContest, { params: { id: noticeId } });
    const { items } = await administrator.api.ok(entryList.rows, { params: { id: entriesId }, query: {} });
    expect(items).toMatchObject([{ name: '赵强', group: '从事与安全技术防范工作相关的保安员' }]);

    await phone.tapTab('我的报名');
    await phone.see('第四届安全防范设备值机员');
    await phone.see('报名截止 7月25日 周五 · 还有15天');
  });

  it('says so when the scanned code was never given out', async () => {
    const forged = link.replace(/code=.*$/, 'code=ZZZZZZZ');
    const phone = await phoneOf(world, { openid: 'o-else', phone: '13900005678' }, scanned(forged));
    await phone.see('没有找到这个二维码对应的通知');
    expect(phone.verdict()).toEqual([]);
  });
});
