import { expect, it } from 'vitest';
import { openSession } from '../support/open-session';
import { firstAdministrator, staffMember } from '../support/people';
import { filledRoster, numberOf, photosOf } from '../support/rosters';
import { unitCode } from '../support/units';
import { portrait } from '../builders/photos';
import { openBrowserWorld } from './browser-world';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MANY = 12;

it('an agent registers a unit, staff approve it, and the unit makes its list for the counter of B26', async () => {
  const { world, candidateOn, staffOn, goTo } = await openBrowserWorld({ day: '2026-11-23' });
  const administrator = await firstAdministrator(world);
  await openSession(administrator);
  await staffMember(world, administrator, 'shenhe', ['reviewer']);

  const agent = await candidateOn('经办人', '13900000001');
  await goTo(agent, 'pages/me/index');
  await agent.tap('go-units');
  await agent.sees('还没有登记单位');
  await agent.look('单位报名');
  // as whoever comes from a notice of that body
  await goTo(agent, 'packages/unit/mine/index?body=bspia');
  await agent.tap('register-unit');
  await agent.sees('向哪个协会报名');
  expect(await agent.page.locator('[id="unit-body"]:visible').inputValue()).toBe('bspia');
  await agent.type('unit-name', '北京甲安防有限公司');
  await agent.page.locator('[id="unit-kind"]:visible').selectOption('company');
  await agent.type('unit-code', '91110105MA0000001A');
  await agent.tap('send-unit');
  await agent.sees('代码不对，请逐位核对');
  await agent.look('单位登记有误');
  await agent.type('unit-code', unitCode(1));
  await agent.pick('unit-proof', { name: 'proof.jpg', type: 'image/jpeg', bytes: await portrait() });
  await agent.sees('已上传');
  await agent.sees('proof.jpg');
  await agent.type('unit-address', '北京市朝阳区某路1号');
  await agent.type('unit-contact', '周经理');
  await agent.type('unit-phone', '13900000001');
  await agent.look('单位登记');
  await agent.tap('send-unit');
  await agent.sees('协会正在核对');

  const reviewer = await staffOn('审核', 'shenhe', 'packages/unit/units/index?body=bspia');
  await reviewer.sees('北京甲安防有限公司');
  await reviewer.look('单位');
  await reviewer.tap('unit-');
  await reviewer.sees('与名称、代码逐字核对');
  await reviewer.look('单位审核');
  await reviewer.tap('approve-unit');
  await reviewer.sees('暂停这个单位');

  await agent.page.reload();
  await agent.sees('审核通过');
  await agent.look('我的单位');
  await agent.tap('session-');
  await agent.sees('下载名单模板');
  const { bytes: template } = await agent.download('roster-template');
  const lines = Array.from({ length: MANY }, (_, order) => ({
    姓名: `学员${'甲乙丙丁戊己庚辛壬癸子丑'.charAt(order)}`,
    证件类型: '居民身份证',
    证件号码: numberOf(order),
    手机号: `137${String(order).padStart(8, '0')}`,
    申报项目: '安全防范系统安装维护员 五级/初级工',
    '申报条件（第几条）': '1',
    [INTENDS]: order === 3 ? '否' : '是',
  }));
  const sheet = async (rows: typeof lines) => ({
    name: '名单.xlsx',
    type: XLSX,
    bytes: await filledRoster(template, rows),
  });
  await agent.pick(
    'roster-upload',
    await sheet(lines.map((line, at) => (at === 1 ? { ...line, 手机号: '1380' } : line))),
  );
  await agent.sees('表里有 1 处要改');
  await agent.look('名单有误');
  await agent.pick('roster-upload', await sheet(lines));
  await agent.sees(`确认导入 ${MANY} 人`);
  await agent.look('名单预览');
  await agent.tap('sheet-confirm');
  await agent.sees('正在导入');
  // whoever closes the page finds the bar again
  await agent.page.reload();
  await agent.sees('已完成 0 / 12');
  await agent.look('名单导入');
  await world.runJobs();
  await agent.sees('已导入');
  const zip = { name: '照片.zip', type: 'application/zip', bytes: await photosOf(lines.map((_, order) => order)) };
  await agent.pick('roster-photos', zip);
  await agent.sees(`采用 ${MANY} 张`);
  await world.runJobs();
  await agent.page.reload();
  await agent.sees(`生成现场报名单 ${MANY - 1} 人`);
  await agent.look('集体报名');
  await agent.tap('rows-problems');
  await agent.sees('本人填写的是“否”');
  await agent.look('要处理的人');
  await agent.tap('row-');
  await agent.sees('照片和本人确认');
  await agent.look('名单中的一人');
  expect(agent.faults()).toEqual([]);
  expect(reviewer.faults()).toEqual([]);
});

/** The question of B26's first condition, as the template asks it. */
const INTENDS = '打算从事本职业或相关职业';
