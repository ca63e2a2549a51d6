import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, certificates, results, retakes, sittings } from '@jikaotong/shared/contract';
import { portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import { issueCertificates } from '../support/issue-certificates';
import { examinationMarked } from '../support/marking';
import { failedInOctober } from '../support/failed-in-october';
import { type SignedInPerson, candidateByWechat, equipBody } from '../support/people';
import { type World, openWorld } from '../support/world';

const confirmed = { truthful: true, noticeRead: true } as const;

describe('what failed in October is taken again in December', () => {
  let world: World;
  let stage: Awaited<ReturnType<typeof failedInOctober>>;
  let li: SignedInPerson;
  let december: string;
  let first: string;
  let again: string;
  const plan = () => li.api.ok(retakes.getRetake, { params: { id: first } });
  const begin = (sessionId: string, offeringCode = 'installer-5') =>
    li.api.call(retakes.beginRetake, { params: { id: first }, body: { sessionId, offeringCode } });

  beforeAll(async () => {
    world = await openWorld({ day: '2026-09-10' });
    li = await candidateByWechat(world, 'o-li');
    stage = await failedInOctober(world, li);
    ({ december, first } = stage);
  });
  afterAll(() => world.stop());

  it('is offered from the publication on, and not before', async () => {
    expect((await li.api.refused(retakes.getRetake, { params: { id: first } })).status).toBe(404);
    await world.moveTo('2026-10-22');
    await stage.publish(stage.october);
    const [listed] = (await li.api.ok(retakes.listRetakes, {})).items;
    expect(listed).toEqual(await plan());
    expect(await plan()).toMatchObject({
      applicationId: first,
      passes: [{ subject: 'theory', from: '2026-10-22', until: '2027-10-22', source: { clause: '三（六）' } }],
      subjects: ['skill'],
      until: '2027-10-22',
      chances: { used: 0, left: 1 },
      absence: { usesChance: true },
      no: null,
      forfeits: null,
      sessions: [
        {
          sessionId: december,
          examStart: '2026-12-12',
          opens: '2026-11-16',
          closes: '2026-11-30',
          isOpen: false,
          examAfterKept: false,
          feeFen: 21_500,
        },
      ],
      // 1, 3, 4 … are over, of 10 and 12 there are sessions; 2027 is not announced
      printed: [],
      unannounced: [2027],
    });
    expect(await li.api.ok(applications.getApplication, { params: { id: first } })).toMatchObject({ retake: null });
    const stranger = await candidateByWechat(world, 'o-stranger');
    expect((await stranger.api.refused(retakes.getRetake, { params: { id: first } })).status).toBe(404);
    expect((await stranger.api.ok(retakes.listRetakes, {})).items).toEqual([]);
  });

  it('begins in the window only, filled in as before, for the failed subject alone', async () => {
    expect(await begin(december)).toMatchObject({ code: 'too-early', data: { opensOn: '2026-11-16' } });
    await world.moveTo('2026-11-16');
    expect((await begin(december, 'security-manager-3')).code).toBe('retake-elsewhere');
    const begun = await begin(december);
    expect(begun.data).toMatchObject({
      retake: ['skill'],
      state: 'draft',
      route: '1',
      candidate: { name: '李明' },
      photo: { url: expect.any(String) },
      signature: null,
    });
    again = (begun.data as { id: string }).id;
    expect(await begin(december)).toMatchObject({ code: 'retake-under-way', data: { applicationId: again } });
    expect(await plan()).toMatchObject({ no: 'retake-under-way', by: { applicationId: again } });
  });

  it('is charged, seated and marked in that subject alone', async () => {
    const missing = await li.api.refused(applications.submitApplication, { params: { id: again }, body: confirmed });
    expect(missing.code).toBe('signature-missing');
    await signed(li, again);
    const { version } = await li.api.ok(applications.submitApplication, { params: { id: again }, body: confirmed });
    await stage.reviewer.api.ok(applications.approveApplication, { params: { id: again }, body: { version } });
    const { lines, totalFen } = await stage.pay(again);
    // 155 for the practical subject; its material fee is charged with it (assumed)
    expect([totalFen, lines.map(({ item }) => item)]).toEqual([21_500, ['skill', 'material']]);
    await world.moveTo('2026-12-12', '20:00');
    const ticket = await li.api.ok(sittings.getTicket, { params: { id: again } });
    expect(ticket.sittings.map(({ subject }) => subject)).toEqual(['skill']);
    await examinationMarked(world, stage.marker, december, { [ticket.number]: { 操作技能: 77 } });
    await world.moveTo('2026-12-18');
    await stage.publish(december);
    expect(await li.api.ok(results.getResult, { params: { id: again } })).toMatchObject({
      outcome: 'passed',
      subjects: [
        { subject: 'theory', points: null, passed: true },
        { subject: 'skill', points: '77', passed: true },
      ],
    });
    expect(await plan()).toMatchObject({ no: 'retake-not-needed', chances: { used: 1, left: 0 } });
  });

  it('ends in a certificate of the retake', async () => {
    await world.moveTo('2026-12-30');
    await equipBody(world, stage.administrator);
    expect(await issueCertificates(stage.publisher.api, december)).toMatchObject({ issued: 1 });
    const certified = await li.api.ok(applications.getApplication, { params: { id: again } });
    expect(certified.progress.stage).toBe('certified');
    expect(await li.api.ok(certificates.getCertificate, { params: { id: again } })).toMatchObject({ name: '李明' });
    const old = await li.api.ok(applications.getApplication, { params: { id: first } });
    expect(old.progress.stage).toBe('failed');
  });
});

/** Signs a draft anew. */
async function signed(person: SignedInPerson, id: string): Promise<void> {
  const { version } = await person.api.ok(applications.getApplication, { params: { id } });
  const signatureFileId = await uploaded(person, 'signature', await portrait());
  await person.api.ok(applications.saveApplication, { params: { id }, ifMatch: version, body: { signatureFileId } });
}
