import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, messages, orders } from '@jikaotong/shared/contract';
import { handIn, readyDraft } from '../support/apply';
import { openSession } from '../support/open-session';
import { type SignedInPerson, candidateByWechat, firstAdministrator, staffMember } from '../support/people';
import { casesOf } from '../support/listed-cases';
import { type World, openWorld } from '../support/world';

/** What differs between any two applications: ids, links, moments. */
const namesAndTimesAside = (body: string): string =>
  body
    .replaceAll(/\/files\/content\/[\w.-]+/g, 'LINK')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replaceAll(/"(createdAt|submittedAt|sentAt)":\d+/g, '"$1":0');

describe('one document in two accounts', () => {
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

  it('gives two accounts with one document the same answer, and staff a case on both', async () => {
    const [one, two] = [await candidateByWechat(world, 'o-one'), await candidateByWechat(world, 'o-two')];
    const drafts = [
      await readyDraft(one, sessionId, { order: 6, name: '王芳' }),
      await readyDraft(two, sessionId, { order: 6, name: '王芳' }),
    ] as const;
    const first = await handIn(one, drafts[0].id);
    const second = await handIn(two, drafts[1].id);
    const told = async (person: SignedInPerson, id: string) => {
      const view = await person.api.call(applications.getApplication, { params: { id } });
      const list = await person.api.call(applications.listMyApplications, { query: {} });
      const inbox = await person.api.call(messages.listMessages, { query: {} });
      return [view, list, inbox].map(({ status, headers, bytes }) => ({
        status,
        headers: [...headers.keys()],
        tag: headers.get('etag'),
        body: namesAndTimesAside(bytes.toString()),
      }));
    };
    expect(namesAndTimesAside(JSON.stringify(second))).toBe(namesAndTimesAside(JSON.stringify(first)));
    expect(await told(two, second.id)).toEqual(await told(one, first.id));

    const found = (await casesOf(reviewer, 'open')).find(({ kind }) => kind === 'document-twice');
    expect(new Set([found?.applicationId, found?.otherApplicationId])).toEqual(new Set([first.id, second.id]));
    const approve = ({ id, version }: typeof first) =>
      reviewer.api.call(applications.approveApplication, { params: { id }, body: { version } });
    for (const application of [first, second]) {
      expect((await reviewer.api.ok(applications.getReview, { params: { id: application.id } })).cases).toHaveLength(1);
      expect((await approve(application)).code).toBe('case-open');
    }
    await reviewer.api.ok(orders.resolveCase, {
      params: { id: found?.id ?? '' },
      body: { action: 'note', note: '电话核实，第二个账号为本人' },
    });
    expect((await approve(second)).code).toBe('document-held');
    await reviewer.api.ok(applications.rejectApplication, {
      params: { id: first.id },
      body: { version: first.version, reason: '与本人另一账号重复' },
    });
    expect((await approve(second)).code).toBe('ok');
  });

  it('lets the two submit at the same moment, and still only one hold the document', async () => {
    const people = await Promise.all(['o-a', 'o-b', 'o-c'].map((openid) => candidateByWechat(world, openid)));
    const drafts = await Promise.all(people.map((person) => readyDraft(person, sessionId, { order: 7 })));
    const views = await Promise.all(people.map((person, at) => handIn(person, drafts[at]?.id ?? '')));
    expect(views.map(({ state }) => state)).toEqual(['submitted', 'submitted', 'submitted']);
    const held = await world.db.read((h) =>
      h.query<{ n: number | string }>(
        `SELECT COUNT(document_key) AS n FROM candidate WHERE id IN (?, ?, ?)`,
        views.map(({ id }) => id),
      ),
    );
    expect(Number(held[0]?.n)).toBe(1);
    const items = await casesOf(reviewer, 'open');
    expect(items.filter(({ kind }) => kind === 'document-twice')).toHaveLength(2);
  });
});
