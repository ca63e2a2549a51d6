import { awards, registrations } from '@jikaotong/shared/contract';
import { expect, it } from 'vitest';
import { keyedStage, lockedByTwo } from '../support/contest-story';
import { entriesOf } from '../support/listed-entries';
import { candidateByPhone } from '../support/people';
import { numberOf } from '../support/rosters';
import { sendSheet } from '../support/send-sheet';
import { deskOf, stageStaff } from '../support/stage';
import { patience } from '../support/patience';
import { openBrowserWorld } from './browser-world';

const C24 = 'bspia-2024-competition-installer';
const about = { params: { id: C24 } };
const MOBILE = '13800001001';
/** 30 % of five are two, and of those one reaches the final. */
const LISTED = ['王海燕', '欧阳建国', '李小龙', '赵敏', '周志强'];

it(
  'asks the winner for the phone of the coach whom an award goes to, and prints a list for each unit',
  async () => {
    const { world, staffOn, candidateOn, goTo } = await openBrowserWorld({ day: '2024-05-06' });
    const staff = await stageStaff(world);
    const winner = await candidateByPhone(world, MOBILE);
    const lines = LISTED.map((name, at) =>
      [
        name,
        '居民身份证',
        numberOf(at + 1),
        at === 0 ? MOBILE : '',
        `第${at + 1}公司`,
        `J${at + 1}`,
        '企业',
        '王教练',
        '否',
      ].join(','),
    );
    const bytes = Buffer.from(
      ['姓名,证件类型,证件号码,手机号,单位,报名编号,单位类型,教练,有工会会员互助服务卡', ...lines].join('\r\n'),
    );
    const sent = await sendSheet(world, staff.administrator, { endpoints: registrations.listSheet, id: C24, bytes });
    expect(sent).toMatchObject({ state: 'done', applied: LISTED.length });
    const told = { way: 'individual' as const, state: 'submitted' as const, reference: null, registeredOn: null };
    const who = { name: LISTED[0] ?? '', documentType: 'resident-id' as const, documentNumber: numberOf(1) };
    const noted = await winner.api.ok(registrations.noteRegistration, { ...about, body: { ...told, ...who } });
    const entry = noted.listed?.entryId ?? '';
    const { id: first } = await entriesOf(staff.administrator, C24);
    const marksOf = (many: number) =>
      Object.fromEntries(Array.from({ length: many }, (_, at) => [at + 1, ['80', String(90 - at)] as const]));
    const { stages } = await deskOf(staff.administrator, first);
    for (const [at, { id }] of stages.entries()) await keyedStage(staff, id, { marks: marksOf([5, 2, 1][at] ?? 0) });
    for (const { about: of } of (await staff.administrator.api.ok(awards.getAwardBoard, about)).questions)
      for (const { key } of of)
        await staff.administrator.api.ok(awards.answerAward, {
          ...about,
          body: { key, given: false, reason: '本届不授予' },
        });
    await lockedByTwo(world, C24, { proposes: staff.administrator, locks: staff.publisher });

    const phone = await candidateOn('冠军的教练', MOBILE);
    await goTo(phone, `packages/honour/own/index?id=${entry}`);
    await phone.sees('您的教练王教练获得传承奖');
    await phone.tap('coach-contact');
    await phone.tap('save-coach');
    await phone.sees('请填写 11 位手机号');
    await phone.type('coach-phone', '13800007777');
    await phone.tap('coach-agrees');
    await phone.look('教练手机号');
    await phone.tap('save-coach');
    await phone.sees('教练手机号 138****7777');
    await phone.look('教练已填');

    const desk = await staffOn('教练和单位名单', 'fabu', `packages/honour/desk/index?id=${C24}`);
    await desk.sees('王教练的手机号');
    await desk.tap('unit-list-all');
    await desk.look('给单位的名单');
    const list = await desk.download('take-unit-list');
    expect(list.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    await desk.look('锁定以后的奖项');
    expect([...desk.faults(), ...phone.faults()]).toEqual([]);
  },
  patience(120_000),
);
