import { expect, it } from 'vitest';
import { orders, sittings } from '@jikaotong/shared/contract';
import { fen, localDate } from '@jikaotong/shared/kernel';
import { yuanWords } from '@jikaotong/shared/words';
import { approvedFor } from '../support/apply';
import { openSession } from '../support/open-session';
import { candidateByPhone, firstAdministrator, staffMember } from '../support/people';
import { openBrowserWorld } from './browser-world';

const day = localDate;
const second = {
  name: '2026年12月二批',
  examStart: day('2026-12-26'),
  examEnd: day('2026-12-26'),
  applicationOpens: day('2026-11-16'),
  applicationCloses: day('2026-12-10'),
  paymentCloses: day('2026-12-15'),
};

it('moves a session and cancels it: staff, two candidates, a visitor and finance each see what it means', async () => {
  const { world, phoneFor, staffOn, candidateOn, goTo } = await openBrowserWorld({ day: '2026-11-23' });
  const administrator = await firstAdministrator(world);
  const sessionId = await openSession(administrator);
  await openSession(administrator, second);
  await staffMember(world, administrator, 'kaowu', ['exam-officer']);
  const reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
  const finance = await staffMember(world, administrator, 'caiwu', ['finance']);
  const paidBy = async (mobile: string, order: number) => {
    const person = await candidateByPhone(world, mobile);
    const id = await approvedFor(person, reviewer, sessionId, { order, phone: mobile });
    const { id: orderId, totalFen } = await person.api.ok(orders.getOrder, { params: { id } });
    const body = { method: 'cash' as const, amountFen: totalFen, paidOn: world.today() };
    await finance.api.ok(orders.recordReceipt, { params: { id: orderId }, body });
    return { person, id, mobile };
  };
  const goes = await paidBy('13800001111', 1);
  const stays = await paidBy('13800002222', 2);

  const officer = await staffOn('改期考务员', 'kaowu');
  await officer.tap(`session-${sessionId}`);
  await officer.sees('改期和取消');
  await officer.look('批次');
  await officer.tap('move-session-page');
  await officer.sees('新的考试日期');
  await officer.type('exam-start', '2026-11-20');
  await officer.sees('考试日期须在今天11月23日（周一）以后');
  await officer.look('改期到过去');
  await officer.type('exam-start', '2026-12-19');
  await officer.sees('影响 2 人，都会收到消息');
  await officer.look('改期预览');
  await officer.tap('move-session');
  await officer.sees('请写明原因');
  await officer.look('改期未填');
  await officer.tap('change-reason-phrase-0');
  await officer.type('choice-until', '2026-12-19');
  await officer.sees('选择截止日须在今天到12月18日（周五）之间，要在考试以前');
  await officer.type('choice-until', '2026-12-10');
  await officer.look('改期填好');
  await officer.tap('move-session');
  await officer.sees('确定改期？');
  await officer.look('改期确认');
  await officer.tapWord('确定改期');
  await officer.sees('已改期 · 11月23日 周一');
  await officer.look('改期记录');

  const li = await candidateOn('改期考生甲', goes.mobile);
  await goTo(li, 'pages/mine/index');
  await li.sees('查看变动，做出选择');
  await li.look('我的申报');
  await li.tap(`application-${goes.id}`);
  await li.sees('批次已改期');
  await li.look('申报进度');
  await li.tap('answer-change');
  await li.sees('您的批次改期了');
  await li.look('批次变动');
  await li.tapWord('改到2026年12月二批，12月26日 周六');
  await li.tap('send-choice');
  await li.sees('不能再改回来');
  await li.look('改批次确认');
  await li.tapWord('改批次');
  await li.sees(/2026年12月二批/);
  await li.look('已改批次');

  const wang = await candidateOn('改期考生乙', stays.mobile);
  await goTo(wang, `packages/apply/change/index?id=${stays.id}`);
  await wang.sees('您的批次改期了');
  await wang.tap('send-choice');
  await wang.sees('您已选择按新日期参加。');
  await wang.look('已保留');
  await world.moveTo('2026-12-14');
  await goTo(wang, `packages/exam/ticket/index?id=${stays.id}`);
  await wang.sees('入场时出示，监考员扫码核验');
  await wang.look('准考证');
  const ticket = await stays.person.api.ok(sittings.getTicket, { params: { id: stays.id } });

  await goTo(officer, `packages/planning/session-cancel/index?id=${sessionId}`);
  await officer.sees('取消后不能恢复');
  await officer.tap('change-reason-phrase-1');
  await officer.type('choice-until', '2027-02-13');
  await officer.sees('选择截止日须在今天到2月12日（周五）之间，不要让考生等太久');
  await officer.type('choice-until', '2026-12-20');
  await officer.look('取消批次');
  await officer.tap('cancel-session');
  await officer.sees('取消这个批次？');
  await officer.look('取消确认');
  await officer.tapWord('确定取消');
  // entered by its address, the page has none behind it
  await officer.sees('已取消 · 12月14日 周一');
  await officer.look('已取消的批次');

  await goTo(wang, `packages/exam/ticket/index?id=${stays.id}`);
  await wang.sees('这张准考证已作废');
  await wang.look('准考证作废');
  await goTo(wang, 'pages/mine/index');
  await wang.sees('批次已取消');
  await wang.look('我的申报取消');
  await wang.tap(`application-${stays.id}`);
  await wang.sees(/的考试取消/);
  await wang.look('申报进度取消');
  await wang.tap('answer-change');
  await wang.sees('您的批次取消了');
  await wang.tapWord(`不参加了，全额退回${yuanWords(fen(28_000))}`);
  await wang.look('取消后选择');
  await wang.tap('send-choice');
  await wang.tapWord('确定退出');
  await wang.sees('缴费单和退款进度');
  await wang.look('已退出');
  await wang.tap('see-refund');
  await wang.sees('这笔费用全额退回');
  await wang.sees(`要退给您${yuanWords(fen(28_000))}`);
  await wang.look('缴费单退款');
  await wang.tap('refund-account');
  await wang.type('account-holder', '王小明');
  await wang.type('account-bank', '工商银行北京丰台支行');
  await wang.type('account-number', '6222 0212');
  await wang.tap('save-account');
  await wang.sees('10到30位数字');
  await wang.type('account-number', '6222021234567890123');
  await wang.look('填写退款账户');
  await wang.tap('save-account');
  await wang.sees('王小明 6222***********0123');
  await wang.look('退款账户已填');
  await goTo(wang, 'pages/me/index');
  await wang.tap('large-type');
  await goTo(wang, `packages/apply/order/index?id=${stays.id}`);
  await wang.tap('refund-account');
  expect(await wang.page.locator('#account-holder').inputValue()).toBe('王小明');
  await wang.look('大字-修改退款账户');

  const visitor = await phoneFor('改期访客');
  await visitor.open(`${world.origin}/#/pages/notice/index?id=bspia-2026-certification`);
  await visitor.sees('已取消');
  await visitor.look('通知');
  await visitor.open(`${world.origin}/#/packages/exam/verify/index?token=${ticket.qr}`);
  await visitor.sees('准考证已作废');
  await visitor.look('核验作废');

  const money = await staffOn('改期财务', 'caiwu');
  await goTo(money, 'packages/review/cases/index');
  await money.sees('应退费用');
  await money.look('应退费用');
  await money.tap('case-');
  await money.sees('退到 王小明 6222***********0123');
  await money.look('退款账户');
  await money.tap('case-account');
  await money.type('account-holder', '王小明');
  await money.type('account-bank', '建设银行北京东城支行');
  await money.type('account-number', '6217001122334455');
  await money.tap('save-account');
  await money.sees('退到 王小明 6217********4455');
  await money.tapWord('全额退还');
  await money.type('case-note', '已退现金，考生签收');
  await money.look('办理退费');
  await money.tap('resolve-case');
  await money.sees('没有待核查的事项');
  await goTo(wang, `packages/apply/order/index?id=${stays.id}`);
  await wang.sees('已退款');
  await wang.look('已退款');
  expect([officer, li, wang, visitor, money].flatMap((phone) => phone.faults())).toEqual([]);
});
