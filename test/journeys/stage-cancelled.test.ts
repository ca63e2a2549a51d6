import {
  contestEntries,
  contests,
  judging,
  messages,
  sittings,
  stageDraws,
  stageRankings,
  stages,
} from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { messageSentence } from '@jikaotong/shared/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { C25, entryBody } from '../support/contest-entry';
import { SHEET, actOf, holdKey, judgeOf, judgedStage, listOf, send, viewOf } from '../support/judging';
import { entriesOf } from '../support/listed-entries';
import { KNOWN_KEYS } from '../support/many-paid';
import { type SignedInPerson, candidateByWechat, firstAdministrator } from '../support/people';
import { type StageStaff, entered, key, stageStaff, freezeRoster } from '../support/stage';
import { announcePreliminary, seatedStage } from '../support/stage-day';
import { type World, openWorld } from '../support/world';

const REASON = '暴雨红色预警，场馆关闭';

describe('a stage that is not held', () => {
  let world: World;
  let staff: StageStaff;
  let params: { id: string };
  let entrant: SignedInPerson;
  let entryId: string;
  let token: string;
  let ticketId: string;
  const at = { id: C25, stage: 'preliminary' as const };
  const cancel = (by: SignedInPerson = staff.administrator) =>
    by.api.call(contests.cancelStage, { params: at, body: { reason: REASON } });
  const own = async () => (await entrant.api.ok(stageRankings.listMyStages, { params: { id: entryId } })).items;

  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10' });
    staff = await stageStaff(world);
    [entrant = staff.administrator] = await entered(world, staff, 3);
    params = await entriesOf(staff.administrator);
    const [entry] = (await entrant.api.ok(contestEntries.listMyEntries, {})).items;
    entryId = entry?.id ?? '';
    await world.moveTo('2025-07-26');
    await seatedStage(staff.administrator, params, '2025-07-28', 3);
    ticketId = (await own())[0]?.ticket?.id ?? '';
    token = (await entrant.api.ok(sittings.getTicket, { params: { id: ticketId } })).qr;
  });
  afterAll(() => world.stop());

  it('is cancelled by its own staff, with a reason that everybody who could take part is told', async () => {
    const elsewhere = await firstAdministrator(world, 'elsewhere', { id: 'cecc', name: '别的机构' });
    expect((await cancel(elsewhere)).code).toBe('not-found');
    expect((await cancel(staff.marker)).code).toBe('forbidden');
    const empty = await staff.administrator.api.call(contests.cancelStage, { params: at, body: { reason: ' ' } });
    expect(empty.status).toBe(400);
    expect((await cancel()).code).toBe('ok');
    expect(await cancel()).toMatchObject({ code: 'wrong-state', data: { state: 'stage-cancelled' } });
    const seen = await world.stranger.ok(contests.getContest, { params: { id: C25 } });
    expect(seen.stages.map(({ cancelled }) => cancelled?.reason)).toEqual([REASON, REASON, REASON]);
    const told = (await entrant.api.ok(messages.listMessages, { query: {} })).items.filter(
      ({ code }) => code === 'contest-stage-cancelled',
    );
    expect(told).toMatchObject([{ entryId }]);
    const said = messageSentence('contest-stage-cancelled', told[0]?.data ?? {});
    expect(said).toContain(`初赛取消。原因：${REASON}。复赛、决赛也不再举行。`);
    expect((await own()).map(({ cancelled, ticket }) => [cancelled?.on, ticket])).toEqual(
      Array.from({ length: 3 }, () => ['2025-07-26', undefined]),
    );
  });

  it('takes seats and tickets back, and gives none any more', async () => {
    expect((await world.stranger.ok(sittings.verifyTicket, { query: { token } })).state).toBe('revoked');
    expect((await entrant.api.call(sittings.getTicket, { params: { id: ticketId } })).code).toBe('ticket-revoked');
    const off = { code: 'wrong-state', data: { state: 'stage-cancelled' } };
    const { api } = staff.administrator;
    expect(await api.call(sittings.seatSession, { params })).toMatchObject(off);
    expect(await api.call(stages.freezeStageRoster, { params, body: { seen: [] } })).toMatchObject(off);
    const day = localDate('2025-07-29');
    const body = { day, startsAt: timeOfDay('08:00'), place: '一层大厅' };
    expect(await api.call(contests.announceStage, { params: at, body })).toMatchObject(off);
    const blocks = [{ day, startsAt: timeOfDay('09:00'), endsAt: timeOfDay('12:00') }];
    const plan = { stations: 3, papers: [], minutes: 20, gapMinutes: 0, blocks };
    expect(await api.call(stageDraws.drawStage, { params: at, body: plan })).toMatchObject(off);
  });
});

