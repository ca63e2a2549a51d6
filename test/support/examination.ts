import {
  applications,
  messages,
  orders,
  overview,
  results,
  roomRecords,
  sessions,
  sittings,
} from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { type Applicant, approvedFor } from './apply';
import { openSession } from './open-session';
import { everythingChecked } from './marking';
import { type SignedInPerson, candidateByWechat, firstAdministrator, staffMember } from './people';
import { type Entries, fillSheet } from './score-sheet';
import { sendSheet } from './send-sheet';
import type { World } from './world';

/** Somebody with an approved application. */
export type Candidate = { person: SignedInPerson; id: string; who: Applicant };

/** B26's December session with everybody who works on it, and what a story about it does and looks at. */
export const openExamination = async (world: World, change: Parameters<typeof openSession>[1] = {}) => {
  const administrator = await firstAdministrator(world);
  const params = { id: await openSession(administrator, change) };
  const reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
  const finance = await staffMember(world, administrator, 'caiwu', ['finance']);
  const officer = await staffMember(world, administrator, 'kaowu', ['exam-officer']);
  const marker = await staffMember(world, administrator, 'dengfen', ['score-officer']);
  const checker = await staffMember(world, administrator, 'fuhe', ['score-officer']);
  const publisher = await staffMember(world, administrator, 'fabu', ['publisher']);
  const stranger = await candidateByWechat(world, 'o-stranger');

  const approved = async (openid: string, who: Applicant): Promise<Candidate> => {
    const person = await candidateByWechat(world, openid);
    return { person, id: await approvedFor(person, reviewer, params.id, who), who };
  };
  const pay = async (one: Pick<Candidate, 'person' | 'id'>): Promise<void> => {
    const order = await one.person.api.ok(orders.getOrder, { params: { id: one.id } });
    const body = { method: 'cash' as const, amountFen: order.totalFen, paidOn: world.today() };
    await finance.api.ok(orders.recordReceipt, { params: { id: order.id }, body });
  };
  const paid = async (openid: string, who: Applicant): Promise<Candidate> => {
    const one = await approved(openid, who);
    await pay(one);
    return one;
  };
  const ticketOf = ({ person, id }: Candidate) => person.api.ok(sittings.getTicket, { params: { id } });
  const counts = () => officer.api.ok(overview.getSessionCounts, { params });
  const template = () => marker.api.file(results.downloadScoreTemplate, { params, query: {} });
  const send = (bytes: Buffer) =>
    marker.api.call(results.scoreSheet.upload, { params, file: { bytes, name: '成绩.xlsx' } });
  /** Sent, confirmed and applied. */
  const take = (bytes: Buffer) => sendSheet(world, marker, { endpoints: results.scoreSheet, id: params.id, bytes });
  /** What nobody has checked is confirmed by the administrator: both score officers may still decide reviews. */
  const checked = () => everythingChecked(administrator, params.id);
  return {
    administrator,
    finance,
    officer,
    reviewer,
    marker,
    checker,
    publisher,
    stranger,
    params,
    approved,
    pay,
    paid,
    ticketOf,
    numberOf: async (one: Candidate) => (await ticketOf(one)).number,
    stageOf: async ({ person, id }: Candidate) =>
      (await person.api.ok(applications.getApplication, { params: { id } })).progress.stage,
    /** The newest first. */
    toldTo: async ({ person }: Candidate) => (await person.api.ok(messages.listMessages, { query: {} })).items,
    counts,
    duties: async () => (await counts()).duties.map(({ code, dueOn, overdue }) => [code, dueOn, overdue]),
    /** One site with rooms of so many seats, theory in the morning, skill in the afternoon. */
    setRooms: (...roomSeats: number[]) => {
      const at = { day: localDate('2026-12-12'), siteName: '亦庄考点' };
      const papers = ['installer-5', 'security-manager-3'].flatMap((offeringCode) => [
        { ...at, offeringCode, subject: 'theory' as const, startsAt: timeOfDay('09:00'), endsAt: timeOfDay('10:30') },
        { ...at, offeringCode, subject: 'skill' as const, startsAt: timeOfDay('13:00'), endsAt: timeOfDay('15:00') },
      ]);
      const rooms = roomSeats.map((seats, position) => ({ name: `10${position + 1}`, seats }));
      const sites = [{ name: at.siteName, address: '科谷一街10号院', rooms }];
      return officer.api.call(sessions.setSessionPlaces, { params, body: { sites, papers } });
    },
    template,
    send,
    take,
    checked,
    /** An officer lets the marks say who came to the rooms of which the door does not know. */
    settled: async () => {
      const { attendance } = await administrator.api.ok(results.previewResults, { params });
      for (const { roomId, slot } of attendance.rooms)
        await officer.api.ok(roomRecords.decideRoom, {
          params: { ...params, roomId },
          body: { slot, kind: 'inferred', reason: '考场记录单' },
        });
    },
    /** Checked by another, and published. */
    publish: async () => {
      await checked();
      return publisher.api.ok(results.publishResults, { params, body: {} });
    },
    sendFilled: async (entries: Entries) => send(await fillSheet(await template(), entries)),
    takeFilled: async (entries: Entries) => take(await fillSheet(await template(), entries)),
  };
};
export type Examination = Awaited<ReturnType<typeof openExamination>>;
