import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications } from '@jikaotong/shared/contract';
import { handedIn, identityOf } from '../support/apply';
import { openSession } from '../support/open-session';
import { type SignedInPerson, candidateByWechat, firstAdministrator, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

describe('what a candidate has sent', () => {
  let world: World;
  let reviewer: SignedInPerson;
  let person: SignedInPerson;
  let params: { id: string };
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    const administrator = await firstAdministrator(world);
    const sessionId = await openSession(administrator);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
    person = await candidateByWechat(world, 'o-sent');
    params = { id: (await handedIn(person, sessionId, { order: 3 })).id };
  });
  afterAll(() => world.stop());

  it('shows its numbers in full to its owner and to nobody else by this way', async () => {
    const { documentNumber, phone } = identityOf({ order: 3 });
    expect(await person.api.ok(applications.getApplicationNumbers, { params })).toEqual({ documentNumber, phone });
    for (const other of [await candidateByWechat(world, 'o-other'), reviewer])
      expect(await other.api.refused(applications.getApplicationNumbers, { params })).toMatchObject({ status: 404 });
  });

  it('gives out the signed form and every paper in each later state', async () => {
    const seen = async () => {
      const form = await person.api.file(applications.downloadForm, {
        params: { ...params, document: 'application-form' },
      });
      expect(form.subarray(0, 5).toString()).toBe('%PDF-');
      const sent = await person.api.ok(applications.getApplication, { params });
      for (const file of [sent.photo, sent.signature])
        expect((await person.api.fetch(file?.url ?? '')).status).toBe(200);
      return sent;
    };
    const { version } = await seen();
    const remarks = [{ field: 'photo' as const, text: '请重新拍摄' }];
    await reviewer.api.ok(applications.returnApplication, { params, body: { version, remarks } });
    await seen();
    await person.api.ok(applications.submitApplication, { params, body: { truthful: true, noticeRead: true } });
    const again = await seen();
    await reviewer.api.ok(applications.approveApplication, { params, body: { version: again.version } });
    await seen();
    await person.api.ok(applications.withdrawApplication, { params });
    expect((await seen()).progress.stage).toBe('withdrawn');
  });
});
