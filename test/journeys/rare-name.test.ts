import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, orders } from '@jikaotong/shared/contract';
import { handIn, readyDraft } from '../support/apply';
import { openSession } from '../support/open-session';
import { type SignedInPerson, candidateByWechat, firstAdministrator, staffMember } from '../support/people';
import { casesOf } from '../support/listed-cases';
import { type World, openWorld } from '../support/world';

describe('a name that no font has', () => {
  let world: World;
  let sessionId: string;
  let reviewer: SignedInPerson;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    const administrator = await firstAdministrator(world);
    sessionId = await openSession(administrator);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
  });
  afterAll(() => world.stop());
  const rareCases = async (state: 'open' | 'resolved') =>
    (await casesOf(reviewer, state)).filter(({ kind }) => kind === 'not-printable');

  it('is taken, printed with 〓, and settled by staff before approval', async () => {
    const person = await candidateByWechat(world, 'o-rare');
    const draft = await readyDraft(person, sessionId, { order: 11, name: '李\u200b𠮷' });
    const handedIn = await handIn(person, draft.id);
    expect(handedIn.candidate.name).toBe('李𠮷');
    const form = await person.api.call(applications.downloadForm, {
      params: { id: draft.id, document: 'application-form' },
    });
    expect(form.status).toBe(200);
    const [found, ...others] = await rareCases('open');
    expect([found?.applicationId, others]).toEqual([draft.id, []]);
    const approve = () =>
      reviewer.api.call(applications.approveApplication, {
        params: { id: draft.id },
        body: { version: handedIn.version, reason: '证件已核对' },
      });
    expect((await approve()).code).toBe('case-open');
    await reviewer.api.ok(orders.resolveCase, {
      params: { id: found?.id ?? '' },
      body: { action: 'note', note: '印出后手写补上' },
    });
    expect((await approve()).code).toBe('ok');
  });

  it('closes its case when it is mended into one that can be printed', async () => {
    const person = await candidateByWechat(world, 'o-mended');
    const draft = await readyDraft(person, sessionId, { order: 12, name: '王𠮷' });
    const handedIn = await handIn(person, draft.id);
    const isOfDraft = (item: { applicationId: string | null }) => item.applicationId === draft.id;
    expect((await rareCases('open')).filter(isOfDraft)).toHaveLength(1);
    await reviewer.api.ok(applications.returnApplication, {
      params: { id: draft.id },
      body: { version: handedIn.version, remarks: [{ field: 'name', text: '与证件不一致' }] },
    });
    const returned = await person.api.ok(applications.getApplication, { params: { id: draft.id } });
    await person.api.ok(applications.saveApplication, {
      params: { id: draft.id },
      ifMatch: returned.version,
      body: { candidate: { name: '王吉' } },
    });
    await handIn(person, draft.id);
    expect((await rareCases('open')).filter(isOfDraft)).toEqual([]);
    expect((await rareCases('resolved')).filter(isOfDraft)).toHaveLength(1);
  });
});
