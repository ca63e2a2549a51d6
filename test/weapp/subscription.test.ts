import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { firstAdministrator } from '../support/people';
import { posterLink } from '../support/poster-link';
import { type World, openWorld } from '../support/world';
import type { WeappHost } from './host';
import { phoneOf } from './phone-of';

const noticeId = 'bspia-2025-competition-monitor-operator';
const Sent = z.array(z.object({ templateId: z.string(), page: z.string(), data: z.record(z.string(), z.string()) }));

describe('WeChat’s question whether messages may come', () => {
  let world: World;
  let code: string;
  beforeAll(async () => {
    const fields = { opens: 'thing1:title/date2:opensOn', closes: 'thing1:title/date2:closesOn' };
    const WECHAT_MESSAGE_TEMPLATES = `contest-opens=tmpl-opens/${fields.opens},contest-closes=tmpl-closes/${fields.closes}`;
    world = await openWorld({ day: '2025-06-10', env: { WECHAT_MESSAGE_TEMPLATES } });
    code =
      new URL((await posterLink(await firstAdministrator(world), noticeId)).replace('/#', '')).searchParams.get(
        'code',
      ) ?? '';
  });
  afterAll(() => world.stop());

  const readsPoster = async (openid: string, phoneNumber: string): Promise<WeappHost> => {
    const phone = await phoneOf(world, { openid, phone: phoneNumber });
    await phone.open('/pages/sign-in/index');
    await phone.tap('微信一键登录');
    await phone.open(`/packages/contest/scan/index?code=${code}`);
    await phone.see('尚未开始');
    return phone;
  };
  const isReminded = async (phone: WeappHost): Promise<void> => {
    await phone.tap('开始前提醒我');
    await phone.see('开始和截止的前一天上午会提醒您');
    expect(phone.verdict()).toEqual([]);
  };
  const asked = (phone: WeappHost) => phone.calls('requestSubscribeMessage').map(({ options }) => options['tmplIds']);
  const sentTo = async (openid: string) =>
    Sent.parse(await (await fetch(`${world.sandbox.url}/sandbox/messages?openid=${openid}`)).json());

  it('is asked in the tap on 提醒我, for what comes next', async () => {
    const phone = await readsPoster('o-allows', '13900001111');
    await isReminded(phone);
    expect(asked(phone)).toEqual([['tmpl-opens', 'tmpl-closes']]);
  });

  it('may be refused, and nothing is blocked', async () => {
    const phone = await readsPoster('o-refuses', '13900002222');
    phone.person.accepts = () => false;
    await isReminded(phone);
    expect(asked(phone)).toHaveLength(1);
  });

  it('is not asked again about what is refused for good, nor at all where messages are switched off', async () => {
    const phone = await readsPoster('o-never', '13900003333');
    phone.person.keepsAnswers = new Map([['tmpl-opens', 'reject']]);
    await phone.back();
    await phone.open(`/packages/contest/scan/index?code=${code}`);
    await isReminded(phone);
    expect(asked(phone)).toEqual([['tmpl-closes']]);
    phone.person.keepsAnswers = 'off';
    await phone.back();
    await phone.open(`/packages/contest/scan/index?code=${code}`);
    await isReminded(phone);
    expect(asked(phone)).toHaveLength(1);
  });

  it('lets a message through to whoever allowed it, and to nobody else', async () => {
    await world.moveTo('2025-06-15', '09:30');
    expect(await sentTo('o-allows')).toMatchObject([
      { templateId: 'tmpl-opens', page: 'packages/apply/messages/index', data: { date2: '2025年6月16日' } },
    ]);
    for (const openid of ['o-refuses', 'o-never']) expect(await sentTo(openid)).toEqual([]);
  });
});
