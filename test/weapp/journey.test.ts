import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sittings } from '@jikaotong/shared/contract';
import { scoreList } from '@jikaotong/shared/lists';
import { citizenNumber } from '../builders/citizen-number';
import { type Examination, openExamination } from '../support/examination';
import { equipBody, password } from '../support/people';
import { type World, openWorld } from '../support/world';
import { addPapers, beginByHand, fillIdentity, handIn, sign, takePhoto } from './apply-by-hand';
import { readDrawnQr } from './drawn-qr';
import type { WeappHost } from './host';
import { openedPdf } from './opened-pdf';
import { phoneOf } from './phone-of';
import { signedClaims } from './signed-claims';
import { issueCertificates } from '../support/issue-certificates';

const who = {
  name: '王芳',
  documentNumber: citizenNumber({ birthDate: '1990-05-01', sex: 'female' }),
  phone: '13900001234',
};
/** Templates as an installation has them; one serves three outcomes of a review. */
const templates = [
  'application-returned=tmpl-review/thing1:kind/thing2:next',
  'application-approved=tmpl-approved/phrase1:kind/date2:payBy',
  'payment-reminder=tmpl-pay/thing1:kind/date2:payBy',
  'ticket-issued=tmpl-ticket/thing1:kind/date2:examOn',
  'exam-reminder=tmpl-exam/date1:examOn/thing2:siteName',
  'session-changed=tmpl-changed/thing1:sessionName/date2:examOn',
].join(',');
const asked = (phone: WeappHost) => phone.calls('requestSubscribeMessage').map(({ options }) => options['tmplIds']);
const forged = (token: string): string => token.replace(/.{6}$/, 'AAAAAA');

