import { readFileSync } from 'node:fs';
import { localDate } from '@jikaotong/shared/kernel';
import { parseNotice } from '@jikaotong/shared/notice-file';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { records } from '../../app';
import { addCandidate } from '../../approved.testing';
import { migrations } from '../../migrations';
import type { Db, Handle } from '../../platform/db';
import { fixedCrypto } from '../../platform/db/fixed-crypto.testing';
import { openThrowawayDb } from '../../platform/db/throwaway';
import type { Context } from '../../platform/http';
import { addBodyIfAbsent } from '../bodies';
import { type Candidate, findCandidate } from '../candidates';
import { insertParticipant, newParticipant, participantsOf, stopLive } from '../participants';
import { loadNotice, publishVersion } from '../notices';
import { decideEntry } from './decide-entry';
import { countEntries, endEntryIf, findEntry, insertOwnRow, listLiveEntries } from './entry.repository';
import { entrantsAmong } from './told-entrant.repository';
import { ensureStages, stageEventOf } from './stage.repository';

const seed = new URL('../../../../shared/notices/bspia-2025-competition-monitor-operator.yaml', import.meta.url);
const read = parseNotice(readFileSync(seed, 'utf8'), null);
if (!read.ok) throw new Error('the seed does not parse');
const notice = read.value;
const crypto = fixedCrypto();

// Who gets on to the semi-final is one candidate with a participant in either stage, and entered once.
let db: Db;
let both: Candidate;
let one: Candidate;
let semiFinal: string;
beforeEach(async () => {
  db = await openThrowawayDb(records, migrations);
  await db.tx(async (h) => {
    await publishVersion(h, { notice, rawText: '原文', base: 0, nowMs: 0 });
    await addBodyIfAbsent(h, { ...notice.body, nowMs: 0 });
    const version = await loadNotice(h, notice.id);
    await ensureStages(h, version);
    semiFinal = await stageEventOf(h, notice.id, 'semi-final');
    both = await enter(h, 'a', version.id);
    one = await enter(h, 'b', version.id);
    // later, and in another state than where the entry stands
    await insertParticipant(h, newParticipant(both, { eventId: semiFinal, state: 'submitted' }));
  });
});
afterEach(() => db.close());

it('stands where it entered, however it is asked for', async () => {
  const where = await db.read((h) => participantsOf(h, [both.id, one.id]));
  const [mine] = [...where.values()].filter(({ candidateId }) => candidateId === both.id);
  expect(mine).toMatchObject({ state: 'approved', verdict: 'eligible' });
  expect(await db.read((h) => findEntry(h, both.id))).toMatchObject({ participantId: mine?.id, state: 'entered' });
});

it('is listed, counted and told once, and waits for nobody by its second stage', async () => {
  const listed = await db.read((h) => listLiveEntries(h, notice.id, { after: null, limit: 50 }));
  expect(listed.map(({ id }) => id)).toEqual([both.id, one.id]);
  expect(await db.read((h) => countEntries(h, notice.id))).toMatchObject({ entered: 2, undecided: 0, withdrawn: 0 });
  expect([...(await db.read((h) => entrantsAmong(h, [both.id, one.id]))).keys()].toSorted()).toEqual(
    [both.id, one.id].toSorted(),
  );
});

it('keeps its keys when one of its stages is stopped, and loses them with the last', async () => {
  const stop = (eventId: string, changeId: string) =>
    db.tx((h) => stopLive(h, eventId, { changeId, until: localDate('2025-08-01') }));
  const keys = async () => {
    const found = await db.read((h) => Promise.all([both, one].map(({ id }) => findCandidate(h, id))));
    return found.map((candidate) => candidate?.accountKey !== null);
  };
  const stopped = await stop(semiFinal, 'first');
  expect(stopped.map(({ candidateId }) => candidateId)).toEqual([both.id]);
  expect(await keys()).toEqual([true, true]);
  await stop(await db.read((h) => stageEventOf(h, notice.id, 'preliminary')), 'second');
  expect(await keys()).toEqual([false, false]);
});

it('is over in every stage when it steps back or is refused, and nobody else is', async () => {
  const states = async (of: Candidate) => {
    const sql = 'SELECT state, version FROM participant WHERE candidate_id = ? ORDER BY id';
    return db.read((h) => h.query<{ state: string; version: number }>(sql, [of.id]));
  };
  const entry = await db.read((h) => findEntry(h, both.id));
  if (!entry) throw new Error('nobody entered');
  const stale = { ...entry, version: entry.version + 1 };
  expect(await db.tx((h) => endEntryIf(contextOf(h), stale, { state: 'withdrawn' }))).toBe(false);
  expect((await states(both)).map(({ state }) => state)).toEqual(['approved', 'submitted']);
  const said = { version: entry.version, byAccountId: 's', reason: '不是本市选手' } as const;
  await db.tx((h) => decideEntry(contextOf(h), entry, { verdict: 'refused', ...said }));
  expect(await states(both)).toEqual([
    { state: 'rejected', version: entry.version + 1 },
    { state: 'rejected', version: entry.version + 1 },
  ]);
  expect(await states(one)).toEqual([{ state: 'approved', version: 1 }]);
  const other = await db.read((h) => findEntry(h, one.id));
  if (!other) throw new Error('nobody entered');
  await db.tx((h) => insertParticipant(h, newParticipant(one, { eventId: semiFinal, state: 'approved' })));
  expect(await db.tx((h) => endEntryIf(contextOf(h), other, { state: 'withdrawn' }))).toBe(true);
  expect((await states(one)).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
});

const contextOf = (h: Handle): Context => ({
  h,
  now: { ms: Date.UTC(2025, 6, 20), day: localDate('2025-07-20'), wallMs: Date.UTC(2025, 6, 20) },
  ports: {
    config: { wechat: { messageTemplates: {} }, sms: { templates: {} } },
    crypto: fixedCrypto(),
  } as Context['ports'],
  requestId: 'test',
  audit: () => {},
  emit: () => Promise.resolve(),
});

async function enter(h: Handle, accountId: string, noticeVersionId: string): Promise<Candidate> {
  const eventId = await stageEventOf(h, notice.id, 'preliminary');
  const said = {
    kind: 'entry',
    bodyId: notice.body.id,
    noticeId: notice.id,
    scope: notice.id,
    accountKey: `${notice.id}:${accountId}`,
    name: `选手${accountId}`,
    origin: 'mainland',
    documentType: 'resident-id',
    documentIndex: accountId,
  } as const;
  const candidate = await addCandidate(h, { eventId, accountId, nowMs: 0 }, said, 'approved');
  const place = { table: 'candidate', column: 'documentNumber', row: candidate.id };
  await h.run('UPDATE candidate SET document_number = ? WHERE id = ?', [
    crypto.encryptField(place, 'E1'),
    candidate.id,
  ]);
  await h.run("UPDATE participant SET verdict = 'eligible', first_submitted_on = '2025-07-01' WHERE candidate_id = ?", [
    candidate.id,
  ]);
  await insertOwnRow(h, {
    id: candidate.id,
    noticeVersionId,
    entrantGroup: null,
    groupNote: null,
    unit: null,
    unitType: null,
    coach: null,
    unionCard: false,
    levels: [],
    training: false,
    withdrawnAt: null,
    judgedOn: null,
    doubts: null,
    decision: null,
    decisionReason: null,
    decidedOn: null,
    decidedBy: null,
    listedOn: null,
    listReference: null,
  });
  return candidate;
}
