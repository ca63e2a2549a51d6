import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addNotice } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, newId } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { addEvent, changeEvent, findEvents, takeRevision } from './event.repository';

const MANY = proveCount(20);

describe(`${MANY} who save a plan that they read at once`, () => {
  let db: Db;
  const id = newId();
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    await db.tx(async (h) => {
      await addNotice(h, { kind: 'certification' });
      await addEvent(h, {
        id,
        kind: 'session',
        bodyId: 'bspia',
        noticeId: 'n',
        noticeVersionId: 'v',
        noticeVersion: 1,
        state: 'planned',
        firstDay: null,
        lastDay: null,
      });
    });
  });
  afterEach(() => db.close());

  const revision = async (): Promise<string> =>
    (await db.read((h) => findEvents(h, [id]))).get(id)?.revision ?? 'nothing is there';
  const saved = async (save: (seen: string) => Promise<boolean>): Promise<number> => {
    const seen = await Promise.all(Array.from({ length: MANY }, revision));
    return (await Promise.all(seen.map(save))).filter(Boolean).length;
  };

  it('save it once, while a twin that looks first lets each overwrite the other', async () => {
    expect(await saved((seen) => db.tx((h) => takeRevision(h, id, seen)))).toBe(1);
    const twin = async (isSame: boolean) => isSame && (await db.tx((h) => changeEvent(h, id, {}))) === 1;
    const looks = await Promise.all(
      (await Promise.all(Array.from({ length: MANY }, revision))).map(async (seen) => seen === (await revision())),
    );
    expect((await Promise.all(looks.map(twin))).filter(Boolean)).toHaveLength(MANY);
  });
});
