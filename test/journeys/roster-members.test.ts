import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type FilledRow,
  applications,
  messages,
  rosterMembers,
  rosterRows,
  rosters,
  units,
  waitingRows,
} from '@jikaotong/shared/contract';
import { ownFile, portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import { type SignedInPerson, candidateByPhone } from '../support/people';
import { rowsIn } from '../support/rosters';
import { type TrainingBody, openTrainingBody, phoneOfLine, valuesOfLine } from '../support/training-body';
import { tokenIn } from '../support/units';

describe('the people of a unit fill in their own rows', () => {
  let body: TrainingBody;
  let token: string;
  let member: SignedInPerson;
  beforeAll(async () => {
    body = await openTrainingBody();
  });
  afterAll(() => body.world.stop());
  const params = () => ({ id: body.roster.id });
  const link = () => ({ token });
  const now = () => body.agent.api.ok(rosters.getRoster, { params: params() });
  const photoOf = async (who: SignedInPerson, nth: number) =>
    uploaded(who, 'photo', ownFile(await portrait(), `member-${nth}`));
  const filled = async (who: SignedInPerson, nth: number, change: Readonly<Record<string, string>> = {}) => ({
    params: link(),
    body: {
      values: valuesOfLine(nth, change),
      photoFileId: await photoOf(who, nth),
      truthful: true as const,
      noticeRead: true as const,
      shares: true as const,
    },
  });
  const byRow = async (id: string) => (await rowsIn(body.agent, body.roster.id)).find((row) => row.id === id);
  const codesOf = async (who: SignedInPerson) =>
    (await who.api.ok(messages.listMessages, { query: {} })).items.map(({ code }) => code);

  it('by a link that says whose it is, for what and until when, and asks nobody for a phone', async () => {
    expect((await now()).link).toBeNull();
    const opened = await body.agent.api.ok(rosterMembers.openRosterLink, { params: params() });
    token = tokenIn(opened.link?.path ?? null);
    expect((await now()).link?.path).toBe(opened.link?.path);
    const seen = await body.world.stranger.ok(rosterMembers.getLinkedRoster, { params: link() });
    expect(seen).toMatchObject({ unitName: '某培训学校', closes: '2024-08-25', closed: null, where: 'online' });
    expect(seen.columns.map(({ key }) => key)).toContain('documentNumber');
    expect(seen.columns.map(({ key }) => key)).not.toContain('phone');
  });

  it('with the own account and phone, which is claim and confirmation in one; the unit admits', async () => {
    member = await candidateByPhone(body.world, phoneOfLine(0));
    const own = await member.api.ok(rosterMembers.fillRosterRow, await filled(member, 0));
    expect(own).toMatchObject({ standing: 'ready', confirmed: 'phone', admission: 'waiting', phoneShared: false });
    expect((await now()).counts).toMatchObject({ total: 1, waiting: 1, submittable: 0, unconfirmed: 0 });
    const { items } = await body.agent.api.ok(rosters.listUnitSessions, { params: { id: body.unit.id } });
    expect(items).toMatchObject([{ rosterId: body.roster.id, waiting: 1 }]);
    const row = await byRow(own.applicationId);
    expect(row).toMatchObject({ claimed: true, hasPhoto: true, admission: 'waiting', documentTwice: false });
    const admitted = await body.agent.api.ok(rosterMembers.admitRosterRows, {
      params: params(),
      body: { rowIds: null },
    });
    expect(admitted.counts).toMatchObject({ waiting: 0, submittable: 1 });
    expect(await member.api.ok(rosterMembers.listFilledRows, { params: link() })).toMatchObject({
      rows: [{ applicationId: own.applicationId, admission: 'admitted' }],
    });
  });

  it('needs consent and a proven phone, and says what is wrong by its column', async () => {
    const shy = await candidateByPhone(body.world, phoneOfLine(9), { consents: false });
    const request = await filled(member, 9);
    const { photoFileId: _, ...told } = request.body;
    expect((await shy.api.refused(rosterMembers.fillRosterRow, { ...request, body: told })).code).toBe(
      'consent-needed',
    );
    const wrong = { ...request, body: { ...request.body, values: valuesOfLine(0, { documentNumber: '11' }) } };
    expect(await member.api.refused(rosterMembers.fillRosterRow, wrong)).toMatchObject({
      code: 'row-refused',
      data: { problems: [{ key: 'documentNumber', code: 'document-wrong' }] },
    });
  });

  it('is handed in by the unit alone; what the member changes is confirmed anew', async () => {
    const { rows } = await member.api.ok(rosterMembers.listFilledRows, { params: link() });
    const id = rows[0]?.applicationId ?? '';
    const submit = { params: { id }, body: { truthful: true as const, noticeRead: true as const } };
    expect((await member.api.refused(applications.submitApplication, submit)).code).toBe('handed-in-by-unit');
    const { version } = await member.api.ok(applications.getApplication, { params: { id } });
    const photoFileId = await photoOf(member, 77);
    await member.api.ok(applications.saveApplication, { params: { id }, ifMatch: version, body: { photoFileId } });
    expect(await byRow(id)).toMatchObject({ confirmed: null });
    expect((await now()).counts.submittable).toBe(0);
    const again = await member.api.ok(rosterMembers.fillRosterRow, await filled(member, 0));
    expect(again).toMatchObject({ applicationId: id, confirmed: 'phone', admission: 'admitted' });
  });

  it('and what the unit changes, of which the member is told', async () => {
    const [row] = await rowsIn(body.agent, body.roster.id);
    const photoFileId = await photoOf(body.agent, 78);
    const changed = await body.agent.api.ok(rosterRows.changeRosterRow, {
      params: { id: body.roster.id, rowId: row?.id ?? '' },
      ifMatch: row?.version ?? 0,
      body: { photoFileId },
    });
    expect(changed.confirmed).toBeNull();
    expect(await codesOf(member)).toContain('roster-row-changed');
    await member.api.ok(rosterMembers.fillRosterRow, await filled(member, 0));
  });

  it('takes over what the unit had entered under the same document, name and phone', async () => {
    const values = { ...valuesOfLine(1), phone: phoneOfLine(1) };
    const entered = await body.agent.api.ok(rosterRows.addRosterRow, { params: params(), body: { values } });
    const second = await candidateByPhone(body.world, phoneOfLine(1));
    const own = await second.api.ok(rosterMembers.fillRosterRow, await filled(second, 1));
    expect(own).toMatchObject({ applicationId: entered.id, admission: null, confirmed: 'phone' });
  });

  it('tells nobody who stands in the roster already: the same answer, and the unit lets one of the two go', async () => {
    const values = { ...valuesOfLine(2), phone: phoneOfLine(2) };
    const entered = await body.agent.api.ok(rosterRows.addRosterRow, { params: params(), body: { values } });
    const thief = await candidateByPhone(body.world, '13900000066');
    const about = ({ standing, confirmed, admission, phoneShared, state, reasons }: FilledRow) => ({
      standing,
      confirmed,
      admission,
      phoneShared,
      state,
      reasons,
    });
    const taken = await thief.api.ok(rosterMembers.fillRosterRow, await filled(thief, 2));
    const honest = await candidateByPhone(body.world, '13900000067');
    const free = await honest.api.ok(rosterMembers.fillRosterRow, await filled(honest, 3));
    expect(about(taken)).toEqual(about(free));
    expect(await byRow(taken.applicationId)).toMatchObject({ documentTwice: true, admission: 'waiting' });
    expect(await byRow(free.applicationId)).toMatchObject({ documentTwice: false });
    const admit = (rowIds: string[] | null) => ({ params: params(), body: { rowIds } });
    expect((await body.agent.api.refused(rosterMembers.admitRosterRows, admit([taken.applicationId]))).code).toBe(
      'row-twice',
    );
    await body.agent.api.ok(rosterMembers.admitRosterRows, admit(null));
    expect(await byRow(taken.applicationId)).toMatchObject({ admission: 'waiting' });
    await body.agent.api.ok(rosterRows.removeRosterRow, {
      params: { id: body.roster.id, rowId: taken.applicationId },
    });
    expect(await byRow(taken.applicationId)).toBeUndefined();
    expect(await byRow(entered.id)).toMatchObject({ claimed: false });
    expect(await codesOf(thief)).toContain('roster-row-refused');
    const alone = await thief.api.ok(applications.getApplication, { params: { id: taken.applicationId } });
    expect(alone).toMatchObject({ state: 'draft', paidByUnit: false });
  });

  it('tells whoever has proven the phone of a row that it waits, and nobody else', async () => {
    const waiting = async (who: SignedInPerson) => (await who.api.ok(waitingRows.listWaitingOwnRows, {})).items;
    const values = { ...valuesOfLine(20), phone: phoneOfLine(20) };
    const entered = await body.agent.api.ok(rosterRows.addRosterRow, { params: params(), body: { values } });
    const person = await candidateByPhone(body.world, phoneOfLine(20));
    expect(await waiting(person)).toEqual([
      { contestId: null, unitName: '某培训学校', sessionName: '2024年9月批次', closes: '2024-08-25' },
    ]);
    expect(await waiting(await candidateByPhone(body.world, '13900000120'))).toEqual([]);
    // a phone of two people proves neither
    const twin = await body.agent.api.ok(rosterRows.addRosterRow, {
      params: params(),
      body: { values: { ...valuesOfLine(21), phone: phoneOfLine(20) } },
    });
    expect(await waiting(person)).toEqual([]);
    await body.agent.api.ok(rosterRows.removeRosterRow, { params: { ...params(), rowId: twin.id } });
    const claim = {
      name: entered.name,
      documentType: 'resident-id' as const,
      documentNumber: valuesOfLine(20)['documentNumber'] ?? '',
    };
    expect((await person.api.ok(rosterRows.claimRosterRow, { body: claim })).applicationId).toBe(entered.id);
    expect(await waiting(person)).toEqual([]);
  });

  it('flags one phone of several people: it proves neither, and gets one message', async () => {
    const phone = phoneOfLine(4);
    const values = { ...valuesOfLine(5), phone };
    const entered = await body.agent.api.ok(rosterRows.addRosterRow, { params: params(), body: { values } });
    const both = await candidateByPhone(body.world, phone);
    const own = await both.api.ok(rosterMembers.fillRosterRow, await filled(both, 4));
    expect(own).toMatchObject({ confirmed: null, phoneShared: true });
    expect(await byRow(entered.id)).toMatchObject({ phoneShared: true });
    const before = await now();
    await body.agent.api.ok(rosterMembers.remindRosterMembers, { params: params() });
    const sent = (await codesOf(both)).filter((code) => code === 'roster-row-waiting').length;
    expect(sent).toBe(1);
    expect(before.counts.unconfirmed).toBeGreaterThan(1);
    const told = await byRow(own.applicationId);
    expect(told?.reminded).toMatchObject({ delivery: 'in-app' });
    // one phone, one message: the other row says when and how as well
    expect((await byRow(entered.id))?.reminded).toEqual(told?.reminded);
    expect((await now()).reminded).toMatchObject({ on: '2024-08-12' });
    expect((await body.agent.api.refused(rosterMembers.remindRosterMembers, { params: params() })).code).toBe(
      'nobody-to-remind',
    );
    await body.world.moveTo('2024-08-13');
    await body.agent.api.ok(rosterMembers.remindRosterMembers, { params: params() });
  });

  it('says of a second reminder without an account that the one SMS went out before', async () => {
    const values = { ...valuesOfLine(22), phone: phoneOfLine(22) };
    const { id } = await body.agent.api.ok(rosterRows.addRosterRow, { params: params(), body: { values } });
    const remindedAt = async (day: string) => {
      await body.world.moveTo(day, '10:00');
      await body.agent.api.ok(rosterMembers.remindRosterMembers, { params: params() });
      await body.world.runJobs();
      return (await byRow(id))?.reminded;
    };
    expect(await remindedAt('2024-08-13')).toMatchObject({ delivery: 'sms' });
    expect(await remindedAt('2024-08-14')).toMatchObject({ delivery: 'sms-before' });
  });

  it('leaves the roster with the own row, which is the own application then', async () => {
    const { rows } = await member.api.ok(rosterMembers.listFilledRows, { params: link() });
    const id = rows[0]?.applicationId ?? '';
    await member.api.ok(rosterMembers.leaveRoster, { params: { id } });
    expect(await byRow(id)).toBeUndefined();
    expect((await member.api.ok(rosterMembers.listFilledRows, { params: link() })).rows).toEqual([]);
    expect(await member.api.ok(applications.getApplication, { params: { id } })).toMatchObject({ paidByUnit: false });
    // and comes back with it
    const back = await member.api.ok(rosterMembers.fillRosterRow, await filled(member, 0));
    expect(back).toMatchObject({ applicationId: id, admission: 'waiting' });
  });

  it('is over with the link, which is dead once it is taken back or whoever made it is gone', async () => {
    const stranger = () => body.world.stranger.refused(rosterMembers.getLinkedRoster, { params: link() });
    await body.agent.api.ok(rosterMembers.endRosterLink, { params: params() });
    expect((await stranger()).code).toBe('invitation-invalid');
    expect((await member.api.refused(rosterMembers.fillRosterRow, await filled(member, 0))).code).toBe(
      'invitation-invalid',
    );
    const colleague = await candidateByPhone(body.world, '13900000002');
    const { linkPath } = await body.agent.api.ok(units.inviteAgent, {
      params: { id: body.unit.id },
      body: { phone: '13900000002', handsOver: false },
    });
    await colleague.api.ok(units.joinUnit, { params: { token: tokenIn(linkPath) } });
    const theirs = await colleague.api.ok(rosterMembers.openRosterLink, { params: params() });
    token = tokenIn(theirs.link?.path ?? null);
    expect((await body.world.stranger.ok(rosterMembers.getLinkedRoster, { params: link() })).unitName).toBe(
      '某培训学校',
    );
    await body.agent.api.ok(units.removeAgent, { params: { id: body.unit.id, accountId: colleague.accountId } });
    expect((await stranger()).code).toBe('invitation-invalid');
    expect((await now()).link).toBeNull();
  });
});
