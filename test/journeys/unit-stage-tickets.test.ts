import {
  type BodyOf,
  contests,
  groupTickets,
  messages,
  sittings,
  staffEntries,
  stages,
} from '@jikaotong/shared/contract';
import { seatList } from '@jikaotong/shared/lists';
import { messageSentence } from '@jikaotong/shared/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesIn } from '../../bff/src/platform/sheets/zip-of.testing';
import { C25 } from '../support/contest-entry';
import { entriesOf, listedEntries } from '../support/listed-entries';
import { type SignedInPerson, candidateByPhone, firstAdministrator, staffMember } from '../support/people';
import { readPages, textOf } from '../support/read-pages';
import { announcePreliminary, seatedStage } from '../support/stage-day';
import { UNIT, unitAtStage } from '../support/unit-at-stage';
import { approvedUnit, unitCode } from '../support/units';
import { type World, openWorld } from '../support/world';
import { freezeRoster } from '../support/stage';

const MANY = 3;
const DAY = '2025-07-28';

describe(`the tickets of the ${MANY} people of a unit for a preliminary`, () => {
  let world: World;
  let office: SignedInPerson;
  let agent: SignedInPerson;
  let group: { id: string };
  let names: readonly string[];
  let params: { id: string };
  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10' });
    office = await firstAdministrator(world);
    ({ agent, group, names } = await unitAtStage(world, office, MANY));
    params = await entriesOf(office);
    await world.moveTo('2025-07-26');
    await seatedStage(office, params, DAY, 30);
  });
  afterAll(() => world.stop());

  /** What the agent has heard of tickets, the newest first, once ten minutes are over. */
  const heard = async (at: string, day = '2025-07-26') => {
    await world.moveTo(day, at);
    const { items } = await agent.api.ok(messages.listMessages, { query: {} });
    return items.flatMap(({ code, data }) =>
      code === 'unit-stage-tickets' ? [messageSentence('unit-stage-tickets', data)] : [],
    );
  };
  const of = () => ({ params: { id: group.id, stageId: params.id } });
  const wordsIn = async (pdf: Buffer) => (await readPages(pdf)).map((page) => textOf([page]));
  const stages25 = async () => (await agent.api.ok(groupTickets.listGroupTickets, { params: group })).items;

  it('are told to its agent in one message', async () => {
    expect(await heard('09:30')).toEqual([
      `${UNIT}安全防范设备值机员竞赛初赛的参赛证：${MANY} 张有效，2025年7月28日（周一）凭证入场。时间、考场和座位以现在的为准，请下载发给选手。`,
    ]);
  });

  it('are one file, a file each and a list to sign, for its agent and the staff of the body alone', async () => {
    expect(await stages25()).toEqual([
      { stageId: params.id, name: '安全防范设备值机员竞赛初赛', day: DAY, tickets: MANY },
    ]);
    const pages = await wordsIn(await agent.api.file(groupTickets.downloadGroupTickets, of()));
    expect(pages).toHaveLength(MANY);
    for (const [at, name] of names.entries()) expect(pages[at]).toContain(name);
    const zip = filesIn(await agent.api.file(groupTickets.downloadGroupTicketFiles, of()));
    expect([...zip.keys()].map((name) => name.split('-').slice(0, 2))).toEqual(
      names.map((name, at) => [String(at + 1).padStart(3, '0'), name]),
    );
    const [list = ''] = await wordsIn(await office.api.file(groupTickets.downloadGroupHandOut, of()));
    for (const part of ['参赛证发放表', '参赛证编号', UNIT, ...names]) expect(list).toContain(part);
    expect(list).not.toContain('参赛号');
    const stranger = await candidateByPhone(world, '13900000077');
    for (const endpoint of [
      groupTickets.downloadGroupTickets,
      groupTickets.downloadGroupTicketFiles,
      groupTickets.downloadGroupHandOut,
    ]) {
      expect((await stranger.api.refused(endpoint, of())).code).toBe('not-found');
      const another = { params: { id: group.id, stageId: group.id } };
      expect((await agent.api.refused(endpoint, another)).code).toBe('not-found');
    }
    expect((await stranger.api.refused(groupTickets.listGroupTickets, { params: group })).code).toBe('not-found');
  });

  it('say on screen where each of its own people sits, to nobody of another unit', async () => {
    const { unitName, stages: at } = await agent.api.ok(groupTickets.listGroupPlaces, { params: group });
    expect([unitName, at.map(({ name, isLast }) => [name, isLast])]).toEqual([UNIT, [['初赛', false]]]);
    const seats = (await office.api.ok(seatList.rows, { params, query: { limit: '200' } })).items;
    expect(at[0]?.people.map(({ name, result }) => [name, result])).toEqual(names.map((name) => [name, null]));
    for (const { name, ticket } of at[0]?.people ?? []) {
      const { room, seat } = seats.find((one) => one.name === name) ?? {};
      const [own] = ticket?.seats ?? [];
      expect(own).toMatchObject({ day: DAY, startsAt: '09:00', seat });
      expect(`${own?.siteName} ${own?.roomName}`).toBe(room);
    }
    const reviewer = await staffMember(world, office, 'shenhe-er', ['reviewer']);
    const another = await candidateByPhone(world, '13900000078');
    await approvedUnit(another, reviewer, { name: '北京乙安防有限公司', code: unitCode(78) });
    expect((await another.api.refused(groupTickets.listGroupPlaces, { params: group })).code).toBe('not-found');
    expect((await office.api.ok(groupTickets.listGroupPlaces, { params: group })).stages).toHaveLength(1);
  });

  it('bear the number of each on the roster once that is fixed', async () => {
    await freezeRoster(office, params.id);
    const pages = await wordsIn(await agent.api.file(groupTickets.downloadGroupTickets, of()));
    for (const [at, page] of pages.entries()) expect(page).toContain(`参赛号${at + 1}`);
    expect((await wordsIn(await office.api.file(groupTickets.downloadGroupHandOut, of())))[0]).toContain('参赛号');
  });

  it('that change are told once for all that happened together: a seat is moved, an entry ends', async () => {
    const seats = (await office.api.ok(seatList.rows, { params, query: { limit: '200' } })).items;
    const [sitting] = seats;
    const free = await office.api.ok(sittings.listFreeSeats, {
      params: { ...params, sittingId: sitting?.id ?? '' },
    });
    const [room] = free.rooms;
    const body: BodyOf<typeof sittings.moveSeat> = {
      sittingId: sitting?.id ?? '',
      day: room?.day ?? free.at.day,
      startsAt: room?.startsAt ?? free.at.startsAt,
      roomId: room?.roomId ?? '',
      seat: room?.free[0] ?? 0,
      reason: '设备故障',
    };
    await office.api.ok(sittings.moveSeat, { params, body });
    const out = (await listedEntries(office)).find(({ name }) => name === names[0]);
    const { version } = await office.api.ok(staffEntries.getStaffEntry, { params: { id: out?.id ?? '' } });
    await office.api.ok(staffEntries.decideEntry, {
      params: { id: out?.id ?? '' },
      body: { verdict: 'refused', reason: '单位来电退出', version },
    });
    const told = await heard('10:00');
    expect(told).toHaveLength(2);
    expect(told[0]).toContain(`${MANY - 1} 张有效`);
    expect(await stages25()).toMatchObject([{ tickets: MANY - 1 }]);
  });

  it('are no good any more when the stage moves, and there is nothing to download', async () => {
    await announcePreliminary(office, '2025-07-30');
    expect((await heard('10:30'))[0]).toBe(`${UNIT}安全防范设备值机员竞赛初赛的参赛证已作废，重新发放后会再通知您。`);
    expect(await stages25()).toEqual([]);
    expect(await agent.api.refused(groupTickets.downloadGroupTickets, of())).toMatchObject({
      code: 'ticket-not-issued',
      data: { ofStage: true },
    });
  });

  it('are told to be no good when the stage is cancelled', async () => {
    await office.api.ok(sittings.seatSession, { params });
    await office.api.ok(sittings.issueTickets, { params });
    expect((await heard('11:00'))[0]).toContain(`${MANY - 1} 张有效，2025年7月30日`);
    const body = { reason: '场馆停电' };
    await office.api.ok(contests.cancelStage, { params: { id: C25, stage: 'preliminary' }, body });
    expect((await heard('11:30'))[0]).toBe(
      `${UNIT}安全防范设备值机员竞赛初赛取消，已发的参赛证作废，请告诉选手不要到场。`,
    );
    expect((await office.api.ok(stages.getStageDesk, { params })).day).toBe('2025-07-30');
  });
});
