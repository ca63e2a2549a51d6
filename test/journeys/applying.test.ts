import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, files, orders } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { reviewList } from '@jikaotong/shared/lists';
import { withWrongCheck } from '../builders/citizen-number';
import { futureInstaller, knownFacts, newGuard } from '../builders/facts';
import { portrait, portraitPng, truncatedPortrait } from '../builders/photos';
import { handIn, handInRefused, handedIn, identityOf, readyDraft, uploaded } from '../support/apply';
import { openSession } from '../support/open-session';
import { type SignedInPerson, candidateByWechat, firstAdministrator, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

describe('an application from draft to review', () => {
  let world: World;
  let sessionId: string;
  let reviewer: SignedInPerson;
  let stranger: SignedInPerson;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-15' });
    const administrator = await firstAdministrator(world);
    sessionId = await openSession(administrator);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
    stranger = await candidateByWechat(world, 'o-stranger');
  });
  afterAll(() => world.stop());
  const create = (person: SignedInPerson, offeringCode = 'installer-5') =>
    person.api.refused(applications.createApplication, { body: { sessionId, offeringCode } });

  it('starts inside the window only, with consent, for an offering of the session, once', async () => {
    const person = await candidateByWechat(world, 'o-start');
    expect(await create(person)).toMatchObject({ code: 'too-early', data: { opensOn: '2026-11-16' } });
    await world.moveTo('2026-11-16');
    expect(await create(await candidateByWechat(world, 'o-without', { consents: false }))).toMatchObject({
      code: 'consent-needed',
    });
    expect(await create(person, 'installer-3')).toMatchObject({ code: 'offering-unknown' });
    const body = { sessionId, offeringCode: 'installer-5' };
    const [first, second] = await Promise.all([
      person.api.ok(applications.createApplication, { body }),
      person.api.ok(applications.createApplication, { body: { ...body, facts: knownFacts() } }),
    ]);
    expect(second.id).toBe(first.id);
    const mine = await person.api.ok(applications.listMyApplications, { query: {} });
    expect(mine.items.map(({ id, progress }) => [id, progress.stage])).toEqual([[first.id, 'draft']]);
    expect(await stranger.api.refused(applications.getApplication, { params: { id: first.id } })).toMatchObject({
      status: 404,
    });
    expect(await reviewer.api.refused(applications.getReview, { params: { id: first.id } })).toMatchObject({
      status: 404,
    });
  });

  it('judges what is saved: version, document, name, photo, and whose files they are', async () => {
    const person = await candidateByWechat(world, 'o-save');
    const draft = await person.api.ok(applications.createApplication, {
      body: { sessionId, offeringCode: 'installer-5' },
    });
    const params = { id: draft.id };
    const refused = (body: object, ifMatch = draft.version) =>
      person.api.refused(applications.saveApplication, { params, ifMatch, body });
    const me = identityOf({ order: 1 });
    const faults = (...codes: string[]) => ({ faults: codes.map((code) => expect.objectContaining({ code })) });
    expect(await refused({ candidate: { ...me, documentNumber: withWrongCheck(me.documentNumber) } })).toMatchObject({
      code: 'identity-refused',
      data: faults('identity-check-digit'),
    });
    expect(
      await refused({
        candidate: { ...me, birthDate: localDate('1990-05-02'), documentExpiresOn: localDate('2026-12-11') },
      }),
    ).toMatchObject({
      code: 'identity-refused',
      data: faults('identity-birth-mismatch', 'identity-expired'),
    });
    expect(await refused({ candidate: me }, draft.version + 1)).toMatchObject({ status: 412 });

    const photo = async (bytes: Buffer) => refused({ photoFileId: await uploaded(person, 'photo', bytes) });
    expect(await photo(await portrait({ bytes: 39_999 }))).toMatchObject({
      code: 'photo-refused',
      data: faults('photo-too-small-bytes'),
    });
    expect(await photo(await portrait({ bytes: 81_921 }))).toMatchObject({ data: faults('photo-too-large-bytes') });
    expect(await photo(await portrait({ width: 100, height: 132 }))).toMatchObject({ data: faults('photo-too-low') });
    expect(await photo(await portrait({ background: '#808080' }))).toMatchObject({ data: faults('photo-background') });
    expect(await photo(await portraitPng())).toMatchObject({
      code: 'photo-refused',
      data: { faults: expect.arrayContaining([expect.objectContaining({ code: 'photo-not-jpeg' })]) },
    });
    expect(
      await person.api.refused(files.uploadFile, {
        query: { purpose: 'photo' },
        file: { bytes: await truncatedPortrait(), name: 'a.jpg' },
      }),
    ).toMatchObject({ code: 'file-refused', data: { reason: 'damaged' } });
    const foreign = await uploaded(stranger, 'photo', await portrait());
    expect(await refused({ photoFileId: foreign })).toMatchObject({ code: 'file-refused' });
    expect(await person.api.refused(files.linkFile, { params: { id: foreign } })).toMatchObject({ status: 404 });

    const bytes = await portrait();
    const photoFileId = await uploaded(person, 'photo', bytes);
    const wide = me.documentNumber.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const saved = await person.api.ok(applications.saveApplication, {
      params,
      ifMatch: draft.version,
      body: { candidate: { ...me, documentNumber: wide.toLowerCase() }, photoFileId },
    });
    expect(saved).toMatchObject({
      version: draft.version + 1,
      candidate: { birthDate: '1990-05-01', sex: 'male', phoneMasked: '138****1111' },
      photo: { id: photoFileId },
    });
    expect(saved.candidate.documentNumberMasked).toMatch(/^1101\*{10}/);
    const { url } = await person.api.ok(files.linkFile, { params: { id: photoFileId } });
    const shown = await person.api.fetch(url);
    expect(Buffer.from(await shown.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('is handed in only when everything is there, and says what is not', async () => {
    const person = await candidateByWechat(world, 'o-submit');
    const draft = await person.api.ok(applications.createApplication, {
      body: { sessionId, offeringCode: 'installer-5' },
    });
    const params = { id: draft.id };
    let version = draft.version;
    const save = async (body: object) => {
      ({ version } = await person.api.ok(applications.saveApplication, { params, ifMatch: version, body }));
    };
    expect(await handInRefused(person, draft.id)).toMatchObject({
      code: 'details-missing',
      data: { missing: expect.arrayContaining(['name', 'documentNumber', 'phone']) },
    });
    await save({ candidate: identityOf({ order: 2 }) });
    expect(await handInRefused(person, draft.id)).toMatchObject({ code: 'facts-missing' });
    await save({ facts: knownFacts() });
    expect(await handInRefused(person, draft.id)).toMatchObject({
      code: 'not-eligible',
      data: { assessment: { verdict: 'ineligible' } },
    });
    await save({ facts: futureInstaller() });
    expect(await handInRefused(person, draft.id)).toMatchObject({
      code: 'details-missing',
      data: { missing: ['route'] },
    });
    await save({ route: '2' });
    expect(await handInRefused(person, draft.id)).toMatchObject({ code: 'not-eligible' });
    await save({ route: '1' });
    expect(await handInRefused(person, draft.id)).toMatchObject({ code: 'photo-missing' });
    await save({ photoFileId: await uploaded(person, 'photo', await portrait()) });
    expect(await handInRefused(person, draft.id)).toMatchObject({ code: 'signature-missing' });
    await save({ signatureFileId: await uploaded(person, 'signature', await portraitPng()) });
    const submitted = await handIn(person, draft.id);
    expect(submitted).toMatchObject({ state: 'submitted', progress: { stage: 'in-review' } });
    expect(await handInRefused(person, draft.id)).toMatchObject({ code: 'wrong-state' });
    expect(await create(person)).toMatchObject({ code: 'application-conflict' });

    for (const document of ['application-form', 'work-commitment-letter']) {
      const pdf = await person.api.file(applications.downloadForm, { params: { id: draft.id, document } });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    }
    const other = { id: draft.id, document: 'work-experience-letter' };
    expect(await person.api.refused(applications.downloadForm, { params: other })).toMatchObject({
      code: 'details-missing',
      data: { missing: ['jobs'] },
    });
    expect(await stranger.api.refused(applications.downloadForm, { params: other })).toMatchObject({ status: 404 });
  });

  it('asks for the papers of the route, and lets the doubtful through to staff', async () => {
    const person = await candidateByWechat(world, 'o-papers');
    const facts = newGuard({
      jobs: [{ occupation: '消防员', from: localDate('2010-01-01'), to: null }],
      diplomas: [{ school: 'technical-senior', major: '保安', status: 'graduated', on: localDate('2009-07-01') }],
    });
    const who = { offeringCode: 'security-manager-3', route: '3', facts, order: 3 };
    const draft = await readyDraft(person, sessionId, who);
    expect(draft.assessment.verdict).toBe('needs-review');
    expect(await handInRefused(person, draft.id)).toMatchObject({
      code: 'documents-missing',
      data: { missing: [[['diploma'], ['education-letter']]] },
    });
    const fileIds = [await uploaded(person, 'document', await portrait())];
    await person.api.ok(applications.saveApplication, {
      params: { id: draft.id },
      ifMatch: draft.version,
      body: { papers: [{ document: 'diploma', fileIds }] },
    });
    expect(await handIn(person, draft.id)).toMatchObject({
      state: 'submitted',
      assessment: { verdict: 'needs-review' },
    });
    const { url } = await reviewer.api.ok(files.linkFile, { params: { id: fileIds[0] ?? '' } });
    expect((await reviewer.api.fetch(url)).status).toBe(200);
  });

  it('is returned with remarks, mended, and shows the reviewer only what changed', async () => {
    const person = await candidateByWechat(world, 'o-return');
    const { id, version } = await handedIn(person, sessionId, { order: 4, name: '李静', phone: '13912345678' });
    const params = { id };
    const queue = await reviewer.api.ok(reviewList.rows, { params: { id: sessionId }, query: { q: '5678' } });
    expect(queue.items.map((item) => [item.id, item.name, item.phone])).toEqual([[id, '李静', '139****5678']]);
    const byName = await reviewer.api.ok(reviewList.rows, {
      params: { id: sessionId },
      query: { q: '静', state: 'submitted' },
    });
    expect(byName.items).toHaveLength(1);
    const review = await reviewer.api.ok(applications.getReview, { params });
    expect(review.documentNumber).toBe(identityOf({ order: 4 }).documentNumber);

    const remarks = [{ field: 'photo' as const, text: '照片模糊，请重新拍摄' }];
    expect(
      await reviewer.api.refused(applications.returnApplication, { params, body: { version: version - 1, remarks } }),
    ).toMatchObject({ status: 412 });
    await reviewer.api.ok(applications.returnApplication, { params, body: { version, remarks } });
    const returned = await person.api.ok(applications.getApplication, { params });
    expect(returned).toMatchObject({ state: 'returned', remarks, progress: { stage: 'returned' } });

    // what is retyped as it was is no change
    const retyped = await person.api.ok(applications.saveApplication, {
      params,
      ifMatch: returned.version,
      body: { candidate: identityOf({ order: 4, name: '李静', phone: '13912345678' }) },
    });
    expect(retyped.changedFields).toEqual([]);
    // what is changed and set back again is what the reviewer saw
    const phoned = async (phone: string, ifMatch: number) => {
      const candidate = { ...identityOf({ order: 4, name: '李静', phone }) };
      return person.api.ok(applications.saveApplication, { params, ifMatch, body: { candidate } });
    };
    const other = await phoned('13900009999', retyped.version);
    expect(other.changedFields).toEqual(['phone']);
    const back = await phoned('13912345678', other.version);
    expect(back.changedFields).toEqual([]);
    const photoFileId = await uploaded(person, 'photo', await portrait({ bytes: 50_000 }));
    const mended = { params, ifMatch: back.version, body: { photoFileId } };
    expect((await person.api.ok(applications.saveApplication, mended)).changedFields).toEqual(['photo']);
    await handIn(person, id);
    const again = await reviewer.api.ok(applications.getReview, { params });
    expect(again).toMatchObject({ changedFields: ['photo'], earlierRemarks: [{ field: 'photo' }], remarks: [] });
    expect(
      await person.api.refused(applications.saveApplication, { params, ifMatch: again.version, body: { route: '1' } }),
    ).toMatchObject({ code: 'wrong-state' });
  });

  it('lets one of two reviewers approve, and opens one order', async () => {
    const person = await candidateByWechat(world, 'o-approve');
    const { id, version } = await handedIn(person, sessionId, { order: 5 });
    const params = { id };
    expect(await person.api.refused(orders.getOrder, { params })).toMatchObject({ status: 404 });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        reviewer.api.call(applications.approveApplication, { params, body: { version } }),
      ),
    );
    expect(answers.map(({ code }) => code).filter((code) => code === 'ok')).toHaveLength(1);
    const order = await person.api.ok(orders.getOrder, { params });
    expect(order).toMatchObject({
      state: 'open',
      totalFen: 28_000,
      payBy: '2026-12-04',
      payee: { account: '0200022309014440258' },
      lines: [
        { item: 'theory', fen: 6500 },
        { item: 'skill', fen: 15_500 },
        { item: 'material', fen: 6000 },
      ],
    });
    expect((await person.api.ok(applications.getApplication, { params })).progress.stage).toBe('to-pay');
    const withdrawn = await person.api.ok(applications.withdrawApplication, { params });
    expect(withdrawn.state).toBe('withdrawn');
    expect(await person.api.ok(orders.getOrder, { params })).toMatchObject({ state: 'cancelled' });
    // free again: the same person may apply anew
    expect((await handedIn(person, sessionId, { order: 5 })).state).toBe('submitted');
  });

  it('closes with the application window, but a returned one may come back until payment closes', async () => {
    const late = await candidateByWechat(world, 'o-late');
    const mended = await candidateByWechat(world, 'o-mended');
    const over = await candidateByWechat(world, 'o-over');
    const draft = await readyDraft(late, sessionId, { order: 9 });
    for (const [person, order] of [
      [mended, 10],
      [over, 11],
    ] as const) {
      const { id, version } = await handedIn(person, sessionId, { order });
      const remarks = [{ field: 'phone' as const, text: '请补充' }];
      await reviewer.api.ok(applications.returnApplication, { params: { id }, body: { version, remarks } });
    }
    await world.moveTo('2026-12-01');
    expect(await handInRefused(late, draft.id)).toMatchObject({ code: 'too-late', data: { closedOn: '2026-11-30' } });
    expect(await create(late)).toMatchObject({ code: 'too-late' });
    const idOf = async (person: SignedInPerson) =>
      (await person.api.ok(applications.listMyApplications, { query: {} })).items[0]?.id ?? '';
    await world.moveTo('2026-12-04');
    expect((await handIn(mended, await idOf(mended))).state).toBe('submitted');
    await world.moveTo('2026-12-05');
    expect(await handInRefused(over, await idOf(over))).toMatchObject({
      code: 'too-late',
      data: { closedOn: '2026-12-04' },
    });
  });
});
