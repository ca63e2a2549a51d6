import { invigilation, messages, prints, registrations, sittings, stageRankings } from '@jikaotong/shared/contract';
import { seatList } from '@jikaotong/shared/lists';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdfText } from '../../bff/src/platform/pdf/read-text.testing';
import { portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import { nameOf } from '../support/contest-story';
import { C24, C24_DAY, claimListed, listedStage } from '../support/listed-stage';
import {
  type SignedInPerson,
  candidateByPhone,
  candidateByWechat,
  firstAdministrator,
  staffMember,
} from '../support/people';
import { readPages } from '../support/read-pages';
import { type World, openWorld } from '../support/world';

const LISTED = 4;
const PHONE = '13800001001';

describe(`the preliminary of C24, whose ${LISTED} entrants came by the list of the government’s site, without photos`, () => {
  let world: World;
  let office: SignedInPerson;
  let winner: SignedInPerson;
  let params: { id: string };
  beforeAll(async () => {
    world = await openWorld({ day: '2024-05-06' });
    office = await firstAdministrator(world);
    winner = await candidateByPhone(world, PHONE);
    // ticked while people register: the record is there before the list
    await winner.api.ok(registrations.tickStep, {
      params: { id: C24, step: 1 },
      body: { way: 'individual', done: true },
    });
    params = await listedStage(world, office, LISTED, { 1: PHONE });
    await claimListed(winner, 1);
  });
  afterAll(() => world.stop());

  const seats = async () => (await office.api.ok(seatList.rows, { params, query: { limit: '200' } })).items;
  const record = async () => {
    const { registration } = await winner.api.ok(registrations.getMyRegistration, { params: { id: C24 } });
    return registration?.listed ?? null;
  };
  const ticketId = async () => {
    const of = { params: { id: (await record())?.entryId ?? '' } };
    return (await winner.api.ok(stageRankings.listMyStages, of)).items[0]?.ticket?.id ?? '';
  };
  const printed = async (print: 'tickets' | 'attendance') =>
    readPages(await office.api.file(prints.printSeats, { params: { ...params, print }, query: {} }));

  it('gives no ticket to somebody who should have a photo and has none', async () => {
    const [fourth] = await world.db.read((h) =>
      h.query<{ id: string }>('SELECT id FROM candidate WHERE name = ?', [nameOf(3)]),
    );
    const asListed = (on: string | null) =>
      world.db.tx((h) => h.query('UPDATE contest_entry SET listed_on = ? WHERE id = ?', [on, fourth?.id ?? '']));
    await asListed(null);
    expect(await office.api.ok(sittings.issueTickets, { params })).toEqual({ issued: LISTED - 1 });
    expect((await seats()).filter(({ ticketNumber }) => ticketNumber === null)).toMatchObject([{ name: nameOf(3) }]);
    await asListed('2024-05-06');
  });

  it('gives a ticket to everybody of the list, also by a passport, and tells who has claimed the place', async () => {
    expect(await office.api.ok(sittings.issueTickets, { params })).toEqual({ issued: LISTED });
    const told = (await winner.api.ok(messages.listMessages, { query: {} })).items;
    expect(told.filter(({ code }) => code === 'contest-ticket-issued')).toHaveLength(1);
    const id = await ticketId();
    const ticket = await winner.api.ok(sittings.getTicket, { params: { id } });
    expect(ticket).toMatchObject({ name: nameOf(1), photoUrl: null, ofStage: true });
    const text = readPdfText(await winner.api.file(sittings.downloadTicket, { params: { id } })).replace(/\s/g, '');
    for (const part of [ticket.number, '没有照片，入场时核对身份证件原件']) expect(text).toContain(part);
    const picture = await winner.api.file(sittings.downloadTicketPicture, { params: { id } });
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
  });

  it('prints all their tickets, and everybody on the list to sign', async () => {
    expect(await printed('tickets')).toHaveLength(LISTED);
    const list = (await printed('attendance')).flat().join('').replaceAll(/\s/g, '');
    for (let order = 1; order <= LISTED; order += 1) expect(list).toContain(nameOf(order));
    expect(list).toContain('无照片核对身份证件');
  });

  it('says at the door that there is no photo', async () => {
    const watcher = await staffMember(world, office, 'jiankao', ['invigilator']);
    await world.moveTo(C24_DAY, '08:40');
    const [hour] = (await office.api.ok(invigilation.getDutyPlan, { params })).hours;
    const body = {
      slot: hour?.slot ?? '',
      roomIds: hour?.rooms.map(({ roomId }) => roomId) ?? [],
      who: { accountId: watcher.accountId },
    };
    const { dutyId } = await office.api.ok(invigilation.assignDuty, { params, body });
    const { guests } = await watcher.api.ok(invigilation.getDutyList, { params: { id: dutyId } });
    expect(guests.map(({ name, notes }) => [name, notes]).toSorted()).toEqual(
      Array.from({ length: LISTED }, (_, at) => [nameOf(at + 1), ['no-photo']]).toSorted(),
    );
    expect((await watcher.api.ok(invigilation.getDutyPhotos, { params: { id: dutyId }, query: {} })).items).toEqual([]);
  });

  it('shows the photo that somebody adds to the own place, which then stays', async () => {
    const add = async (person: SignedInPerson) =>
      person.api.call(registrations.addListedPhoto, {
        params: { id: C24 },
        body: { photoFileId: await uploaded(person, 'photo', await portrait()) },
      });
    const stranger = await candidateByWechat(world, 'o-stranger');
    expect((await add(stranger)).code).toBe('not-found');
    expect((await add(winner)).code).toBe('ok');
    expect((await record())?.photoUrl).toBeDefined();
    const id = await ticketId();
    expect((await winner.api.ok(sittings.getTicket, { params: { id } })).photoUrl).not.toBeNull();
    const text = readPdfText(await winner.api.file(sittings.downloadTicket, { params: { id } }));
    expect(text).not.toContain('没有照片');
    expect(await add(winner)).toMatchObject({ code: 'wrong-state', data: { state: 'photo-on-ticket' } });
  });
});