describe('a competition whose first stage is cancelled while people enter', () => {
  it('takes nobody any more', async () => {
    const world = await openWorld({ day: '2025-07-10' });
    const administrator = await firstAdministrator(world);
    const params = { id: C25, stage: 'preliminary' as const };
    await administrator.api.ok(contests.cancelStage, { params, body: { reason: REASON } });
    const person = await candidateByWechat(world, 'o-late');
    const body = await entryBody(person, { order: 1 });
    expect(await person.api.call(contestEntries.enterContest, { params: { id: C25 }, body })).toMatchObject({
      code: 'wrong-state',
      data: { state: 'contest-cancelled' },
    });
    expect((await world.stranger.ok(contests.getContest, { params: { id: C25 } })).state).toBe('closed');
    await world.stop();
  });
});

describe('a stage that has begun', () => {
  it('is held: nobody cancels what somebody was marked in', async () => {
    const world = await openWorld({ day: '2025-07-10' });
    const staff = await stageStaff(world);
    await entered(world, staff, 2);
    const { id } = await entriesOf(staff.administrator);
    await announcePreliminary(staff.administrator, '2025-07-28');
    await freezeRoster(staff.administrator, id);
    await key(staff.marker, id, { number: 1, part: 'theory', mark: '80' });
    const params = { id: C25, stage: 'preliminary' as const };
    expect(
      await staff.administrator.api.call(contests.cancelStage, { params, body: { reason: REASON } }),
    ).toMatchObject({ code: 'wrong-state', data: { state: 'stage-held' } });
    // those after it may still be given up
    const next = { id: C25, stage: 'semi-final' as const };
    await staff.administrator.api.ok(contests.cancelStage, { params: next, body: { reason: REASON } });
    const seen = await world.stranger.ok(contests.getContest, { params: { id: C25 } });
    expect(seen.stages.map(({ cancelled }) => cancelled !== undefined)).toEqual([false, true, true]);
    await world.stop();
  });

  it('is held: nobody cancels what a judge has marked on the phone, locked or not', async () => {
    const world = await openWorld({ day: '2025-07-10', env: KNOWN_KEYS });
    const stage = await judgedStage(world, 2);
    await stage.officer.api.ok(judging.defineMarkingSheet, { params: stage.at, body: SHEET });
    await holdKey(stage);
    const judge = await judgeOf(stage, { name: '张裁判', phone: '13900000301' });
    const [first] = (await listOf(judge)).numbers;
    const params = { id: C25, stage: 'preliminary' as const };
    const cancel = () => stage.administrator.api.call(contests.cancelStage, { params, body: { reason: REASON } });
    const held = { code: 'wrong-state', data: { state: 'stage-judged' } };
    // by another sheet: it does not count by itself, and staff have not said yet that it does not count at all
    await send(judge, actOf(first?.placeId ?? '', [5000, 3000], { sheetVersion: 7 }));
    expect(await cancel()).toMatchObject(held);
    const [open] = (await viewOf(stage)).conflicts;
    await stage.marker.api.ok(judging.decideJudgeAct, {
      params: { id: open?.id ?? '' },
      body: { counts: false, reason: '误操作' },
    });
    await send(judge, actOf(first?.placeId ?? '', [5000, 3000]));
    expect(await cancel()).toMatchObject(held);
    expect(await viewOf(stage)).toMatchObject({ lock: { state: 'open' } });
    await world.stop();
  });

  it('is not begun by judges who have only been named: cancelled, it takes no mark any more', async () => {
    const world = await openWorld({ day: '2025-07-10', env: KNOWN_KEYS });
    const stage = await judgedStage(world, 2);
    await stage.officer.api.ok(judging.defineMarkingSheet, { params: stage.at, body: SHEET });
    await holdKey(stage);
    const judge = await judgeOf(stage, { name: '张裁判', phone: '13900000301' });
    const [first] = (await listOf(judge)).numbers;
    const params = { id: C25, stage: 'preliminary' as const };
    await stage.administrator.api.ok(contests.cancelStage, { params, body: { reason: REASON } });
    const { answers, locked } = await send(judge, actOf(first?.placeId ?? '', [5000, 3000]));
    expect([answers.map(({ outcome }) => outcome), locked]).toEqual([['conflict'], true]);
    expect((await listOf(judge)).told).toEqual([]);
    const off = { code: 'wrong-state', data: { state: 'stage-cancelled' } };
    const theory = { id: stage.id, part: 'theory' as const };
    expect(await stage.officer.api.call(judging.defineMarkingSheet, { params: theory, body: SHEET })).toMatchObject(
      off,
    );
    const body = { name: '李裁判', phone: '13900000302', unit: '鉴定中心', heats: null, stations: null };
    expect(await stage.officer.api.call(judging.assignJudge, { params: stage.at, body })).toMatchObject(off);
    await world.stop();
  });
});
