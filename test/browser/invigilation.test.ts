import QRCode from 'qrcode';
import { expect, it } from 'vitest';
import { invigilation, sittings } from '@jikaotong/shared/contract';
import { portrait } from '../builders/photos';
import { openExamination } from '../support/examination';
import { inSeatOrder } from '../support/in-seat-order';
import { staffMember } from '../support/people';
import { openBrowserWorld } from './browser-world';

const pictureOf = async (text: string) => ({
  name: 'qr.png',
  type: 'image/png',
  bytes: await QRCode.toBuffer(text, { width: 600, margin: 4 }),
});

it('watches over a room: a helper by a link, without a network in the middle, and the officer sees it', async () => {
  const { world, phoneFor, staffOn, goTo, signInByCode } = await openBrowserWorld({ day: '2026-11-23' });
  const exam = await openExamination(world);
  const paid = [];
  for (const order of [1, 2, 3, 4, 5])
    paid.push(
      await exam.paid(`o-${order}`, { order, name: ['王芳', '李静', '赵强', '孙丽', '周伟'][order - 1] ?? '' }),
    );
  await exam.setRooms(4, 1);
  await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
  const guests = await inSeatOrder(exam, paid);
  const nameAt = (position: number): string => guests[position]?.who.name ?? '';
  await staffMember(world, exam.administrator, 'jiankao', ['invigilator']);
  await world.moveTo('2026-12-07');
  await world.moveTo('2026-12-12', '08:20');

  const doorOf = () =>
    exam.officer.api.ok(invigilation.getDoorCounts, { params: exam.params, query: { slot: '2026-12-12 09:00' } });

  const officer = await staffOn('考务员', 'kaowu', `packages/duty/plan/index?session=${exam.params.id}`);
  await officer.sees('2 个考场没有人');
  await officer.look('监考安排');
  await officer.tap('room-101');
  await officer.tapWord('请来帮忙的人');
  await officer.type('duty-name', '李师傅');
  await officer.type('duty-phone', '13812345678');
  await officer.tap('assign-duty');
  await officer.sees('把链接发给 李师傅');
  await officer.sees(/^12月12日.* 09:00 101$/);
  await officer.look('监考链接');
  const [duty] = (await exam.officer.api.ok(invigilation.getDutyPlan, { params: exam.params })).duties;
  const renewed = await exam.officer.api.ok(invigilation.renewDutyLink, { params: { id: duty?.id ?? '' } });

  const helper = await phoneFor('监考员');
  await goTo(helper, (renewed.linkPath ?? '').replace('/#/', ''));
  await helper.sees('请用收到链接的手机号登录');
  await helper.tapWord('登录');
  await signInByCode(helper, '13812345678');
  await helper.sees('138****5678');
  await helper.look('监考邀请');
  await helper.tap('join-duty');
  await helper.sees('可以打开');
  await helper.look('我的监考');
  await helper.tap('duty-');
  await helper.sees('没有下载');
  await helper.look('考前检查');
  await helper.tap('fetch-list');
  await helper.sees(`4 号　${nameAt(3)}`);
  await helper.tap('door-ready');
  await helper.sees('都在手机上');
  await helper.pick('try-scan', await pictureOf('JIKAOTONG-SAMPLE'));
  await helper.sees('✓ 能读');
  await helper.look('考前检查做完');
  await helper.tap('door-ready');
  await helper.look('考场签到');

  const [wang, li, zhao, , zhou] = guests;
  if (!wang || !li || !zhao || !zhou) throw new Error('nobody there');
  const context = helper.page.context();
  // names and photos are sealed where they are kept, and are there
  const kept = await helper.page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(kept).toContain('door-names.');
  for (const { who } of guests) expect(kept).not.toContain(who.name);
  const wangs = await pictureOf((await exam.ticketOf(wang)).qr);
  const zhous = await pictureOf((await exam.ticketOf(zhou)).qr);
  const forged = await pictureOf((await exam.ticketOf(li)).qr.replace(/.{6}$/, 'AAAAAA'));
  await context.setOffline(true);
  await helper.pick('door-scan', wangs);
  await helper.sees('可以入场');
  await helper.look('可以入场');
  await helper.tap('let-in');
  await helper.pick('door-scan', wangs);
  await helper.sees(/已经入场 08:2\d/);
  await helper.look('已经入场');
  await helper.tap('close-verdict');
  await helper.pick('door-scan', zhous);
  await helper.sees('坐在 102');
  await helper.look('别的考场');
  await helper.pick('door-scan', forged);
  await helper.sees('不是我们签的');
  await helper.look('不是我们签的');
  await helper.tap('close-verdict');
  // without phone and paper: by name and photo
  await helper.type('door-search', nameAt(1));
  await helper.tap('guest-2');
  await helper.sees('没带手机，核对照片后入场');
  await helper.look('按姓名');
  // of a double tap the second half lies where the question offers yes, and admits nobody
  await helper.page.locator('#let-in-by-name').dblclick();
  await helper.sees('核对好了吗');
  await helper.page.waitForTimeout(700);
  await helper.sees('核对好了吗');
  await helper.tapWord('是，入场');
  await helper.sees('撤销入场');
  await helper.look('已按姓名入场');
  await helper.tap('back-to-list');
  await helper.tap('go-paper');
  await helper.type('absent-seats', '1、4');
  await helper.sees(/1 号 .*（扫码）/);
  await helper.tap('record-paper');
  await helper.sees('09:30 以后才能登记');
  await helper.look('还不能记缺考');
  // so far two of four have come
  await helper.tap('back-to-list');
  await helper.sees('2 / 4');
  await helper.tap('go-incident');
  await helper.tap('incident-phrase-0');
  await helper.pick('take-picture', { name: 'room.jpg', type: 'image/jpeg', bytes: await portrait() });
  await helper.sees('已拍，重拍');
  await helper.look('记录情况');
  await helper.tap('record-incident');
  await helper.sees('没有网络，连上后自动上传');
  expect(await helper.read('#door-waiting')).toBe('3');
  await helper.look('没有网络');

  await context.setOffline(false);
  await expect.poll(() => helper.read('#door-waiting'), { timeout: 60_000 }).toBe('0');

  // the phone says after the grace time that it keeps nothing more: the others of its room have not come
  await world.moveTo('2026-12-12', '09:35');
  await goTo(helper, 'packages/duty/today/index');
  await helper.tap('duty-');
  await expect
    .poll(async () => (await doorOf()).rooms.find(({ roomName }) => roomName === '101')?.absent, { timeout: 60_000 })
    .toBe(2);
  await helper.tap('go-paper');
  await helper.type('absent-seats', '1、4');
  await helper.sees('和手机上记的对不上');
  await helper.look('纸质签到表');
  await helper.tap('record-paper');
  await helper.sees('2 人没有到，其余都记为到场？');
  await helper.look('纸质签到表-确认');
  await helper.tapWord('登记');
  await helper.sees('3 / 4');
  await expect.poll(() => helper.read('#door-waiting'), { timeout: 60_000 }).toBe('0');

  await officer.tap('go-counts');
  await officer.sees('3 / 5');
  await officer.sees('未有签到记录');
  await officer.look('现场进度');
  await officer.tap('conflict-');
  await officer.sees('扫码记的是到场，纸质签到表说没到');
  await officer.tapWord('维持现在的记录');
  await officer.type('decide-reason', '现场核对了身份证');
  await officer.look('处理冲突');
  await officer.tap('decide-conflict');
  await expect.poll(async () => (await doorOf()).conflicts.length).toBe(0);
  await officer.look('处理完');
  await officer.sees('有照片');
  await officer.tap('incident-');
  await officer.sees('停电');
  await officer.page.locator('[alt="现场照片"]').first().waitFor();
  await officer.look('现场照片');
  // the whole of it: what is cut is no evidence
  const photo = officer.page.locator('[alt="现场照片"]').first();
  expect(await photo.evaluate((image) => image.clientHeight <= (image.parentElement?.clientHeight ?? 0))).toBe(true);

  await helper.tap('go-record');
  await helper.sees('10:30 考试结束后才能封场');
  await helper.sees('缺考');
  await helper.type('papers-taken', '4');
  await helper.type('papers-returned', '3');
  await helper.type('papers-blank', '0');
  await helper.type('papers-seal', 'A0012');
  await helper.tap('count-papers');
  await helper.sees('份数对不上');
  await helper.look('试卷对不上');
  await helper.type('papers-blank', '1');
  await helper.tap('count-papers');
  await helper.sees('等另一个人签');
  await helper.look('考场记录');
  await helper.tap('close-room');
  await helper.tapWord('签字封场');
  await helper.sees('10:30 以后才能封场');
  await helper.look('还不能封场');
  await world.moveTo('2026-12-12', '10:31');
  await helper.tap('close-room');
  await helper.tapWord('签字封场');
  await helper.sees('试卷份数只有一人签名');
  await helper.look('要第二个人');
  // the room without a phone is keyed from paper at the desk, closed there, and opened again
  await officer.tapWord('关闭');
  await officer.tap('room-102');
  await officer.sees('未有签到记录');
  await officer.type('desk-absent-seats', '9');
  await officer.tap('desk-key-paper');
  await officer.tapWord('登记');
  await officer.sees('纸上有这个考场没有的座位号');
  await officer.look('桌面登记纸质表');
  await officer.type('desk-absent-seats', '');
  await officer.tap('desk-key-paper');
  await officer.sees('1 人都记为到考？');
  await officer.look('桌面登记-确认');
  await officer.tapWord('登记');
  await officer.sees('已登记 1 人');
  await officer.type('room-reason-paper-undone', '看错了考场');
  await officer.tap('room-paper-undone');
  await officer.sees('依据：看错了考场');
  await officer.look('撤回登记');
  await officer.tap('desk-key-paper');
  await officer.tapWord('登记');
  await officer.sees('撤回 1 人的登记');
  await officer.type('room-reason-closed', '监考员没有手机');
  await officer.tap('room-closed');
  await officer.sees('依据：监考员没有手机');
  await officer.look('考务员封场');
  expect(await officer.page.locator('#room-reason-reopened').inputValue()).toBe('');
  await officer.type('room-reason-reopened', '漏记一件考场情况');
  await officer.tap('room-reopened');
  await officer.sees('依据：漏记一件考场情况');
  await officer.look('重开考场');
  await goTo(helper, 'pages/me/index');
  await helper.tap('large-type');
  await helper.tap('go-duties');
  await helper.tap('duty-');
  await helper.pick('door-scan', zhous);
  await helper.sees('坐在 102');
  await helper.look('大字-别的考场');
  await helper.tap('close-verdict');
  await helper.tap('guest-1');
  await helper.look('大字-考生');
  const offline = (fault: string) => fault.includes('ERR_INTERNET_DISCONNECTED');
  expect([...officer.faults(), ...helper.faults()].filter((fault) => !offline(fault))).toEqual([]);
});
