import { awards, registrations } from '@jikaotong/shared/contract';
import { keyedStage } from './contest-story';
import { entriesOf } from './listed-entries';
import { numberOf } from './rosters';
import { sendSheet } from './send-sheet';
import { type StageStaff, deskOf } from './stage';
import type { World } from './world';

export const C24 = 'bspia-2024-competition-installer';
/** 30 % of five are two, and of those one reaches the final. */
export const LISTED = ['王海燕', '欧阳建国', '李小龙', '赵敏', '周志强'];
export const WINNERS_PHONE = '13800001001';

/** Whom the official list of C24 brings, each of a company, in the order in which they rank; only the winner by a phone. */
export async function listedEntrants(world: World, staff: StageStaff): Promise<void> {
  const lines = LISTED.map((name, at) =>
    [
      name,
      '居民身份证',
      numberOf(at + 1),
      at === 0 ? WINNERS_PHONE : '',
      `第${at + 1}公司`,
      `J${at + 1}`,
      '企业',
      '王教练',
      '否',
    ].join(','),
  );
  const head = '姓名,证件类型,证件号码,手机号,单位,报名编号,单位类型,教练,有工会会员互助服务卡';
  const bytes = Buffer.from([head, ...lines].join('\r\n'));
  const sent = await sendSheet(world, staff.administrator, { endpoints: registrations.listSheet, id: C24, bytes });
  if (sent.applied !== LISTED.length) throw new Error(`${sent.applied} of the list came in`);
}

/** Ranks of all three stages are published, and every question of the awards is answered by no. */
export async function rankedToAwards(staff: StageStaff): Promise<void> {
  const about = { params: { id: C24 } };
  const { id: first } = await entriesOf(staff.administrator, C24);
  const marksOf = (many: number) =>
    Object.fromEntries(Array.from({ length: many }, (_, at) => [at + 1, ['80', String(90 - at)] as const]));
  const { stages } = await deskOf(staff.administrator, first);
  for (const [at, { id }] of stages.entries()) await keyedStage(staff, id, { marks: marksOf([5, 2, 1][at] ?? 0) });
  const body = { given: false, reason: '本届不授予' };
  for (const { about: of } of (await staff.administrator.api.ok(awards.getAwardBoard, about)).questions)
    for (const { key } of of)
      await staff.administrator.api.ok(awards.answerAward, { ...about, body: { ...body, key } });
}
