import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishVersion } from '@jikaotong/bff/features/notices';
import { insert, newId } from '@jikaotong/bff/platform/db';
import { type NoticeDraftView, contestEntries, contests, messages, publishing } from '@jikaotong/shared/contract';
import { parseNotice } from '@jikaotong/shared/notice-file';
import { candidateRecord } from '../../bff/src/features/candidates/candidate.record';
import { entryRecord } from '../../bff/src/features/contests/contest.record';
import { participantRecord } from '../../bff/src/features/participants/participant.record';
import { type NoticeFiles, noticeFiles, reworded } from '../builders/notice-files';
import { C25, entryBody } from '../support/contest-entry';
import { type SignedInPerson, candidateByWechat, firstAdministrator, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

/** The final comes a month later and entrants may be 60. */
const nextC25 = (): NoticeFiles =>
  reworded(
    noticeFiles(C25),
    ['2025年9月上旬', '2025年10月上旬'],
    ['2025 年 9 月上旬', '2025 年 10 月上旬'],
    ['年龄为 18 至 55 周岁', '年龄为 18 至 60 周岁'],
    ['atMost: 55', 'atMost: 60'],
  );

describe('a competition whose notice changes, and publishers who meet', () => {
  let world: World;
  let administrator: SignedInPerson;
  let publisher: SignedInPerson;
  let entrant: SignedInPerson;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10' });
    administrator = await firstAdministrator(world);
    publisher = await staffMember(world, administrator, 'fabu', ['publisher']);
    entrant = await candidateByWechat(world, 'o-entrant');
    const body = await entryBody(entrant, { order: 1 });
    await entrant.api.ok(contestEntries.enterContest, { params: { id: C25 }, body });
  });
  afterAll(() => world.stop());

  const bring = async (files: NoticeFiles): Promise<NoticeDraftView> => {
    const { yaml, rawText } = files;
    const draft = await publisher.api.ok(publishing.importNotice, { body: { yaml, rawText } });
    const paths = draft.assumptions.map(({ path }) => path);
    return publisher.api.ok(publishing.confirmAssumption, {
      params: { id: draft.id },
      body: { paths, confirmed: true },
    });
  };
  const told = async (person: SignedInPerson) =>
    (await person.api.ok(messages.listMessages, { query: {} })).items
      .filter(({ code }) => code === 'notice-changed')
      .map(({ data }) => data);

  it('is published once by two who press at the same time, and tells each entrant once', async () => {
    const draft = await bring(nextC25());
    expect(draft.affected).toEqual({ drafts: 0, submitted: 0, entries: 1 });
    const press = (who: SignedInPerson) => who.api.call(publishing.publishNotice, { params: { id: draft.id } });
    const answers = await Promise.all([press(publisher), press(administrator), press(publisher), press(administrator)]);
    expect(answers.map(({ code }) => code).toSorted()).toEqual(['ok', 'wrong-state', 'wrong-state', 'wrong-state']);
    // whoever was late is told which version came first, and the draft says who published it and who heard
    expect((await press(administrator)).data).toEqual({ state: 'published', version: 2 });
    const ended = await administrator.api.ok(publishing.getNoticeDraft, { params: { id: draft.id } });
    expect(ended).toMatchObject({ state: 'published', publishedVersion: 2, affected: { entries: 1 } });
    expect(['fabu', 'admin']).toContain(ended.endedBy);
    expect(await told(entrant)).toMatchObject([
      { version: 2, standing: 'entry', holds: 'windows', stays: 'conditions' },
    ]);
    const contest = await world.stranger.ok(contests.getContest, { params: { id: C25 } });
    expect(contest.stages.map(({ printed }) => printed)).toContain('2025年10月上旬');
  });

  it('has an event for each stage from its publication, by the running version, whose day is yet to be told', async () => {
    const events = await world.db.read((h) =>
      h.query<{ kind: string; stage: string; version: number | string; first_day: unknown }>(
        `SELECT e.kind AS kind, s.stage AS stage, e.notice_version AS version, e.first_day AS first_day
         FROM contest_stage s JOIN event e ON e.id = s.id WHERE e.notice_id = ? ORDER BY s.stage`,
        [C25],
      ),
    );
    expect(events.map(({ version, ...event }) => ({ ...event, version: Number(version) }))).toEqual(
      ['final', 'preliminary', 'semi-final'].map((stage) => ({ kind: 'stage', stage, version: 2, first_day: null })),
    );
  });

  it('is looked at anew when another version came first', async () => {
    const draft = await bring(
      reworded(nextC25(), ['年龄为 18 至 60 周岁', '年龄为 18 至 50 周岁'], ['atMost: 60', 'atMost: 50']),
    );
    // another publisher, while this one reads
    const { yaml, rawText } = nextC25();
    const parsed = parseNotice(yaml, rawText);
    if (!parsed.ok) throw new Error('the notice does not parse');
    const nowMs = world.clock.businessNow();
    await world.db.tx((h) => publishVersion(h, { notice: parsed.value, rawText, base: 2, nowMs }));

    const at = { params: { id: draft.id } };
    expect(await publisher.api.refused(publishing.publishNotice, at)).toMatchObject({
      code: 'draft-outdated',
      data: { version: 3 },
    });
    expect(await publisher.api.ok(publishing.getNoticeDraft, at)).toMatchObject({ baseVersion: 2, runningVersion: 3 });
    const renew = (runningVersion: number) =>
      publisher.api.call(publishing.renewNoticeDraft, { ...at, body: { runningVersion } });
    expect((await renew(2)).code).toBe('draft-outdated');
    expect((await renew(3)).code).toBe('ok');
    expect(await publisher.api.ok(publishing.publishNotice, at)).toMatchObject({ version: 4 });
    // what was entered stays judged as it was: the entrant is told so
    expect(await told(entrant)).toMatchObject([{ version: 4, holds: '', stays: 'conditions' }, { version: 2 }]);
  });

  it('tells hundreds in batches, each once', async () => {
    await world.db.tx(async (h) => {
      const [entry] = await h.repo(entryRecord).find();
      const [candidate] = await h.repo(candidateRecord).find();
      const [participant] = await h.repo(participantRecord).find();
      if (!entry || !candidate || !participant) throw new Error('no entry');
      const keys = { accountKey: null, documentKey: null };
      const ids = Array.from({ length: 250 }, newId);
      await insert(
        h,
        candidateRecord,
        ids.map((id) => ({ ...candidate, ...keys, id })),
      );
      await insert(
        h,
        participantRecord,
        ids.map((candidateId) => ({ ...participant, id: newId(), candidateId })),
      );
      await insert(
        h,
        entryRecord,
        ids.map((id) => ({ ...entry, id })),
      );
    });
    const count = () =>
      world.db.read(async (h) => {
        const [row] = await h.query<{ n: number }>(`SELECT COUNT(*) AS n FROM message WHERE code = 'notice-changed'`);
        return Number(row?.n);
      });
    const before = await count();
    const draft = await bring(nextC25());
    const published = await publisher.api.ok(publishing.publishNotice, { params: { id: draft.id } });
    expect(published).toMatchObject({ version: 5, affected: { entries: 251 } });
    expect((await count()) - before).toBe(200);
    await world.runJobs();
    expect((await count()) - before).toBe(251);
    await world.runJobs();
    expect((await count()) - before).toBe(251);
  });
});
