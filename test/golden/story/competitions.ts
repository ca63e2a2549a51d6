import { calendars, contestEntries, contests, staffEntries, registrations } from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { type Applicant, identityOf, uploaded } from '../../support/apply';
import { C25 } from '../../support/contest-entry';
import type { SignedInPerson } from '../../support/people';
import { sendSheet } from '../../support/send-sheet';
import type { World } from '../../support/world';
import type { Callers } from '../callers';
import type { Staff } from './staff';
import { tinyPicture } from './draft';

/** C24 is registered for on the government's site. */
export const C24 = 'bspia-2024-competition-installer';

/** May 2024: four keep a record of their registration; two lists come, the second without one and with another unit. */
export const registerForC24 = async (world: World, callers: Callers, { officer }: Staff): Promise<void> => {
  const params = { id: C24 };
  const tick = (person: SignedInPerson, step: number, way: 'individual' | 'group' = 'individual') =>
    person.api.ok(registrations.tickStep, { params: { ...params, step }, body: { way, done: true } });
  const note = (person: SignedInPerson, more: object) => {
    const nothing = { reference: null, registeredOn: null, name: null, documentType: null };
    const body = { way: 'individual' as const, state: 'preparing' as const, ...nothing, ...more };
    return person.api.ok(registrations.noteRegistration, { params, body });
  };
  const numbers = await callers.byWechat('c24-number');
  await tick(numbers, 1);
  await tick(numbers, 5);
  await note(numbers, {
    state: 'submitted',
    reference: 'JS2024-0001',
    registeredOn: localDate('2024-05-06'),
    name: '张伟',
    documentType: 'resident-id',
    documentNumber: identityOf({ order: 201 }).documentNumber,
  });
  const phone = await callers.byWechat('c24-phone');
  await note(phone, { name: '李静', phone: '13800002222' });
  await tick(await callers.byWechat('c24-group'), 1, 'group');
  const follower = await callers.byPhone('c24-follower', '13900000024');
  await follower.api.ok(calendars.setFollowing, { params, body: { followed: true } });
  await send(
    world,
    officer,
    ['张伟,201,,甲公司,JS2024-0001', '李静,202,13800002222,乙公司,', '赵强,203,13800003333,,'],
    'keep',
  );
  await send(world, officer, ['张伟,201,,丙公司,JS2024-0001', '李静,202,13800002222,乙公司,', '孙丽,204,,,'], 'remove');
};

const send = (world: World, officer: SignedInPerson, lines: readonly string[], missing: 'keep' | 'remove') => {
  const rows = lines.map((one) => {
    const [name, order, phone, unit, reference] = one.split(',');
    const { documentNumber } = identityOf({ order: Number(order) });
    return [name, '居民身份证', documentNumber, phone, unit, reference, '无'].join(',');
  });
  const bytes = Buffer.from(['姓名,证件类型,证件号码,手机号,单位,报名编号,备注', ...rows].join('\r\n'));
  return sendSheet(world, officer, { endpoints: registrations.listSheet, id: C24, bytes, missing });
};

/** July 2025: C25 is entered; accepted, refused, entered again, withdrawn, changed, waiting, and a document used twice. */
export const enterC25 = async (world: World, callers: Callers, { administrator, reviewer }: Staff): Promise<void> => {
  const params = { id: C25 };
  const bodyOf = async (person: SignedInPerson, who: Applicant) => ({
    ...identityOf(who),
    group: 'monitor' as const,
    groupNote: null,
    unit: '北京某某安防有限公司',
    unitType: 'company' as const,
    coach: '李老师',
    unionCard: true,
    levels: [{ occupation: '安全防范设备值机员', level: 4 }],
    training: true,
    photoFileId: await uploaded(person, 'photo', await tinyPicture('#3a74c8')),
  });
  const enter = async (name: string, who: Applicant, more: object = {}) => {
    const person = await callers.byWechat(name);
    const { id } = await person.api.ok(contestEntries.enterContest, {
      params,
      body: { ...(await bodyOf(person, who)), ...more },
    });
    return { person, id };
  };
  const judge = async (id: string, verdict: 'accepted' | 'refused') => {
    const { version } = await reviewer.api.ok(staffEntries.getStaffEntry, { params: { id } });
    const body = verdict === 'accepted' ? { verdict, version } : { verdict, version, reason: '照片不是本人' };
    await reviewer.api.ok(staffEntries.decideEntry, { params: { id }, body });
  };
  await judge((await enter('c25-accepted', { order: 301, name: '钱进' })).id, 'accepted');
  await judge((await enter('c25-refused', { order: 302, name: '冯雪' })).id, 'refused');
  const mended = await enter('c25-again', { order: 303, name: '褚良' });
  await judge(mended.id, 'refused');
  await enter('c25-again', { order: 303, name: '褚良' });
  await enter('c25-waits', { order: 304, name: '卫东' });
  await enter('c25-group', { order: 305, name: '蒋平' }, { group: 'other', groupNote: '消防控制室值班' });
  await enter('c25-twin', { order: 306, name: '沈韩' });
  await enter('c25-twin-2', { order: 306, name: '沈韩' });
  const hongkong = {
    origin: 'hongkong-macau',
    documentType: 'hongkong-macau-travel-permit',
    documentNumber: 'H12345678',
  };
  const given = { birthDate: localDate('1988-03-04'), sex: 'female', documentExpiresOn: localDate('2030-01-01') };
  await enter('c25-hongkong', { name: '吕港' }, { ...hongkong, ...given });
  const left = await enter('c25-left', { order: 307, name: '杨朱' });
  await left.person.api.ok(contestEntries.withdrawEntry, { params: { id: left.id } });
  const changed = await enter('c25-changed', { order: 308, name: '秦尤' });
  const { photoFileId: _, ...rest } = await bodyOf(changed.person, { order: 308, name: '秦尤' });
  const change = { params: { id: changed.id }, ifMatch: 1, body: { ...rest, unit: '北京另一家公司' } };
  await changed.person.api.ok(contestEntries.changeEntry, change);
  await judge(changed.id, 'accepted');
  const announce = (stage: 'preliminary' | 'semi-final', day: string) =>
    administrator.api.ok(contests.announceStage, {
      params: { ...params, stage },
      body: { day: localDate(day), startsAt: timeOfDay('09:00'), place: '亦庄考点' },
    });
  await announce('preliminary', '2025-07-30');
  await announce('preliminary', '2025-07-31');
  await world.moveTo('2025-07-30', '10:00');
  await announce('semi-final', '2025-08-08');
};
