import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BODY_ROLES, posters } from '@jikaotong/shared/contract';
import { cameraPicture } from '../builders/photos';
import { password, staffMember } from '../support/people';
import { type PeopledWorld, openPeopledWorld } from '../support/peopled-world';
import type { WeappHost } from './host';
import { phoneOf } from './phone-of';

const DENIED = 'auth deny';
const ODD = 'something went wrong';

/** One button that calls WeChat: how to come to it, what WeChat refuses there, and what is said then. */
type Case = {
  readonly page: (
    ids: Record<'form' | 'whole' | 'unpaid' | 'session' | 'draft' | 'contest' | 'poster', string>,
  ) => string;
  readonly tap: readonly string[];
  readonly name: string;
  readonly reason: string;
  /** The title of the dialogue; with `onPage` what the page itself says. */
  readonly says: string;
  readonly onPage?: true;
};

const album: readonly Case[] = [
  {
    page: ({ form }) => `/packages/apply/photo/index?id=${form}`,
    tap: ['重新拍摄'],
    name: 'chooseMedia',
    reason: DENIED,
    says: '没有使用相机或相册的许可',
  },
  {
    page: ({ form }) => `/packages/apply/photo/index?id=${form}`,
    tap: ['从相册换一张'],
    name: 'chooseMedia',
    reason: ODD,
    says: '没有打开相机或相册',
  },
  {
    page: ({ form }) => `/packages/apply/photo/index?id=${form}`,
    tap: ['从相册换一张'],
    name: 'getImageInfo',
    reason: ODD,
    says: '照片打不开',
    onPage: true,
  },
  {
    page: ({ form }) => `/packages/apply/photo/index?id=${form}`,
    tap: ['从相册换一张', '使用这张照片'],
    name: 'canvasToTempFilePath',
    reason: ODD,
    says: '照片打不开',
    onPage: true,
  },
  {
    page: ({ form }) => `/packages/apply/photo/index?id=${form}`,
    tap: ['从相册换一张', '使用这张照片'],
    name: 'uploadFile',
    reason: ODD,
    says: '网络连接不上',
    onPage: true,
  },
];

const papers: readonly Case[] = [
  {
    page: ({ form }) => `/packages/apply/papers/index?id=${form}`,
    tap: ['预览'],
    name: 'downloadFile',
    reason: ODD,
    says: '网络连接不上',
    onPage: true,
  },
  {
    page: ({ form }) => `/packages/apply/papers/index?id=${form}`,
    tap: ['预览'],
    name: 'openDocument',
    reason: ODD,
    says: '没有打开文件查看',
  },
  {
    page: ({ unpaid }) => `/packages/apply/order/index?id=${unpaid}`,
    tap: ['复制全部账户信息'],
    name: 'setClipboardData',
    reason: DENIED,
    says: '没有使用剪贴板的许可',
  },
  {
    page: ({ unpaid }) => `/packages/apply/order/index?id=${unpaid}`,
    tap: ['我已转账，上传凭证', '选择凭证照片或文件'],
    name: 'chooseMedia',
    reason: DENIED,
    says: '没有使用相机或相册的许可',
  },
];

const staff: readonly Case[] = [
  {
    page: () => '/packages/staff/counter/index',
    tap: ['扫报名单'],
    name: 'scanCode',
    reason: DENIED,
    says: '没有使用相机的许可',
  },
  {
    page: () => '/packages/staff/body/index?id=bspia',
    tap: ['上传印章图片'],
    name: 'chooseMessageFile',
    reason: ODD,
    says: '没有打开聊天文件',
  },
  {
    page: ({ contest }) => `/packages/contest/entries/index?id=${contest}`,
    tap: ['从聊天里选填好的表'],
    name: 'chooseMessageFile',
    reason: DENIED,
    says: '没有使用聊天文件的许可',
  },
  {
    page: ({ contest }) => `/packages/contest/entries/index?id=${contest}`,
    tap: ['下载名单模板'],
    name: 'openDocument',
    reason: ODD,
    says: '没有打开文件查看',
  },
  {
    page: ({ poster }) => `/packages/contest/poster/index?code=${poster}`,
    tap: ['保存到手机相册'],
    name: 'saveImageToPhotosAlbum',
    reason: DENIED,
    says: '没有使用相册的许可',
  },
  {
    page: ({ whole }) => `/packages/review/review/index?id=${whole}`,
    tap: ['手机'],
    name: 'makePhoneCall',
    reason: ODD,
    says: '没有打开拨号',
  },
];

