import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rosterMembers, rosterRows, rosters, units } from '@jikaotong/shared/contract';
import { ownFile, portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import { approve } from '../support/paid-school';
import { type SignedInPerson, candidateByPhone } from '../support/people';
import { numberOf, rowsIn } from '../support/rosters';
import { groupSessionIn, phoneOfLine, valuesOfLine } from '../support/training-body';
import { unitCode } from '../support/units';
import { type World, openWorld } from '../support/world';
import type { WeappHost } from './host';
import { phoneOf } from './phone-of';

const MANY = 12;

describe('the agent of a unit with nothing but a phone, in the built package', () => {
  let world: World;
  let reviewer: SignedInPerson;
  let sessionId: string;
  let phone: WeappHost;
  /** The same agent, for what a test looks up. */
  let agent: SignedInPerson;
  let token: string;
  /** Comes back another time, and finds the way to the unit's people again. */
  const opensRoster = async () => {
    phone = await phone.reopen();
    await phone.tapTab('我的');
    await phone.tap('单位报名');
    await phone.tap('某培训学校');
    await phone.tap('2024年9月批次');
  };
  const rowOf = async (nth: number): Promise<string> => {
    const [unit] = (await agent.api.ok(units.listMyUnits, {})).items;
    const { items } = await agent.api.ok(rosters.listUnitSessions, { params: { id: unit?.id ?? '' } });
    const rows = await rowsIn(agent, items.find((one) => one.sessionId === sessionId)?.rosterId ?? '');
    return rows[nth]?.id ?? '';
  };
  beforeAll(async () => {
    world = await openWorld({ day: '2024-08-12' });
    ({ reviewer, sessionId } = await groupSessionIn(world));
    phone = await phoneOf(world, { openid: 'o-agent', phone: '13900000001' });
  });
  afterAll(() => world.stop());

  it('registers the unit, and staff approve it', async () => {
    await phone.tapTab('我的');
    await phone.tap('单位报名');
    await phone.tap('登录');
    await phone.tap('微信一键登录');
    await phone.tap('登记单位');
    await phone.tap('先绑定手机号');
    await phone.tap('使用微信绑定的手机号');
    await phone.pick('向哪个协会报名', '中国电子商会');
    await phone.type('单位名称', '某培训学校');
    await phone.pick('单位类型', '培训机构');
    await phone.type('统一社会信用代码', `${unitCode(1).slice(0, -1)}A`);
    const bytes = await portrait();
    phone.person.picksFile = () => Promise.resolve({ bytes, name: 'licence.jpg' });
    await phone.tap('证明材料');
    await phone.see('已上传');
    await phone.type('地址', '北京市朝阳区某路1号');
    await phone.type('联系人', '周老师');
    await phone.type('联系电话', '13900000001');
    await phone.tap('提交审核');
    await phone.see('代码不对，请逐位核对');
    await phone.type('统一社会信用代码', unitCode(1));
    await phone.tap('提交审核');
    await phone.see('协会正在核对');
    agent = await candidateByPhone(world, '13900000001');
    const [unit] = (await agent.api.ok(units.listMyUnits, {})).items;
    const id = unit?.id ?? '';
    const { version } = await agent.api.ok(units.getUnit, { params: { id } });
    await reviewer.api.ok(units.approveUnit, { params: { id }, body: { version } });
    await opensRoster();
    await phone.tap('让成员自己填、自己确认');
    await phone.tap('生成二维码');
    await phone.see('发到本单位的群里');
    token = /token=([\w-]+)/.exec(phone.text())?.[1] ?? '';
    expect(phone.verdict()).toEqual([]);
  });

  it('takes in twelve who filled in by its code, and mends two of them', async () => {
    const people: SignedInPerson[] = [];
    for (let nth = 0; nth < MANY; nth += 1) {
      const person = await candidateByPhone(world, phoneOfLine(nth));
      const photoFileId = await uploaded(person, 'photo', ownFile(await portrait(), `agent-${nth}`));
      const filled = {
        values: valuesOfLine(nth),
        photoFileId,
        truthful: true,
        noticeRead: true,
        shares: true,
      } as const;
      await person.api.ok(rosterMembers.fillRosterRow, { params: { token }, body: filled });
      people.push(person);
    }
    await opensRoster();
    await phone.tap('让成员自己填、自己确认');
    await phone.tap(`把填好的 ${MANY} 人收进名单`);
    await phone.tap('名单');
    for (const nth of [1, 2]) {
      await phone.tap(`${nth + 1}. ${valuesOfLine(nth)['name']}`);
      await phone.tap('本人');
      await phone.type('工作单位（留空为本单位）（选填）', '某分校');
      await phone.tap('保存');
      await phone.see('等本人确认');
      await phone.back();
      const id = await rowOf(nth);
      const own = await people[nth]?.api.ok(rosterRows.getOwnRosterRow, { params: { id } });
      const words = { version: own?.version ?? 0, truthful: true as const, noticeRead: true as const };
      await people[nth]?.api.ok(rosterRows.confirmOwnRosterRow, { params: { id }, body: words });
    }
    expect(phone.verdict()).toEqual([]);
  });

  it('adds one more, who claims it with a phone of their own and confirms', async () => {
    const said = valuesOfLine(MANY);
    await opensRoster();
    await phone.tap('逐个添加');
    await phone.type('姓名', said['name'] ?? '');
    await phone.type('证件号码', numberOf(MANY));
    await phone.type('手机号', phoneOfLine(MANY));
    await phone.tap('下一步');
    await phone.tap('1. 累计从事本职业');
    await phone.tap('下一步');
    await phone.type('从事的职业（选填）', said['jobOccupation'] ?? '');
    await phone.pick('从哪天起（选填）', '2015-03-01');
    await phone.tap('下一步');
    await phone.tap('保存');
    await phone.tap('全部');
    await phone.tap(`${MANY + 1}. ${said['name']}`);
    await phone.tap('证件照片');
    await phone.see('已上传');

    const member = await phoneOf(world, { openid: 'o-member', phone: phoneOfLine(MANY) });
    await member.tapTab('我的报名');
    await member.tap('登录');
    await member.tap('微信一键登录');
    await member.tapTab('我的报名');
    await member.tap('单位替我报了名');
    await member.tap('先绑定手机号');
    await member.tap('使用微信绑定的手机号');
    await member.type('姓名', said['name'] ?? '');
    await member.type('证件号码', numberOf(MANY));
    await member.tap('找到我的报名');
    await member.tap('我已阅读并同意处理上述个人信息');
    await member.tap('我单独同意处理敏感个人信息');
    await member.tap('同意并继续');
    await member.tap('以上信息是我本人的，真实准确');
    await member.tap('我知道单位替我报名');
    await member.tap('确认报名信息');
    await member.see('单位提交后，可以在“我的报名”里看进度');
    expect([...member.verdict(), ...phone.verdict()]).toEqual([]);
  });

  it('hands all of them in, and pays for those approved inside WeChat', async () => {
    await opensRoster();
    await phone.tap(`提交 ${MANY + 1} 人`);
    await phone.see('正在提交');
    await world.runJobs();
    await phone.see(`已提交 ${MANY + 1} 人`);
    await phone.see('协会审核中');
    for (let nth = 0; nth <= MANY; nth += 1) await approve(reviewer, await rowOf(nth));
    await opensRoster();
    await phone.tap(`为 ${MANY + 1} 人开缴费单`);
    await phone.tap(`${MANY + 1} 人 2080.00元`);
    await phone.see(`80.00元 × ${MANY + 1} 人`);
    await phone.tap('微信支付 2080.00元');
    await phone.see('已缴清');
    expect(phone.calls('requestPayment')).toHaveLength(1);
    expect(phone.verdict()).toEqual([]);
  });
});
