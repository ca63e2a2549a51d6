import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applications,
  certificates,
  results,
  retakeSchemes as contract,
  retakes,
  sittings,
} from '@jikaotong/shared/contract';
import { fen, localDate } from '@jikaotong/shared/kernel';
import type { SchemeRow } from '@jikaotong/shared/rules/results';
import { retakeSchemeRecord } from '../../bff/src/features/conduct/retake-scheme.record';
import { updateWhere } from '../../bff/src/platform/db';
import { portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import { failedInOctober } from '../support/failed-in-october';
import { issueCertificates } from '../support/issue-certificates';
import { examinationMarked } from '../support/marking';
import { type SignedInPerson, bspia, candidateByWechat, equipBody, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

const confirmed = { truthful: true, noticeRead: true } as const;
const params = { id: bspia.id };

describe('an exam mode that changes between a first sitting and its retake', () => {
  let world: World;
  let stage: Awaited<ReturnType<typeof failedInOctober>>;
  let li: SignedInPerson;
  let officer: SignedInPerson;
  let again: string;
  const anew: readonly SchemeRow[] = [
    { subject: 'theory', of: ['theory'], kept: false, feeFen: fen(5_000) },
    { subject: 'skill', of: ['skill'], kept: true, feeFen: null },
  ];
  const kept: readonly SchemeRow[] = [
    { subject: 'theory', of: ['theory'], kept: true, feeFen: null },
    { subject: 'skill', of: ['skill'], kept: true, feeFen: fen(9_000) },
  ];
  const set = (rows: readonly SchemeRow[], after: number, from = '2026-12-01', who = officer) =>
    who.api.call(contract.setRetakeScheme, {
      params,
      body: {
        noticeId: 'bspia-2026-certification',
        offeringCode: 'installer-5',
        from: localDate(from),
        after,
        rows: rows.map(({ of, ...row }) => ({ ...row, of: [...of] })),
      },
    });
  const plan = () => li.api.ok(retakes.getRetake, { params: { id: stage.first } });
  const begin = async () => {
    const body = { sessionId: stage.december, offeringCode: 'installer-5' };
    const begun = await li.api.ok(retakes.beginRetake, { params: { id: stage.first }, body });
    const { version } = begun;
    const signatureFileId = await uploaded(li, 'signature', await portrait());
    await li.api.ok(applications.saveApplication, {
      params: { id: begun.id },
      ifMatch: version,
      body: { signatureFileId },
    });
    return begun;
  };
  const submit = (id: string) => li.api.call(applications.submitApplication, { params: { id }, body: confirmed });

  beforeAll(async () => {
    world = await openWorld({ day: '2026-09-10' });
    li = await candidateByWechat(world, 'o-li');
    stage = await failedInOctober(world, li);
    officer = await staffMember(world, stage.administrator, 'kaowu', ['exam-officer']);
    await world.moveTo('2026-10-22');
    await stage.publish(stage.october);
  });
  afterAll(() => world.stop());

  it('is set by staff of the body for a day to come, whole, and by one of those who set it at once', async () => {
    expect(await plan()).toMatchObject({
      subjects: ['skill'],
      scheme: null,
      sessions: [{ scheme: null, feeFen: 21_500 }],
    });
    const [one] = anew;
    if (!one) throw new Error('no row');
    expect((await set(anew, 0, '2026-12-01', stage.reviewer)).status).toBe(403);
    const wrong = async (rows: readonly SchemeRow[], from?: string) => (await set(rows, 0, from)).data;
    expect(await wrong(anew, '2026-10-21')).toMatchObject({ state: 'scheme-in-past' });
    expect(await wrong([one])).toMatchObject({ state: 'scheme-incomplete' });
    expect(await wrong([one, one])).toMatchObject({ state: 'scheme-incomplete' });
    expect(await wrong(anew.map((row) => ({ ...row, of: ['theory'] })))).toMatchObject({
      state: 'scheme-subject-lost',
    });
    const answers = await Promise.all([set(anew, 0), set(anew, 0), set(anew, 0)]);
    expect(answers.map(({ code }) => code).toSorted()).toEqual(['changed-meanwhile', 'changed-meanwhile', 'ok']);
    const { offerings } = await officer.api.ok(contract.getRetakeSchemes, { params });
    expect(offerings.find(({ offering }) => offering.code === 'installer-5')).toMatchObject({
      subjects: [
        { subject: 'theory', feeFen: 6_500 },
        { subject: 'skill', feeFen: 15_500 },
      ],
      versions: [{ version: 1, from: '2026-12-01', rows: anew, by: expect.any(String) }],
      // it holds for exams from December on
      standingId: null,
    });
    expect(offerings.filter(({ versions }) => versions.length > 0)).toHaveLength(1);
  });

  it('is what the planner says: which subjects, at which fee', async () => {
    expect(await plan()).toMatchObject({
      subjects: ['skill'],
      scheme: { version: 1, from: '2026-12-01', rows: anew },
      // 50 and 155, and the material of the practical subject
      sessions: [{ sessionId: stage.december, subjects: ['theory', 'skill'], scheme: 1, feeFen: 26_500 }],
    });
  });

  it('is what the application asks for, and one begun by an older version is not handed in', async () => {
    await world.moveTo('2026-11-16');
    const old = await begin();
    expect(old).toMatchObject({
      retake: ['theory', 'skill'],
      retakeScheme: {
        version: 1,
        charges: [{ item: 'theory', fen: 5_000, source: { standard: expect.stringMatching(/第1版/) } }],
      },
    });
    expect((await set(kept, 1)).status).toBe(200);
    expect(await submit(old.id)).toMatchObject({ code: 'wrong-state', data: { state: 'retake-scheme-changed' } });
    await li.api.ok(applications.withdrawApplication, { params: { id: old.id } });
    const begun = await begin();
    expect(begun).toMatchObject({ retake: ['skill'], retakeScheme: { version: 2, charges: [{ fen: 9_000 }] } });
    again = begun.id;
  });

  it('begins nothing that nobody could hand in: a subject for which neither the body nor the notice has a fee', async () => {
    await li.api.ok(applications.withdrawApplication, { params: { id: again } });
    const write = (rows: readonly SchemeRow[]) =>
      world.db.tx((h) => updateWhere(h, retakeSchemeRecord, { bodyId: bspia.id, version: 2 }, { rows }));
    await write([...kept, { subject: 'review', of: [], kept: false, feeFen: null }]);
    const body = { sessionId: stage.december, offeringCode: 'installer-5' };
    expect(await li.api.refused(retakes.beginRetake, { params: { id: stage.first }, body })).toMatchObject({
      code: 'wrong-state',
      data: { state: 'retake-fee-unset' },
    });
    expect(await plan()).toMatchObject({ no: null });
    await write(kept);
    again = (await begin()).id;
  });

  it('freezes the fee at the hand-in, also for what is mended after it changed again', async () => {
    const { version } = (await submit(again)).data as { version: number };
    expect((await set(anew, 2)).status).toBe(200);
    const remarks = [{ field: 'photo' as const, text: '照片太暗' }];
    await stage.reviewer.api.ok(applications.returnApplication, { params: { id: again }, body: { version, remarks } });
    const mended = (await submit(again)).data as { version: number };
    await stage.reviewer.api.ok(applications.approveApplication, {
      params: { id: again },
      body: { version: mended.version },
    });
    const { lines, totalFen } = await stage.pay(again);
    expect([totalFen, lines.map(({ item }) => item)]).toEqual([15_000, ['skill', 'material']]);
  });

  it('ends in a certificate of what was kept and what was taken', async () => {
    await world.moveTo('2026-12-12', '20:00');
    const ticket = await li.api.ok(sittings.getTicket, { params: { id: again } });
    expect(ticket.sittings.map(({ subject }) => subject)).toEqual(['skill']);
    await examinationMarked(world, stage.marker, stage.december, { [ticket.number]: { 操作技能: 77 } });
    await world.moveTo('2026-12-18');
    await stage.publish(stage.december);
    expect(await li.api.ok(results.getResult, { params: { id: again } })).toMatchObject({ outcome: 'passed' });
    expect(await plan()).toMatchObject({ no: 'retake-not-needed', scheme: null });
    await world.moveTo('2026-12-30');
    await equipBody(world, stage.administrator);
    expect(await issueCertificates(stage.publisher.api, stage.december)).toMatchObject({ issued: 1 });
    expect(await li.api.ok(certificates.getCertificate, { params: { id: again } })).toMatchObject({ name: '李明' });
  });
});
