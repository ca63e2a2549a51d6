import { registrations } from '@jikaotong/shared/contract';
import { expect, it } from 'vitest';
import { portrait } from '../builders/photos';
import { lockedByTwo } from '../support/contest-story';
import { C24, LISTED, WINNERS_PHONE, listedEntrants, rankedToAwards } from '../support/listed-to-awards';
import { candidateByPhone, staffMember } from '../support/people';
import { numberOf } from '../support/rosters';
import { stageStaff } from '../support/stage';
import { patience } from '../support/patience';
import { openBrowserWorld } from './browser-world';

const about = { params: { id: C24 } };

it(
  'asks the winner for the phone of the coach whom an award goes to, and prints a list for each unit',
  async () => {
    const { world, staffOn, candidateOn, goTo } = await openBrowserWorld({ day: '2024-05-06' });
    const staff = await stageStaff(world);
    const winner = await candidateByPhone(world, WINNERS_PHONE);
    await listedEntrants(world, staff);
    const told = { way: 'individual' as const, state: 'submitted' as const, reference: null, registeredOn: null };
    const who = { name: LISTED[0] ?? '', documentType: 'resident-id' as const, documentNumber: numberOf(1) };
    const noted = await winner.api.ok(registrations.noteRegistration, { ...about, body: { ...told, ...who } });
    const entry = noted.listed?.entryId ?? '';
    await rankedToAwards(staff);
    await lockedByTwo(world, C24, { proposes: staff.administrator, locks: staff.publisher });

    const phone = await candidateOn('冠军的教练', WINNERS_PHONE);
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

    await staffMember(world, staff.administrator, 'caiwu', ['finance']);
    const money = await staffOn('登记领奖账户', 'caiwu', `packages/honour/desk/index?id=${C24}`);
    await money.sees('还缺1人');
    await money.tap('award-prize-first-1');
    await money.type('account-bank', '工商银行北京丰台支行');
    await money.type('account-number', '62220202');
    await money.tap('save-account');
    await money.sees('请填写银行卡上的账号，10到30位数字');
    await money.sees('请上传选手签了字的表');
    await money.look('账号不对，没有签字表');
    await money.type('account-number', '6222020200012345678');
    await money.pick('choose-account-form', { name: '签字表.jpg', type: 'image/jpeg', bytes: await portrait() });
    await money.look('照签字表登记账户');
    await money.tap('save-account');
    await money.sees('已齐');
    await money.look('账户已齐');

    const desk = await staffOn('教练和单位名单', 'fabu', `packages/honour/desk/index?id=${C24}`);
    await desk.sees('王教练的手机号');
    await desk.tap('unit-list-all');
    await desk.look('给单位的名单');
    const list = await desk.download('take-unit-list');
    expect(list.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    await desk.look('锁定以后的奖项');
    expect([...desk.faults(), ...money.faults(), ...phone.faults()]).toEqual([]);
  },
  patience(120_000),
);