// One story, told by taps and typing alone; each part goes on where the one before ended.
describe('the built package on a candidate’s phone, from the notice to the certificate', () => {
  let world: World;
  let exam: Examination;
  let phone: WeappHost;
  let desk: WeappHost;
  let keys: Readonly<Record<string, string>>;

  /** The candidate opens the mini-program another day and looks at their applications. */
  const comesBack = async (day: string): Promise<void> => {
    await world.moveTo(day);
    phone = await phone.reopen();
    await phone.tapTab('我的报名');
  };

  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23', env: { WECHAT_MESSAGE_TEMPLATES: templates } });
    exam = await openExamination(world);
    await equipBody(world, exam.administrator);
    keys = (await world.stranger.ok(sittings.getVerificationKeys, {})).keys;
    phone = await phoneOf(world, { openid: 'o-wang', phone: who.phone });
    desk = await phoneOf(world, { openid: 'o-reviewer', phone: '13900005678' });
  });
  afterAll(() => world.stop());

  it('finds what there is to apply for, two questions each', async () => {
    await phone.see('现在可以报名');
    await phone.tap('看通知');
    await phone.see('0200022309014440258');
    await phone.tap('我要报名');
    await phone.tap('安全防范系统安装维护员五级/初级工');
    await phone.see('第 1 题');
    await phone.pick('出生日期', '1990-05-01');
    await phone.tap('下一题');
    await phone.see('第 2 题');
    await phone.tap('是');
    await phone.see('按您填写的情况，符合报名条件');
    await phone.tap('换一个项目');
    await phone.tap('保卫管理员三级/高级工');
    await phone.see('第 1 题');
    await phone.pick('职业', '保安员');
    await phone.pick('开始日期', '2019-01-01');
    await phone.tap('下一题');
    await phone.see('第 2 题');
    await phone.pick('证书职业', '保卫管理员');
    await phone.pick('等级', '四级/中级工');
    await phone.pick('发证日期', '2019-06-30');
    await phone.tap('下一题');
    await phone.see('按您填写的情况，符合报名条件');
    expect(phone.verdict()).toEqual([]);
  });

  it('signs in, fills in five pages and hands in', async () => {
    await beginByHand(phone);
    await fillIdentity(phone, who);
    phone.failOnce('chooseMedia', 'auth deny');
    await phone.tap('拍照');
    expect(phone.calls('openSetting')).toHaveLength(1);
    await takePhoto(phone);
    const shown = (await phone.pictures()).find(({ src }) => src.startsWith('http'))?.bytes;
    expect(shown?.length).toBeGreaterThanOrEqual(40_000);
    expect(shown?.length).toBeLessThanOrEqual(81_920);
    expect(shown).toEqual(phone.file(String(phone.calls('uploadFile').at(-1)?.options['filePath'])));
    await phone.tap('下一步');
    await addPapers(phone);
    await phone.tap('预览');
    expect(openedPdf(phone)).toContain(who.name);
    await phone.tap('下一步');
    await sign(phone);
    await handIn(phone);
    expect(asked(phone)).toEqual([['tmpl-review', 'tmpl-approved', 'tmpl-pay']]);
    expect(phone.verdict()).toEqual([]);
  });

  it('is approved by a reviewer who works on a phone too', async () => {
    await desk.tapTab('我的');
    await desk.tap('工作人员登录');
    await desk.see('用户名');
    await desk.type('用户名', 'shenhe');
    await desk.type('密码', `${password}?`);
    await desk.tap('登录');
    await desk.see('用户名或密码不对');
    await desk.type('密码', password);
    await desk.tap('登录');
    await desk.see('待审核 1');
    await desk.tap('审核报名');
    await desk.tap(`${who.name}（手机尾号`);
    await desk.see(who.documentNumber);
    const papers = await desk.pictures();
    expect(papers.map(({ bytes }) => bytes !== null)).toEqual([true, true, true]);
    await desk.tap('通过');
    await desk.see('都审完了');
    expect(desk.verdict()).toEqual([]);
  });

  it('is told through WeChat because it was allowed, and a tap opens the very application', async () => {
    await world.runJobs();
    const sent: unknown = await (await fetch(`${world.sandbox.url}/sandbox/messages?openid=o-wang`)).json();
    const data = { phrase1: '审核通过', date2: '2026年12月4日' };
    expect(sent).toMatchObject([{ templateId: 'tmpl-approved', data }]);
    const [path = '', id = ''] = /"page":"([^"]+)"/.exec(JSON.stringify(sent))?.[1]?.split('?id=') ?? [];
    expect(path).toBe('packages/apply/detail/index');
    phone = await phone.reopen({ path, query: { id }, scene: 1014 });
    await phone.see('去缴费');
  });

  it('pays inside WeChat and is told when the ticket comes', async () => {
    await comesBack('2026-11-24');
    await phone.tap('去缴费');
    const said: string[] = [];
    phone.person.confirms = ({ title }) => said.push(title) > 0;
    phone.failOnce('requestPayment', 'system error');
    await phone.tap('微信支付 430.00元');
    expect(said).toEqual(['微信没有完成支付']);
    // it asks what became of the money before it lets one pay again
    await phone.see('正在确认支付结果');
    await phone.see('还没有收到付款结果');
    await phone.tap('微信支付 430.00元');
    await phone.see('已缴清');
    expect(asked(phone)).toEqual([['tmpl-ticket', 'tmpl-changed', 'tmpl-exam']]);
    expect(phone.calls('requestPayment')).toHaveLength(2);
    await phone.tap('查看报名进度');
    await phone.see('查看准考证：还没到时间，12月7日（周一）起可以办');
    expect((await exam.counts()).paid).toBe(1);
  });

  it('carries a ticket that anybody can check with the public key alone', async () => {
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
    await comesBack('2026-12-07');
    await phone.tap('查看准考证');
    await phone.see('入场时出示');
    const token = await readDrawnQr(phone, '准考证二维码');
    expect(await signedClaims(token, keys)).toMatchObject({ kind: 'ticket', name: who.name, examOn: '2026-12-12' });
    expect(await signedClaims(forged(token), keys)).toBeNull();
    expect((await phone.pictures()).every(({ bytes }) => bytes !== null)).toBe(true);
    const number = /准考证号\n(\d+)/.exec(phone.text())?.[1] ?? 'no number';
    await phone.tap('打开准考证 PDF');
    for (const part of [who.name, number, '亦庄考点', '理论知识']) expect(openedPdf(phone)).toContain(part);

    phone.setOnline(false);
    phone = await phone.reopen();
    await phone.tapTab('我的报名');
    await phone.see('看到的，之后可能有变化');
    await phone.tap('2026年12月批次');
    await phone.see('看到的，之后可能有变化');
    await phone.see('看每一步的日期和依据');
    await phone.back();
    await phone.tap(`准考证号 ${number}`);
    await phone.see('网络连接不上');
    expect(await readDrawnQr(phone, '准考证二维码')).toBe(token);
    phone.setOnline(true);

    desk.person.scans = () => token;
    await desk.tapTab('查询');
    await desk.tap('证书核验');
    await desk.tap('扫二维码');
    await desk.see('准考证二维码真实');
    desk.setOnline(false);
    desk.person.scans = () => forged(token);
    await desk.tap('扫二维码');
    await desk.see('不是有效的二维码');
    desk.person.scans = () => token;
    await desk.tap('扫二维码');
    await desk.see('准考证二维码真实');
  });

  it('reads the result while it is public, and holds a certificate after that', async () => {
    await world.moveTo('2026-12-12', '18:00');
    const [row] = (await exam.marker.api.ok(scoreList.rows, { params: exam.params, query: {} })).items;
    const entries = { [row?.ticketNumber ?? '']: { 理论知识: 86.5, 操作技能: 90 } };
    expect(await exam.takeFilled(entries)).toMatchObject({ applied: 2 });
    await world.moveTo('2026-12-18');
    await exam.publish();
    await comesBack('2026-12-18');
    await phone.tap('查看成绩');
    await phone.see('86.5 分 合格');
    await phone.tap('查看公示名单');
    await phone.see('王*');

    await world.moveTo('2026-12-30');
    await issueCertificates(exam.publisher.api, exam.params.id);
    await comesBack('2026-12-30');
    await phone.tap('查看证书');
    await phone.see('职业技能等级证书');
    const number = /S\d{21}/.exec(phone.text())?.[0] ?? 'no number';
    const [page = '', signed = ''] = (await readDrawnQr(phone, '证书二维码')).split('?token=');
    expect(page).toMatch(/^https?:.*#\/packages\/exam\/verify\/index$/);
    expect(await signedClaims(signed, keys)).toMatchObject({ number });
    await phone.tap('打开证书 PDF');
    for (const part of [who.name, number]) expect(openedPdf(phone)).toContain(part);
  });

  it('leaves no ticket, no certificate and no application on the phone of whoever signs out', async () => {
    const paths = phone
      .calls('openDocument')
      .flatMap(({ options: { filePath } }) => (typeof filePath === 'string' ? filePath : []));
    expect(paths.some((path) => phone.file(path) !== null)).toBe(true);
    expect(phone.kept().some((value) => value.includes(who.name))).toBe(true);
    await phone.tapTab('我的');
    await phone.tap('退出登录');
    await phone.see('登录后可以报名、缴费，查看准考证和成绩');
    expect(paths.filter((path) => phone.file(path) !== null)).toEqual([]);
    expect(phone.kept().filter((value) => value.includes(who.name))).toEqual([]);
  });

  it('did nothing that WeChat would not have, from the first page to the last', () => {
    expect([...phone.verdict(), ...desk.verdict()]).toEqual([]);
  });
});
