import { localDate } from '@jikaotong/shared/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addCandidate, addEvent } from '../../approved.testing';
import { migrations } from '../../migrations';
import type { Db, Handle } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { type Candidate, changeCandidate, findCandidate, holdPerson, takeDocument } from '../candidates';
import type { ParticipantState } from './participant.record';
import { releaseKeys } from './release-keys';

const now = { ms: Date.UTC(2026, 10, 24), day: localDate('2026-11-24'), wallMs: Date.UTC(2026, 10, 24) };
const MANY = proveCount(20);

describe('the keys of candidates of one event', () => {
  let db: Db;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    await db.tx((h) => addEvent(h, 's', now.ms));
  });
  afterEach(() => db.close());

  const add = (h: Handle, accountId: string, state: ParticipantState = 'submitted', documentIndex = 'd') =>
    addCandidate(h, { eventId: 's', accountId, nowMs: now.ms }, { documentIndex }, state);
  const handIn = (state?: ParticipantState) => (accountId: string) =>
    db.tx(async (h) => {
      const row = await add(h, accountId, state);
      if (state !== 'draft') await takeDocument({ h, now }, row);
      return row;
    });
  const holders = async (rows: readonly Candidate[]) =>
    db.read(async (h) => {
      const found = await Promise.all(rows.map(({ id }) => findCandidate(h, id)));
      return found.map((row) => row?.documentKey !== null);
    });

  it('let one hold a document, and hand it to the oldest that was handed in without it', async () => {
    const first = await handIn()('a');
    const draft = await handIn('draft')('b');
    const second = await handIn()('c');
    const third = await handIn()('d');
    const rows = [first, draft, second, third];
    expect(await holders(rows)).toEqual([true, false, false, false]);
    const cases = await db.read((h) => h.query<{ kind: string }>('SELECT kind FROM open_case'));
    expect(cases.map(({ kind }) => kind)).toEqual(['document-twice', 'document-twice']);
    await db.tx((h) => releaseKeys(h, first));
    expect(await holders(rows)).toEqual([false, false, true, false]);
    // over for good: it would inherit the document back
    await db.tx((h) => h.run("UPDATE participant SET state = 'withdrawn' WHERE candidate_id = ?", [first.id]));
    await db.tx((h) => releaseKeys(h, second));
    expect(await holders(rows)).toEqual([false, false, false, true]);
  });

  it(`let one of ${MANY} be the person, whatever their documents, while an unguarded twin lets all`, async () => {
    const rows = await db.tx(async (h) => {
      const made: Candidate[] = [];
      for (let at = 0; at < MANY; at += 1) made.push(await add(h, `a${at}`, 'submitted', `d${at}`));
      return made;
    });
    const held = await Promise.all(rows.map((row) => db.tx((h) => holdPerson(h, row, 'p'))));
    expect(held.filter(Boolean)).toHaveLength(1);
    // what anybody would write first: everybody looks before anybody writes, and no key is in the way
    const looks = await Promise.all(rows.map((row) => db.read((h) => findCandidate(h, row.id))));
    const free = looks.filter((row) => row?.personId === null);
    await Promise.all(free.map((row) => db.tx((h) => changeCandidate(h, row?.id ?? '', { personId: 'p' }))));
    const twice = await db.read((h) =>
      h.query<{ n: number | string }>("SELECT COUNT(*) AS n FROM candidate WHERE person_id = 'p'"),
    );
    expect(Number(twice[0]?.n)).toBe(MANY);
  });
});
