import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noticeVersionRecord } from '../../bff/src/features/notices/notice.record';
import { MOST_BREACH_EVIDENCE, breachCases as cases } from '@jikaotong/shared/contract';
import { cameraPicture } from '../builders/photos';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { type SignedInPerson, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

describe('photos and documents beside a breach', () => {
  let world: World;
  let exam: Examination;
  let second: SignedInPerson;
  let cheat: Candidate;
  let id: string;
  let picture: Buffer;

  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    await world.db.tx(async (h) => {
      const all = await h.repo(noticeVersionRecord).find();
      const contentOf = (noticeId: string) =>
        Object(all.find((one) => one.noticeId === noticeId)?.content) as Record<string, unknown>;
      const { conduct } = contentOf('shqbxh-2025-certification');
      const content = { ...contentOf('bspia-2026-certification'), conduct };
      await h.repo(noticeVersionRecord).update({ noticeId: 'bspia-2026-certification' }, { content });
    });
    exam = await openExamination(world);
    second = await staffMember(world, exam.administrator, 'kaowu2', ['exam-officer']);
    cheat = await exam.paid('o-cheat', { name: '舞弊', order: 2 });
    picture = await cameraPicture();
    await world.moveTo('2026-12-12', '18:00');
    const body = { item: 'tier-2-1', facts: '考试中使用手机' };
    id = (await exam.officer.api.ok(cases.openBreach, { params: { id: cheat.id }, body })).id;
  });
  afterAll(() => world.stop());

  const file = (bytes: Buffer = picture) => ({ params: { id }, file: { bytes, name: 'x.jpg' } });
  const byStaff = (who = exam.officer) => who.api.call(cases.addBreachEvidence, file());
  const byPerson = (who = cheat.person) => who.api.call(cases.addOwnBreachEvidence, file());
  const own = () => cheat.person.api.ok(cases.getBreach, { params: { id } });

  it('are laid there by those who deal with it, and by nobody else', async () => {
    expect((await byStaff()).data).toMatchObject({
      evidence: [{ side: 'body', type: 'image/jpeg' }],
      mayAddEvidence: true,
    });
    expect((await byStaff(exam.reviewer)).status).toBe(403);
    expect((await byPerson()).status).toBe(404);
    expect((await exam.officer.api.call(cases.addBreachEvidence, file(Buffer.from('<html>')))).code).toBe(
      'unsupported-type',
    );
    for (let more = 1; more < MOST_BREACH_EVIDENCE; more += 1) expect((await byStaff()).status).toBe(200);
    expect((await byStaff()).code).toBe('upload-quota');
  });

  it('are open to the person from the notice on, who adds inside the window, and takes back only the own', async () => {
    await exam.officer.api.ok(cases.notifyBreach, { params: { id } });
    const told = await own();
    expect(told).toMatchObject({ mayAddEvidence: true });
    expect(told.evidence).toHaveLength(MOST_BREACH_EVIDENCE);
    const shown = await fetch(`${world.origin}${told.evidence[0]?.url ?? ''}`);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect((await byPerson(exam.stranger)).status).toBe(404);
    const { data } = await byPerson();
    const mine = (data as typeof told).evidence.find(({ side }) => side === 'person');
    const remove = (evidenceId: string) =>
      cheat.person.api.call(cases.removeOwnBreachEvidence, { params: { id, evidenceId } });
    expect((await remove(told.evidence[0]?.id ?? '')).status).toBe(404);
    expect((await remove(mine?.id ?? '')).data).toMatchObject({ mayAddEvidence: true });
    expect((await own()).evidence.every(({ side }) => side === 'body')).toBe(true);
    expect((await byPerson()).status).toBe(200);
    await cheat.person.api.ok(cases.stateToBreach, { params: { id }, body: { words: '手机是关着的，见照片' } });
    // what was said stands; a file may still follow while the window is open
    expect((await byPerson()).status).toBe(200);
  });

  it('stand as they are once the window is over, or one has said what shall follow', async () => {
    const { statementUntil } = await own();
    await world.moveTo(statementUntil ?? '');
    expect((await own()).mayAddEvidence).toBe(true);
    await world.moveTo('2026-12-18');
    expect((await own()).mayAddEvidence).toBe(false);
    expect(await byPerson()).toMatchObject({ code: 'too-late', data: { closedOn: statementUntil } });
    await exam.officer.api.ok(cases.removeBreachEvidence, {
      params: { id, evidenceId: (await own()).evidence[0]?.id ?? '' },
    });
    await exam.officer.api.ok(cases.proposeBreach, { params: { id }, body: { drops: false, reason: '照片清楚' } });
    expect(await byStaff()).toMatchObject({ code: 'wrong-state', data: { state: 'evidence-closed' } });
    const seen = await second.api.ok(cases.getStaffBreach, { params: { id } });
    expect(seen.evidence.map(({ side }) => side)).toEqual(['body', 'body', 'body', 'body', 'body', 'person', 'person']);
    const [one] = seen.evidence;
    const gone = await second.api.call(cases.removeBreachEvidence, { params: { id, evidenceId: one?.id ?? '' } });
    expect(gone).toMatchObject({ code: 'wrong-state' });
  });
});
