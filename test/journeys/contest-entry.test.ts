import jsQR from 'jsqr';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type EntryView,
  contestEntries,
  contests,
  staffEntries,
  files,
  messages,
  posters,
} from '@jikaotong/shared/contract';
import { addDays, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { entryList } from '@jikaotong/shared/lists';
import { identityOf } from '../support/apply';
import { C25 as noticeId, entryBody } from '../support/contest-entry';
import { casesOf } from '../support/listed-cases';
import { entriesOf, listedEntries } from '../support/listed-entries';
import { type SignedInPerson, candidateByWechat, firstAdministrator, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

const params = { id: noticeId };

describe('entering a competition from its poster', () => {
  let world: World;
  let officer: SignedInPerson;
  let reviewer: SignedInPerson;
  let code: string;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-06-10' });
    const administrator = await firstAdministrator(world);
    officer = await staffMember(world, administrator, 'kaowu', ['exam-officer']);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
    const { items } = await officer.api.ok(posters.listPosters, {});
    code = items.find((poster) => poster.noticeId === noticeId)?.code ?? '';
  });
  afterAll(() => world.stop());

  const told = async (person: SignedInPerson) =>
    (await person.api.ok(messages.listMessages, { query: {} })).items.map((message) => message.code);

  it('gives every notice of the body a code, and says of a made-up one that it is unknown', async () => {
    const { items } = await officer.api.ok(posters.listPosters, {});
    expect(new Set(items.map((poster) => poster.code)).size).toBe(items.length);
    expect(items.map((poster) => poster.kind)).toContain('certification');
    expect(await world.stranger.ok(posters.getPoster, { params: { code: 'ZZZZZZZ' } })).toMatchObject({
      state: 'unknown',
      noticeId: null,
    });
  });

  it('carries the link in the QR of its picture, and prints', async () => {
    const picture = await officer.api.file(posters.downloadPosterPng, { params: { code } });
    const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const read = jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
    expect(read).toBe(`${new URL(read ?? '').origin}/#/packages/contest/scan/index?code=${code}`);
    const pdf = await officer.api.file(posters.downloadPosterPdf, { params: { code } });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const candidate = await candidateByWechat(world, 'o-nosy');
    expect((await candidate.api.refused(posters.downloadPosterPng, { params: { code } })).code).toBe('forbidden');
  });

  it('is too early before 06-16, and reminds who asked on the morning before', async () => {
    const early = await candidateByWechat(world, 'o-early');
    expect(await world.stranger.ok(posters.getPoster, { params: { code } })).toMatchObject({
      state: 'upcoming',
      opensOn: '2025-06-16',
      closesOn: '2025-07-25',
      entersHere: true,
    });
    expect(
      await early.api.refused(contestEntries.enterContest, { params, body: await entryBody(early) }),
    ).toMatchObject({
      code: 'too-early',
      data: { opensOn: '2025-06-16' },
    });
    await early.api.ok(posters.askPosterReminder, { params: { code } });
    await early.api.ok(posters.askPosterReminder, { params: { code } });
    await world.moveTo('2025-06-15', '09:30');
    expect(await told(early)).toEqual(['contest-opens']);
    await world.moveTo('2025-07-10');
    expect(await told(early)).toEqual(['contest-opens']);
  });

  it('is taken down and put up again', async () => {
    const put = (withdrawn: boolean) =>
      officer.api.ok(posters.withdrawPoster, { params: { code }, body: { withdrawn } });
    expect(await put(true)).toMatchObject({ state: 'withdrawn', withdrawnOn: '2025-07-10' });
    expect(await world.stranger.ok(posters.getPoster, { params: { code } })).toMatchObject({ state: 'withdrawn' });
    expect(await put(false)).toMatchObject({ state: 'open', withdrawnOn: null });
  });

  it('enters, changes, steps back and enters again with what is known', async () => {
    const wang = await candidateByWechat(world, 'o-wang');
    const entry = await wang.api.ok(contestEntries.enterContest, { params, body: await entryBody(wang, { order: 1 }) });
    expect(entry).toMatchObject({ state: 'entered', unionCard: true, contest: { state: 'open' } });
    expect(entry.contest.stages.map(({ printed }) => printed)).toEqual([
      '2025年7月下旬',
      '2025年8月上旬',
      '2025年9月上旬',
    ]);
    const { photoFileId: _, documentNumber: __, phone: ___, ...rest } = await entryBody(wang);
    expect((await wang.api.refused(contestEntries.enterContest, { params, body: rest })).code).toBe('entry-conflict');

    const at = { params: { id: entry.id }, ifMatch: entry.version };
    const changed = await wang.api.ok(contestEntries.changeEntry, { ...at, body: { ...rest, unit: '北京另一家公司' } });
    expect(changed).toMatchObject({ unit: '北京另一家公司', documentNumberMasked: entry.documentNumberMasked });
    expect((await wang.api.refused(contestEntries.changeEntry, { ...at, body: rest })).code).toBe('changed-meanwhile');

    const stranger = await candidateByWechat(world, 'o-else');
    expect((await stranger.api.refused(contestEntries.getEntry, { params: { id: entry.id } })).code).toBe('not-found');
    expect((await stranger.api.refused(contestEntries.withdrawEntry, { params: { id: entry.id } })).code).toBe(
      'not-found',
    );

    expect((await wang.api.ok(contestEntries.withdrawEntry, { params: { id: entry.id } })).state).toBe('withdrawn');
    expect((await wang.api.refused(contestEntries.withdrawEntry, { params: { id: entry.id } })).code).toBe(
      'wrong-state',
    );
    const known = await wang.api.ok(contestEntries.getKnownEntrant, { params });
    expect(known).toMatchObject({
      name: '张伟',
      unit: '北京另一家公司',
      unitType: 'company',
      coach: '李老师',
      unionCard: true,
      levels: [{ level: 4 }],
      group: 'monitor',
      groupNote: null,
      training: true,
      entryId: null,
    });
    expect(known.photoUrl).not.toBeNull();
    const again = await wang.api.ok(contestEntries.enterContest, { params, body: rest });
    expect(again.id).not.toBe(entry.id);
    expect(await told(wang)).toEqual(['contest-entered', 'contest-withdrawn', 'contest-entered']);
  });

  it('refuses a white photo, 56 years, a photo of somebody else and who has not consented', async () => {
    const li = await candidateByWechat(world, 'o-li');
    const enter = async (person: SignedInPerson, body: Awaited<ReturnType<typeof entryBody>>) =>
      person.api.refused(contestEntries.enterContest, { params, body });
    expect(await enter(li, await entryBody(li, { order: 2 }, '#ffffff'))).toMatchObject({
      code: 'photo-refused',
      data: { faults: [{ code: 'photo-background', data: { background: 'blue' } }] },
    });
    const born = (day: string) => ({ order: 2, birthDate: localDate(day) });
    const judged = (code: string) => ({
      code: 'not-eligible',
      data: { assessment: { routes: [{ shortfalls: [{ code, source: { clause: '三（五）1' } }] }] } },
    });
    expect(await enter(li, await entryBody(li, born('1969-07-10')))).toMatchObject(judged('too-old'));
    expect(await enter(li, await entryBody(li, born('2007-07-11')))).toMatchObject(judged('too-young'));
    // 18 on this very day
    const young = await candidateByWechat(world, 'o-young');
    const entered = await young.api.ok(contestEntries.enterContest, {
      params,
      body: await entryBody(young, born('2007-07-10')),
    });
    await young.api.ok(contestEntries.withdrawEntry, { params: { id: entered.id } });
    const other = await candidateByWechat(world, 'o-other');
    expect((await enter(li, await entryBody(other, { order: 2 }))).code).toBe('file-refused');
    const silent = await candidateByWechat(world, 'o-silent', { consents: false });
    expect((await enter(silent, await entryBody(silent, { order: 2 }))).code).toBe('consent-needed');
    // 55 years and 364 days, the last day of the printed age
    const body = await entryBody(li, born('1969-07-11'));
    expect((await li.api.ok(contestEntries.enterContest, { params, body })).state).toBe('entered');
  });

  it('answers two accounts with one document alike, and gives staff a case', async () => {
    const people = await Promise.all(['o-one', 'o-two'].map((openid) => candidateByWechat(world, openid)));
    const entries: EntryView[] = [];
    for (const person of people)
      entries.push(
        await person.api.ok(contestEntries.enterContest, { params, body: await entryBody(person, { order: 9 }) }),
      );
    expect(entries.map(({ state, verdict, version }) => [state, verdict, version])).toEqual(
      Array.from({ length: 2 }, () => [entries[0]?.state, entries[0]?.verdict, 1]),
    );
    const items = await casesOf(reviewer, 'open');
    expect(items.map(({ kind }) => kind)).toEqual(['document-twice']);
    const listed = await listedEntries(reviewer, { doubts: 'case' });
    expect(listed.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
    const [first, second] = entries;
    expect([items[0]?.entryId, items[0]?.otherEntryId].toSorted()).toEqual([first?.id, second?.id].toSorted());
    const detail = await reviewer.api.ok(staffEntries.getStaffEntry, { params: { id: second?.id ?? '' } });
    expect(detail).toMatchObject({
      cases: [{ id: items[0]?.id, kind: 'document-twice', twins: [first?.id] }],
      unprintable: [],
      documentNumber: identityOf({ order: 9 }).documentNumber,
    });
  });

  it('gives the document to the twin once the other is refused, so that a third one is told apart again', async () => {
    const [holder] = await listedEntries(reviewer, { doubts: 'case' });
    const detail = await reviewer.api.ok(staffEntries.getStaffEntry, { params: { id: holder?.id ?? '' } });
    const body = { verdict: 'refused' as const, version: detail.version, reason: '同一证件已有另一份报名' };
    await reviewer.api.ok(staffEntries.decideEntry, { params: { id: detail.id }, body });
    const third = await candidateByWechat(world, 'o-three');
    const entry = await third.api.ok(contestEntries.enterContest, {
      params,
      body: await entryBody(third, { order: 9 }),
    });
    const told = await reviewer.api.ok(staffEntries.getStaffEntry, { params: { id: entry.id } });
    expect(told.cases.map(({ twins }) => twins)).toEqual(detail.cases.map(({ twins }) => twins));
    await third.api.ok(contestEntries.withdrawEntry, { params: { id: entry.id } });
  });

  it('gives the document to the twin when the holder changes to another one', async () => {
    const holder = await candidateByWechat(world, 'o-holder');
    const twin = await candidateByWechat(world, 'o-twin');
    const enterAs = async (person: SignedInPerson) =>
      (await person.api.ok(contestEntries.enterContest, { params, body: await entryBody(person, { order: 21 }) })).id;
    const [first, second] = [await enterAs(holder), await enterAs(twin)];
    const body = await entryBody(holder, { order: 22 });
    await holder.api.ok(contestEntries.changeEntry, { params: { id: first }, body, ifMatch: 1 });
    const keys = await world.db.read((h) =>
      h.query<{ id: string; document_key: string | null; account_key: string | null }>(
        'SELECT id, document_key, account_key FROM candidate WHERE id IN (?, ?) ORDER BY id',
        [first, second],
      ),
    );
    expect(keys.map(({ id }) => id)).toEqual([first, second]);
    expect(keys.every(({ document_key, account_key }) => document_key !== null && account_key !== null)).toBe(true);
    expect(keys[0]?.document_key).not.toBe(keys[1]?.document_key);
    await holder.api.ok(contestEntries.withdrawEntry, { params: { id: first } });
    await twin.api.ok(contestEntries.withdrawEntry, { params: { id: second } });
  });

  it('opens the photo of an entrant by its link to its owner alone, for those who judge see it beside the entry', async () => {
    const li = await candidateByWechat(world, 'o-photo');
    const body = await entryBody(li, { order: 23 });
    const entry = await li.api.ok(contestEntries.enterContest, { params, body });
    const photo = { params: { id: body.photoFileId ?? '' } };
    expect((await li.api.ok(files.linkFile, photo)).url).toContain(photo.params.id);
    const { photoUrl } = await reviewer.api.ok(staffEntries.getStaffEntry, { params: { id: entry.id } });
    expect(photoUrl).toContain(photo.params.id);
    const other = await candidateByWechat(world, 'o-curious');
    for (const { api } of [reviewer, officer, other])
      expect((await api.refused(files.linkFile, photo)).code).toBe('not-found');
    await li.api.ok(contestEntries.withdrawEntry, { params: { id: entry.id } });
  });

  it('is judged by staff: the doubt with its clause, accepted once, refused with a reason and entered again', async () => {
    const ming = await candidateByWechat(world, 'o-ming');
    const other = { ...(await entryBody(ming, { order: 12 })), group: 'other', groupNote: '消防控制室值班' };
    const unknown = { ...other, group: 'astronaut', groupNote: null };
    expect(await ming.api.refused(contestEntries.enterContest, { params, body: unknown })).toMatchObject({
      code: 'details-missing',
      data: { missing: ['group'] },
    });
    const entry = await ming.api.ok(contestEntries.enterContest, { params, body: other });
    expect(entry).toMatchObject({ group: 'other', groupName: null, verdict: 'needs-review', decision: null });
    const at = { params: { id: entry.id } };
    const detail = await reviewer.api.ok(staffEntries.getStaffEntry, at);
    expect(detail.assessment).toMatchObject({
      verdict: 'needs-review',
      routes: [{ doubts: [{ source: { clause: '三（五）2' } }] }],
    });
    expect(
      (await officer.api.refused(staffEntries.decideEntry, { ...at, body: { verdict: 'accepted', version: 1 } })).code,
    ).toBe('forbidden');
    const decide = { ...at, body: { verdict: 'accepted' as const, version: entry.version } };
    const accepted = await reviewer.api.ok(staffEntries.decideEntry, decide);
    expect(accepted.decision).toEqual({ verdict: 'accepted', reason: null, on: '2025-07-10' });
    expect((await reviewer.api.refused(staffEntries.decideEntry, decide)).code).toBe('wrong-state');
    const refuse = { ...at, body: { verdict: 'refused' as const, reason: '照片不是本人', version: entry.version } };
    expect((await reviewer.api.refused(staffEntries.decideEntry, refuse)).code).toBe('changed-meanwhile');
    const again = { ...at, body: { ...refuse.body, version: accepted.version } };
    expect((await reviewer.api.ok(staffEntries.decideEntry, again)).state).toBe('refused');
    expect(await ming.api.ok(contestEntries.getEntry, at)).toMatchObject({
      state: 'refused',
      decision: { verdict: 'refused', reason: '照片不是本人' },
    });
    expect(await told(ming)).toEqual(['contest-refused', 'contest-accepted', 'contest-entered']);
    const mended = await ming.api.ok(contestEntries.enterContest, {
      params,
      body: { ...other, group: 'school', groupNote: null },
    });
    expect(mended).toMatchObject({ groupName: '开设安全防范相关专业的院校师生', decision: null });
    await ming.api.ok(contestEntries.withdrawEntry, { params: { id: mended.id } });
  });

  it('lists, counts and exports for staff, and tells entrants of a stage', async () => {
    const { counts } = await reviewer.api.ok(contests.getStaffContest, { params });
    expect(counts).toMatchObject({ entered: 3, withdrawn: 7, undecided: 3, units: 1, training: 3 });
    const list = { params: await entriesOf(reviewer) };
    const { total, by } = await reviewer.api.ok(entryList.counts, { ...list, query: {} });
    expect([total, by['state']]).toEqual([12, { submitted: 3, withdrawn: 7, rejected: 2 }]);
    const first = await reviewer.api.ok(entryList.rows, { ...list, query: { limit: '1' } });
    expect(first.next).not.toBeNull();
    expect(await listedEntries(reviewer, { q: '没有此人' })).toEqual([]);

    const announced = { day: localDate('2025-07-28'), startsAt: timeOfDay('09:00'), place: '亦庄考点' };
    const over = {
      params: { ...params, stage: 'preliminary' as const },
      body: { ...announced, day: addDays(world.today(), -1) },
    };
    expect((await officer.api.refused(contests.announceStage, over)).code).toBe('day-over');
    // 7月下旬 is printed for it, while one can still enter: warned of on the screen, never refused
    const early = { ...over, body: { ...announced, day: localDate('2025-07-24') } };
    expect((await officer.api.ok(contests.announceStage, early)).stages[0]?.announced?.day).toBe('2025-07-24');
    const contest = await officer.api.ok(contests.announceStage, {
      params: { ...params, stage: 'preliminary' },
      body: announced,
    });
    expect(contest.stages[0]).toMatchObject({ printed: '2025年7月下旬', announced });
    const before = {
      params: { ...params, stage: 'semi-final' as const },
      body: { ...announced, day: localDate('2025-07-27') },
    };
    expect(await officer.api.refused(contests.announceStage, before)).toMatchObject({
      code: 'stage-order-wrong',
      data: { first: 'preliminary', firstDay: '2025-07-28', second: 'semi-final', secondDay: '2025-07-27' },
    });
    const li = await candidateByWechat(world, 'o-li');
    expect((await told(li))[0]).toBe('contest-stage-announced');
    const candidate = li.api.refused(entryList.rows, { ...list, query: {} });
    expect((await candidate).code).toBe('forbidden');
  });

  it('closes after 07-25, having reminded who has not entered', async () => {
    const early = await candidateByWechat(world, 'o-early');
    await world.moveTo('2025-07-25', '23:00');
    expect((await told(early))[0]).toBe('contest-closes');
    const wang = await candidateByWechat(world, 'o-wang');
    const mine = (await wang.api.ok(contestEntries.listMyEntries, {})).items.find(({ state }) => state === 'entered');
    await world.moveTo('2025-07-26', '00:00');
    const late = { code: 'too-late', data: { closedOn: '2025-07-25' } };
    expect(await wang.api.refused(contestEntries.withdrawEntry, { params: { id: mine?.id ?? '' } })).toMatchObject(
      late,
    );
    expect(
      await early.api.refused(contestEntries.enterContest, { params, body: await entryBody(early) }),
    ).toMatchObject(late);
    expect(await world.stranger.ok(posters.getPoster, { params: { code } })).toMatchObject({ state: 'closed' });
    expect((await early.api.refused(posters.askPosterReminder, { params: { code } })).code).toBe('wrong-state');
  });
});