describe('every page with a button that WeChat may refuse', () => {
  let peopled: PeopledWorld;
  const phones: Record<string, WeappHost> = {};
  const said: string[] = [];
  const ids = { form: '', whole: '', unpaid: '', session: '', draft: '', contest: '', poster: '' };

  beforeAll(async () => {
    peopled = await openPeopledWorld('applying');
    const { world, known } = peopled;
    const one = (kind: string, at = 0): string => known.ids[kind]?.[at] ?? '';
    Object.assign(ids, {
      whole: one('applications'),
      unpaid: one('applications', 1),
      form: one('applications', 2),
      session: one('sessions'),
      draft: one('notice-drafts'),
      contest: one('contests'),
    });
    const bytes = await cameraPicture();
    const watched = async (openid: string, phone: string): Promise<WeappHost> => {
      const host = await phoneOf(world, { openid, phone });
      host.person.confirms = ({ title }) => {
        said.push(title);
        return true;
      };
      host.person.picksFile = () => Promise.resolve({ bytes, name: 'portrait.jpg' });
      return host;
    };
    for (const [name, openid, phone] of [
      ['album', 'o-chen', '13900000003'],
      ['unpaid', 'o-bo', '13900000002'],
    ] as const) {
      const host = await watched(openid, phone);
      await host.open('/pages/sign-in/index');
      await host.tap('微信一键登录');
      phones[name] = host;
    }
    const [administrator] = known.people.filter(({ session }) =>
      session.account.grants.some(({ bodyId, roles }) => bodyId === 'bspia' && roles.includes('administrator')),
    );
    if (!administrator) throw new Error('nobody runs the body');
    const [poster] = (await administrator.api.ok(posters.listPosters, {})).items;
    ids.poster = poster?.code ?? '';
    await staffMember(world, administrator, 'quanneng', BODY_ROLES);
    const desk = await watched('o-desk', '13900005678');
    await desk.tapTab('我的');
    await desk.tap('工作人员登录');
    await desk.type('用户名', 'quanneng');
    await desk.type('密码', password);
    await desk.tap('登录');
    await desk.see('工作台');
    phones['staff'] = desk;
  });
  afterAll(() => peopled.world.stop());

  /** What is said, in a dialogue or on the page, when the last tap meets the refusal. */
  const wordsAt = async (host: WeappHost | undefined, one: Case): Promise<string | undefined> => {
    if (!host) throw new Error('nobody holds this phone');
    await host.open(one.page(ids));
    await host.settle();
    for (const words of one.tap.slice(0, -1)) await host.tap(words);
    host.failOnce(one.name, one.reason);
    const before = said.length;
    await host.tap(one.tap.at(-1) ?? '');
    if (one.onPage) await host.see(one.says);
    else await expect.poll(() => said.length).toBeGreaterThan(before);
    await host.back();
    expect(host.verdict()).toEqual([]);
    return one.onPage ? one.says : said.at(-1);
  };

  it.each(album)('of the album: $name after $tap', async (one) => {
    expect(await wordsAt(phones['album'], one)).toBe(one.says);
  });
  it.each(papers)('of papers: $name after $tap', async (one) => {
    expect(await wordsAt(one.page(ids).includes('/order/') ? phones['unpaid'] : phones['album'], one)).toBe(one.says);
  });
  it.each(staff)('of staff: $name after $tap', async (one) => {
    expect(await wordsAt(phones['staff'], one)).toBe(one.says);
  });
});
