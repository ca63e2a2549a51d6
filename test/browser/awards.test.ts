import { awards } from '@jikaotong/shared/contract';
import { expect, it } from 'vitest';
import { JIA, enteredCompetition, rankedStage } from '../support/competition';
import { C25 } from '../support/contest-entry';
import { KNOWN_KEYS } from '../support/many-paid';
import { patience } from '../support/patience';
import { candidateByPhone, staffMember } from '../support/people';
import { confirmAll, key, stageStaff } from '../support/stage';
import { atDesk } from './at-desk';
import { openBrowserWorld } from './browser-world';

it(
  'names awards and locks them by two, hears a protest, and the winner asks for money and fetches a certificate',
  async () => {
    const { world, browser, staffOn, candidateOn, goTo } = await openBrowserWorld({
      day: '2025-07-10',
      env: KNOWN_KEYS,
    });
    const staff = await stageStaff(world);
    const winner = await candidateByPhone(world, '13900000100');
    const { first, ids } = await enteredCompetition(world, staff, winner);
    await world.moveTo('2025-07-28', '18:00');
    await rankedStage(world, staff, { stage: 'preliminary', ids, absent: 12 });
    const phone = await candidateOn('获奖选手', '13900000100');
    await goTo(phone, `packages/honour/own/index?id=${first.id}`);
    await phone.tap('protest-preliminary');
    await phone.tap('file-protest');
    await phone.sees('请写明理由');
    await phone.type('protest-subject', '技能操作计分');
    await phone.type('protest-words', '第三项漏计两分，请调取评分表。');
    await phone.look('提出申诉');
    await phone.tap('file-protest');
    await phone.sees('待裁决');
    await phone.look('申诉已提交');

    const desk = await staffOn('奖项', 'fabu', `packages/honour/desk/index?id=${C25}`);
    await desk.sees('1件待裁决');
    await desk.tap('go-protests');
    await desk.tap('protest-');
    await desk.tapWord('维持原成绩');
    await desk.type('protest-reason', '评分表三名裁判签字，无漏计');
    await desk.look('裁决申诉');
    await desk.tap('decide-protest');
    await desk.sees('裁决：维持原成绩（fabu）');
    await rankedStage(world, staff, { stage: 'semi-final', ids: ids.slice(0, 120) });
    const finalId = await rankedStage(world, staff, { stage: 'final', ids: ids.slice(0, 36) });

    await goTo(desk, `packages/honour/desk/index?id=${C25}`);
    await desk.sees('请认定：“优秀组织单位”荣誉证书');
    await desk.tap(`join-${JIA}`);
    await desk.tapWord('合并');
    await desk.sees(`已并入${JIA}`);
    await desk.tap('propose-awards');
    await desk.sees('提交奖项？');
    await desk.tapWord('提交');
    await desk.sees('还有1个奖项没有认定完，请先逐项认定');
    await desk.tapWord('丁学校');
    await desk.tapWord('不授予');
    await desk.type('said-reason', '院校不在通知所列范围');
    await desk.look('认定');
    await desk.tap('say');
    await desk.sees('院校不在通知所列范围');
    await desk.look('奖项');
    await desk.tap('propose-awards');
    await desk.look('提交以前问一次');
    await desk.tapWord('提交');
    await desk.sees('等另一位工作人员确认');

    const wide = await atDesk(
      { world, browser },
      { owner: '奖项-电脑', name: 'admin', page: `packages/honour/desk/index?id=${C25}` },
    );
    await wide.sees(/申诉2025年7月30日（周三）截止（含当日），第二天起才能锁定奖项/);
    await wide.sees('7月31日 周四起可以锁定（还有3天）');
    await wide.look('申诉还没有截止');
    await world.moveTo('2025-07-31');
    await wide.open(`packages/honour/desk/index?id=${C25}`);
    await wide.sees('确认无误，锁定奖项');
    await wide.look('待锁定');
    await goTo(desk, `packages/honour/desk/index?id=${C25}`);
    await desk.tap('all-training-certificate');
    await desk.sees('等另一位工作人员确认');
    await wide.click('lock-awards');
    await wide.clickWord('锁定');
    await wide.sees('已锁定');
    await wide.click('issue-training-certificate');
    await wide.look('编号以前问一次');
    await wide.clickWord('编号');
    await wide.sees('打印全部证书（PDF）');
    await wide.look('已锁定');
    await wide.click('giver-list-1');
    await wide.look('给颁发单位的名单');
    const list = await wide.download('take-giver-list');
    expect(list.subarray(0, 5).toString()).toBe('%PDF-');
    await wide.click('unit-list-1');
    await wide.look('给单位的名单');
    const ofUnit = await wide.download('take-unit-list');
    expect(ofUnit.subarray(0, 5).toString()).toBe('%PDF-');
    await wide.click('go-award-list');
    await wide.sees('颁发单位');
    await wide.look('名单');

    await staffMember(world, staff.administrator, 'caiwu', ['finance']);
    const payer = await staffOn('财务', 'caiwu', 'packages/staff/home/index');
    await payer.sees(/奖金 \d+ 人，还有 \d+ 人没有收款账户/);
    await payer.look('奖项锁定以后的工作台');
    await payer.tap(`next-${C25}`);
    await payer.sees('颁发单位');
    await goTo(payer, 'packages/staff/home/index');
    await payer.tap(`contest-${C25}`);
    await payer.sees('奖金收款账户');
    await payer.look('财务看的奖项');

    await goTo(phone, `packages/honour/own/index?id=${first.id}`);
    await phone.tap('award-account');
    await phone.type('account-holder', '首位');
    await phone.type('account-bank', '工商银行北京丰台支行');
    await phone.type('account-number', '6222020200012345678');
    await phone.look('收款账户');
    await phone.tap('save-account');
    await phone.sees('工商银行北京丰台支行');
    await goTo(payer, 'packages/staff/home/index');
    await payer.sees(/\d+ 项待发放/);
    const paying = await atDesk(
      { world, browser },
      { owner: '财务-电脑', name: 'caiwu', page: `packages/honour/lines/index?id=${finalId}&money=due` },
    );
    await paying.sees('待发放');
    await paying.look('待发放的奖金');
    await paying.actOnAll('pay', async () => {
      await paying.sees('发放日期');
      await paying.clickWord('转入收款账户');
      await paying.look('登记发放以前');
    });
    await paying.look('登记发放以后');
    await goTo(phone, `packages/honour/own/index?id=${first.id}`);
    await phone.sees('奖金已发放');
    await phone.tapWord('同意');
    await phone.look('我的奖项');
    const paper = await phone.download('paper-training-certificate');
    expect(paper.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    await goTo(phone, `packages/honour/shown/index?id=${C25}`);
    await phone.sees('第1名');
    await phone.look('获奖名单');
    expect((await world.stranger.ok(awards.getContestAwards, { params: { id: C25 } })).lockedOn).toBe('2025-07-31');

    await key(staff.marker, finalId, { number: 1, part: 'skill', mark: '1', reason: '重复计分' });
    await confirmAll(staff.second, finalId);
    await goTo(desk, `packages/stage/preview/index?id=${finalId}`);
    await desk.type('publish-reason', '1号技能重复计分');
    await desk.tap('publish-stage');
    await desk.tapWord('公布');
    await desk.sees('奖项已经锁定');
    await desk.look('奖项锁定以后更正名次');
    await desk.tapWord('仍要公布');
    await desk.sees('没有待公布的变动');
    await goTo(desk, `packages/honour/desk/index?id=${C25}`);
    await desk.sees('名次在锁定以后有更正');
    await desk.look('名次更正以后的奖项');
    await wide.open(`packages/honour/lines/index?id=${finalId}&apart=yes`);
    await wide.actOnAll('keep', async () => {
      await wide.type('keep-reason', '组委会8月1日决定维持');
      await wide.look('维持更正前的奖项');
    });
    await goTo(desk, `packages/honour/desk/index?id=${C25}`);
    await desk.sees('奖金发放');
    expect(await desk.page.getByText('名次在锁定以后有更正').filter({ visible: true }).count()).toBe(0);
    expect([...desk.faults(), ...phone.faults(), ...payer.faults()]).toEqual([]);
  },
  patience(240_000),
);
