import { posters, sittings } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { openSession } from '../../support/open-session';
import { equipBody } from '../../support/people';
import type { World } from '../../support/world';
import { type GoldenCaller, callersOf } from '../callers';
import { candidatesOf } from './candidates';
import { answer, cancel, expiring, fillChanging, move, refund } from './changed-sessions';
import { enterC25, registerForC24 } from './competitions';
import { standAtCounter } from './counter';
import { applyForDecember, follow } from './december';
import {
  askScoreReview,
  certify,
  decideScoreReview,
  fillCertified,
  fillInPublicity,
  publish,
} from './finished-sessions';
import { plans } from './plans';
import { announceFinal, applyWithOtherPapers, keepHouse, payBadly, publishNextVersion } from './rarities';
import { employ } from './staff';

/** Where the story begins and ends. */
export const beginning = { day: '2024-05-06', time: '09:00' } as const;
export const end = { day: '2026-11-24', time: '10:00' } as const;

/** From C24's registration in May 2024 to B26's December session in November 2026, all over HTTP. */
export const tellStory = async (world: World): Promise<readonly GoldenCaller[]> => {
  const callers = callersOf(world);
  const staff = await employ(callers);
  await registerForC24(world, callers, staff);
  await world.moveTo('2025-06-20', '10:00');
  await standAtCounter(world, callers);
  await world.moveTo('2025-07-10');
  await enterC25(world, callers, staff);

  await world.moveTo('2026-09-01');
  await equipBody(world, staff.administrator);
  const of = candidatesOf(world, callers, staff);
  const given = { world, callers, staff, of };
  const open = (plan: (typeof plans)[keyof typeof plans]) => openSession(staff.administrator, plan);
  const [movedEarly, cancelledEarly, certified] = [
    await open(plans.movedEarly),
    await open(plans.cancelledEarly),
    await open(plans.certified),
  ];
  const early = await fillChanging(of, movedEarly, 'moved', 30);
  await expiring(of, movedEarly, localDate('2026-10-01'));
  const gone = await fillChanging(of, cancelledEarly, 'cancelled', 40);
  const october = await fillCertified(of, certified);
  await world.moveTo('2026-09-10');
  await move(staff, movedEarly, { to: '2026-10-11', payBy: '2026-09-24', choiceUntil: '2026-09-28' });
  const atCashier = await of.startWechat(gone.unpaid);
  await cancel(staff, cancelledEarly, '2026-09-20');
  await of.payLate(gone.unpaid, atCashier);
  await answer(early.keeps, { choice: 'keep' });
  for (const one of [early.goes, gone.goes]) await answer(one, { choice: 'transfer', sessionId: certified });
  for (const one of [early.leavesWechat, early.leavesCash, gone.leavesWechat, gone.leavesCash]) {
    await answer(one, { choice: 'leave' });
    await refund(of, staff, one);
  }

  await world.moveTo('2026-10-08');
  // its tickets were out: they are revoked
  await move(staff, movedEarly, { to: '2026-11-28', choiceUntil: '2026-10-20' });

  await world.moveTo('2026-10-16');
  const [inPublicity, movedNow, cancelledNow] = [
    await open(plans.inPublicity),
    await open(plans.movedNow),
    await open(plans.cancelledNow),
  ];
  const november = await fillInPublicity(of, inPublicity);
  const moving = await fillChanging(of, movedNow, 'moving', 50);
  const going = await fillChanging(of, cancelledNow, 'going', 60);
  await world.moveTo('2026-10-30');
  const passes = { 理论知识: 86.5, 操作技能: 90 };
  await publish(world, staff, certified, [
    [october.passed, passes],
    [october.manager, { 理论知识: 60, 操作技能: 100 }],
    [october.failed, { 理论知识: '59.99', 操作技能: 60 }],
    [october.absent, { 理论知识: '缺考', 操作技能: '缺考' }],
    [october.corrected, { 理论知识: 59, 操作技能: 61 }],
    [early.goes, passes],
    [gone.goes, { 理论知识: 40, 操作技能: 30 }],
  ]);
  await askScoreReview(october.corrected);
  await decideScoreReview(staff, certified, '池来', '60.5');
  await certify(world, staff, certified, '2026-11-12');

  const december = await open(plans.open);
  await world.moveTo('2026-11-20');
  await publish(world, staff, inPublicity, [
    [november.passed, passes],
    [november.failed, { 理论知识: 50, 操作技能: 55 }],
    [november.asks, { 理论知识: 59, 操作技能: 88 }],
    [november.decided, { 理论知识: 58, 操作技能: 88 }],
  ]);
  for (const one of [november.asks, november.decided]) await askScoreReview(one);
  await decideScoreReview(staff, inPublicity, '方定');
  await applyForDecember(given, december);
  await of.paid('oct-failed', december, { name: '薄一', order: 103 });
  await applyWithOtherPapers(given, december);
  await payBadly(given, december);

  await world.moveTo(end.day, end.time);
  await staff.officer.api.call(sittings.seatSession, { params: { id: december } });
  await move(staff, movedNow, { to: '2026-12-13', choiceUntil: '2026-12-04' });
  await cancel(staff, cancelledNow, '2026-12-04');
  await answer(moving.keeps, { choice: 'keep' });
  for (const one of [moving.goes, going.goes]) await answer(one, { choice: 'transfer', sessionId: december });
  for (const one of [moving.leavesWechat, moving.leavesCash, going.leavesWechat, going.leavesCash])
    await answer(one, { choice: 'leave' });
  for (const one of [moving.leavesWechat, going.leavesCash]) await refund(of, staff, one);
  await follow(given, december);
  await keepHouse(given);
  await publishNextVersion(given);
  await announceFinal(given);
  await of.startWechat(await of.approved('dec-at-cashier-now', december, { name: '付正', order: 18 }));
  const [poster] = (await staff.administrator.api.ok(posters.listPosters, {})).items;
  await staff.administrator.api.ok(posters.withdrawPoster, {
    params: { code: poster?.code ?? '' },
    body: { withdrawn: true },
  });
  return callers.actors;
};
