import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type RosterView,
  type UnitView,
  applications,
  orders,
  rosterRows,
  rosters,
  sessions,
  sittings,
  units,
} from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { reviewList } from '@jikaotong/shared/lists';
import { readPdfText } from '../../bff/src/platform/pdf/read-text.testing';
import { zipOf } from '../../bff/src/platform/sheets/zip-of.testing';
import { portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import { colleagueOf } from '../support/counter';
import { type SignedInPerson, candidateByPhone, equipBody, firstAdministrator } from '../support/people';
import { oneRoom, planSession } from '../support/plan-session';
import {
  claimsAndConfirms,
  filledRoster,
  lineOf,
  numberOf,
  openRoster,
  photosOf,
  rowsIn,
  templateOf,
} from '../support/rosters';
import { sendSheet, sheetItems } from '../support/send-sheet';
import { phoneOfLine, valuesOfLine } from '../support/training-body';
import { approvedUnit, tokenIn, unitCode } from '../support/units';
import { type World, openWorld } from '../support/world';
import { payAtCashier } from '../support/pay-at-cashier';

const cecc = { id: 'cecc', name: '中国电子商会' } as const;
const MANY = 32;

describe(`E24: a training body with ${MANY} people`, () => {
  let world: World;
  let reviewer: SignedInPerson;
  let officer: SignedInPerson;
  let agent: SignedInPerson;
  let colleague: SignedInPerson;
  let unit: UnitView;
  let roster: RosterView;
  let sessionId: string;
  let template: Buffer;
  beforeAll(async () => {
    world = await openWorld({ day: '2024-08-12' });
    const administrator = await firstAdministrator(world, 'cecc-admin', cecc);
    await equipBody(world, administrator, cecc);
    reviewer = await colleagueOf(world, administrator, cecc.id, 'shenhe', ['reviewer']);
    officer = await colleagueOf(world, administrator, cecc.id, 'kaowu', ['exam-officer']);
    sessionId = await planSession(administrator, {
      noticeId: 'cecc-2024-certification',
      name: '2024年9月批次',
      examOn: '2024-09-21',
      offerings: { 'blockchain-4': ['theory', 'skill'] },
      opens: '2024-08-12',
      closes: '2024-08-25',
      payBy: '2024-09-01',
    });
    agent = await candidateByPhone(world, '13900000001');
    const told = { bodyId: cecc.id, name: '某培训学校', kind: 'training-body' as const, code: unitCode(1) };
    unit = await approvedUnit(agent, reviewer, told);
    colleague = await candidateByPhone(world, '13900000002');
    const params = { id: unit.id };
    const { linkPath } = await agent.api.ok(units.inviteAgent, {
      params,
      body: { phone: '13900000002', handsOver: false },
    });
    await colleague.api.ok(units.joinUnit, { params: { token: tokenIn(linkPath) } });
  });
  afterAll(() => world.stop());
  const params = () => ({ id: roster.id });
  const now = async () => agent.api.ok(rosters.getRoster, { params: params() });
  const send = (who: SignedInPerson, bytes: Buffer, missing: 'keep' | 'remove' = 'keep') =>
    sendSheet(world, who, { endpoints: rosters.rosterSheet, id: roster.id, bytes, missing });
  const everybody = Array.from({ length: MANY }, (_, order) => lineOf(order));

  it('sees where it may hand in, and opens its roster there, the same for both agents', async () => {
    const { items } = await agent.api.ok(rosters.listUnitSessions, { params: { id: unit.id } });
    expect(items).toMatchObject([{ sessionId, where: 'online', allowed: true, closes: '2024-08-25', rosterId: null }]);
    roster = await openRoster(agent, unit, sessionId);
    expect((await openRoster(colleague, unit, sessionId)).id).toBe(roster.id);
    expect(roster).toMatchObject({ closed: null, counts: { total: 0 }, firstReview: { needed: false } });
    const other = await candidateByPhone(world, '13900000077');
    expect((await other.api.refused(rosters.getRoster, { params: params() })).code).toBe('not-found');
  });

  it('names what is wrong at its cell, and takes nothing of such a sheet', async () => {
    template = await templateOf(agent, roster.id);
    const lines = [
      lineOf(0, { 证件号码: '110105199001010000' }),
      lineOf(1, { 手机号: '1380' }),
      lineOf(2, { '申报条件（第几条）': '9' }),
      lineOf(3, { 从哪天起: '' }),
      lineOf(4),
      lineOf(4),
    ];
    const run = await send(agent, await filledRoster(template, lines));
    expect(run).toMatchObject({ state: 'refused', counts: { problems: 5 } });
    const items = await sheetItems(agent, { endpoints: rosters.rosterSheet, id: roster.id, importId: run.id });
    expect(items.map(({ code, column }) => [code, column])).toEqual([
      ['document-check-digit', '证件号码'],
      ['phone-wrong', '手机号'],
      ['not-a-choice', '申报条件（第几条）'],
      ['value-missing', '从哪天起'],
      ['document-twice-with', '证件号码'],
    ]);
    expect((await now()).counts.total).toBe(0);
  });

  it('takes a roster in, says what it costs before, and knows everybody again', async () => {
    const bytes = await filledRoster(template, everybody);
    const sent = await agent.api.ok(rosters.rosterSheet.upload, {
      params: params(),
      file: { bytes, name: '名单.xlsx' },
    });
    expect(sent).toMatchObject({
      state: 'preview',
      counts: { added: MANY },
      effect: { fromFen: 0, toFen: MANY * 16_000 },
    });
    expect(await send(agent, bytes)).toMatchObject({ state: 'done', applied: MANY, refused: 0 });
    expect(await now()).toMatchObject({ counts: { total: MANY, submittable: 0 }, feeFen: MANY * 16_000 });
    expect(await send(agent, bytes)).toMatchObject({ counts: { same: MANY, added: 0, changed: 0 } });
    // what was downloaded says nothing new either
    const current = await agent.api.file(rosters.downloadRoster, { params: params() });
    expect(await send(agent, current)).toMatchObject({
      counts: { same: MANY, added: 0, changed: 0 },
      // nor is it asked why our own verdict is not read
      ignored: [],
    });
  });

  it('of two sheets that were compared with one roster takes one whole, and the other is compared anew', async () => {
    const mine = await filledRoster(template, [...everybody.slice(0, -1), lineOf(MANY - 1, { 手机号: '13700009999' })]);
    const theirs = await filledRoster(template, [
      lineOf(0, { 手机号: '13700008888' }),
      ...everybody.slice(1),
      lineOf(40),
    ]);
    const upload = (who: SignedInPerson, bytes: Buffer) =>
      who.api.ok(rosters.rosterSheet.upload, { params: params(), file: { bytes, name: '名单.xlsx' } });
    const [one, two] = [await upload(agent, mine), await upload(colleague, theirs)];
    const confirm = (who: SignedInPerson, importId: string) =>
      who.api.call(rosters.rosterSheet.confirm, { params: { id: roster.id, importId }, body: { missing: 'remove' } });
    const answers = await Promise.all([confirm(agent, one.id), confirm(colleague, two.id)]);
    expect(answers.map(({ code }) => code).toSorted()).toEqual(['changed-meanwhile', 'ok']);
    await world.runJobs();
    const { counts } = await now();
    const isMine = answers[0]?.code === 'ok';
    expect(counts.total).toBe(isMine ? MANY : MANY + 1);
    const again = await upload(isMine ? colleague : agent, isMine ? theirs : mine);
    expect(again.counts).toMatchObject(
      isMine ? { added: 1, changed: 2, missing: 0 } : { added: 0, changed: 2, missing: 1 },
    );
    expect(await send(agent, await filledRoster(template, everybody), 'remove')).toMatchObject({
      state: 'done',
      refused: 0,
    });
    expect((await now()).counts.total).toBe(MANY);
  });

  it('judges a row as an individual, with the reason', async () => {
    const rows = await rowsIn(agent, roster.id, 'problems');
    expect(rows).toHaveLength(MANY);
    expect(rows[0]).toMatchObject({ standing: 'incomplete', reasons: ['请上传证件照片'], claimed: false });
    const [first] = rows;
    const detail = await agent.api.ok(rosterRows.getRosterRow, { params: { id: roster.id, rowId: first?.id ?? '' } });
    const values = { ...detail.values, jobFrom: '2023-01-01' };
    const change = { params: { id: roster.id, rowId: detail.id }, ifMatch: detail.version, body: { values } };
    const changed = await agent.api.ok(rosterRows.changeRosterRow, change);
    expect(changed.standing).toBe('ineligible');
    expect(changed.reasons.some((reason) => reason.includes('需累计工作满5年'))).toBe(true);
    const wrong = { ...change, ifMatch: changed.version, body: { values: { ...values, phone: '12' } } };
    expect(await agent.api.refused(rosterRows.changeRosterRow, wrong)).toMatchObject({
      code: 'row-refused',
      data: { problems: [{ key: 'phone', code: 'phone-wrong' }] },
    });
    const twice = { params: params(), body: { values: detail.values } };
    expect((await agent.api.refused(rosterRows.addRosterRow, twice)).code).toBe('row-twice');
    const back = { ...change, ifMatch: changed.version, body: { values: detail.values } };
    expect((await agent.api.ok(rosterRows.changeRosterRow, back)).standing).toBe('incomplete');
  });

  it('takes photos out of a ZIP by number, and says what is nobody’s', async () => {
    const zip = await photosOf(everybody.map((_, order) => order));
    const sent = await agent.api.ok(rosters.uploadRosterPhotos, {
      params: params(),
      file: { bytes: zip, name: '照片.zip' },
    });
    expect(sent).toEqual({ taken: MANY, problems: [], missing: { count: 0, names: [] } });
    await world.runJobs();
    expect((await rowsIn(agent, roster.id)).every(({ hasPhoto, standing }) => hasPhoto && standing === 'ready')).toBe(
      true,
    );
    const odd = zipOf([
      { name: '无此人.jpg', bytes: await portrait() },
      { name: `${numberOf(1)}.jpg`, bytes: await portrait({ bytes: 200_000 }) },
      { name: '../../etc/passwd', bytes: Buffer.from('x') },
    ]);
    const answer = await agent.api.ok(rosters.uploadRosterPhotos, {
      params: params(),
      file: { bytes: odd, name: '照片.zip' },
    });
    expect(answer).toMatchObject({
      taken: 0,
      problems: [
        { file: '无此人.jpg', code: 'photo-unknown' },
        { file: `${numberOf(1)}.jpg`, code: 'photo-refused', name: lineOf(1)['姓名'], reason: '要 40–80KB' },
      ],
    });
    const rar = { params: params(), file: { bytes: Buffer.from('Rar!\u001a\u0007'), name: '照片.rar' } };
    expect(await agent.api.refused(rosters.uploadRosterPhotos, rar)).toMatchObject({
      code: 'file-refused',
      data: { reason: 'not-an-archive' },
    });
  });

  it('gives a photo that found nobody to whom the agent says, and to nobody else', async () => {
    const values = { ...valuesOfLine(40), phone: phoneOfLine(40) };
    const row = await agent.api.ok(rosterRows.addRosterRow, { params: params(), body: { values } });
    const few = { params: params() };
    const lacks = { id: row.id, version: row.version, name: row.name, documentTail: row.documentTail };
    expect((await agent.api.ok(rosterRows.listPhotoless, few)).items).toEqual([lacks]);
    const sent = await agent.api.ok(rosters.uploadRosterPhotos, {
      ...few,
      file: { bytes: zipOf([{ name: 'IMG_0001.jpg', bytes: await portrait() }]), name: '照片.zip' },
    });
    expect(sent).toMatchObject({ taken: 0, problems: [{ code: 'photo-unknown' }], missing: { count: 1 } });
    const [{ photo } = {}] = sent.problems;
    expect((await fetch(new URL(photo?.url ?? '', world.origin))).status).toBe(200);
    const give = { params: { ...params(), rowId: row.id }, body: { photoFileId: photo?.fileId ?? '' } };
    const given = await agent.api.ok(rosterRows.changeRosterRow, { ...give, ifMatch: row.version });
    expect(given.hasPhoto).toBe(true);
    expect((await agent.api.ok(rosterRows.listPhotoless, few)).items).toEqual([]);
    const other = await candidateByPhone(world, '13900000091');
    expect((await other.api.refused(rosterRows.listPhotoless, few)).code).toBe('not-found');
    await agent.api.ok(rosterRows.removeRosterRow, { params: { ...params(), rowId: row.id } });
  });

  it('hands nobody in unconfirmed; the signed form stands for the member', async () => {
    const submit = { params: params(), body: { firstReviewed: false } };
    expect((await agent.api.refused(rosters.submitRoster, submit)).code).toBe('nothing-to-submit');
    const rows = await rowsIn(agent, roster.id);
    const form = await agent.api.file(rosterRows.downloadRosterForm, {
      params: { id: roster.id, rowId: rows[0]?.id ?? '' },
    });
    expect(JSON.stringify(await readPdfText(form))).toContain(numberOf(0));
    for (const { id: rowId, version } of rows.slice(1, -1)) {
      const fileId = await uploaded(agent, 'document', await portrait());
      await agent.api.ok(rosterRows.takeSignedForm, { params: { id: roster.id, rowId }, body: { fileId, version } });
    }
    await claimsAndConfirms(world, { agent, rosterId: roster.id, id: rows[0]?.id ?? '' });
    const queued = await agent.api.ok(rosters.submitRoster, submit);
    expect(queued.counts).toMatchObject({ queued: MANY - 1, submittable: 0, unconfirmed: 1 });
    await world.runJobs();
    expect((await now()).counts).toMatchObject({ queued: 0, state: { submitted: MANY - 1, draft: 1 } });
  });

  it('is reviewed as one group, and what is sent back comes to the agent’s row', async () => {
    const query = { unit: unit.id, state: 'submitted', limit: '200' };
    const { items } = await reviewer.api.ok(reviewList.rows, { params: { id: sessionId }, query });
    expect(items).toHaveLength(MANY - 1);
    expect(items[0]?.unit).toBe('某培训学校');
    const [doubtful, ...rest] = items;
    const remarks = [{ field: 'photo' as const, text: '请重新拍照' }];
    await reviewer.api.ok(applications.returnApplication, {
      params: { id: doubtful?.id ?? '' },
      body: { version: doubtful?.version ?? 0, remarks },
    });
    for (const { id, version } of rest)
      await reviewer.api.ok(applications.approveApplication, { params: { id }, body: { version } });
    const returned = await rowsIn(agent, roster.id, 'problems');
    expect(returned).toMatchObject([{ id: doubtful?.id, state: 'returned', remarks, standing: 'incomplete' }]);
    expect(
      await agent.api.ok(rosterRows.getRosterRow, { params: { id: roster.id, rowId: doubtful?.id ?? '' } }),
    ).toMatchObject({
      remarks,
    });
  });

  it('is paid by one order of the unit, which either agent may pay and nobody else sees', async () => {
    expect(await now()).toMatchObject({ toOrder: { candidates: MANY - 2, fen: (MANY - 2) * 16_000 }, orders: [] });
    world.clock.passWall(60_000);
    const member = await candidateByPhone(world, '13700000000');
    const [first] = await rowsIn(agent, roster.id);
    const own = await member.api.ok(applications.getApplication, { params: { id: first?.id ?? '' } });
    expect(own.paidByUnit).toBe(true);
    expect(own.progress.next.map(({ action }) => action)).not.toContain('pay');
    const open = (who: SignedInPerson) => who.api.call(rosters.openRosterOrder, { params: params() });
    const answers = await Promise.all([open(agent), open(colleague)]);
    expect(answers.map(({ code }) => code).toSorted()).toEqual(['ok', 'wrong-state']);
    const [order] = (await now()).orders;
    expect(order).toMatchObject({ state: 'open', candidates: MANY - 2, totalFen: (MANY - 2) * 16_000 });
    const id = order?.applicationId ?? '';
    expect((await colleague.api.ok(orders.getOrder, { params: { id } })).totalFen).toBe((MANY - 2) * 16_000);
    const other = await candidateByPhone(world, '13900000078');
    expect((await other.api.refused(orders.getOrder, { params: { id } })).code).toBe('not-found');
    // a removed agent sees nothing from that moment on
    await agent.api.ok(units.removeAgent, { params: { id: unit.id, accountId: colleague.accountId } });
    expect((await colleague.api.refused(orders.getOrder, { params: { id } })).code).toBe('not-found');
    expect((await colleague.api.refused(rosters.getRoster, { params: params() })).code).toBe('not-found');
    const { cashierUrl } = await agent.api.ok(orders.startPayment, {
      params: { id: order?.id ?? '' },
      body: { method: 'h5' },
    });
    await payAtCashier(world, cashierUrl);
    await agent.api.ok(orders.queryPayment, { params: { id: order?.id ?? '' } });
    const settled = { orders: [{ state: 'settled' }], toOrder: { candidates: 0 }, paidFen: (MANY - 2) * 16_000 };
    expect(await now()).toMatchObject(settled);
  });

  it('has all tickets in one file, in the order of the roster, and gives them to nobody else', async () => {
    const id = { id: sessionId };
    await world.moveTo('2024-09-02');
    const places = oneRoom({ 'blockchain-4': ['theory', 'skill'] }, localDate('2024-09-21'), 40);
    await officer.api.ok(sessions.setSessionPlaces, { params: id, body: places });
    await officer.api.ok(sittings.seatSession, { params: id });
    await world.moveTo('2024-09-16');
    expect(await now()).toMatchObject({ tickets: MANY - 2 });
    expect((await rowsIn(agent, roster.id)).filter(({ hasTicket }) => hasTicket)).toHaveLength(MANY - 2);
    const pdf = await agent.api.file(rosters.downloadRosterTickets, { params: params() });
    expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
    const stranger = await candidateByPhone(world, '13900000079');
    expect((await stranger.api.refused(rosters.downloadRosterTickets, { params: params() })).code).toBe('not-found');
  });
});
