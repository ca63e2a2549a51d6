import { localDate } from '@jikaotong/shared/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addNotice } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, newId, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { sessionOfferingRecord } from './session.record';
import { addSession, closePublicity, findSession, noteOffering } from './session.repository';

const MANY = proveCount(20);
const day = localDate('2026-12-14');

describe(`${MANY} who publish results at once`, () => {
  let db: Db;
  const id = newId();
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    await db.tx(async (h) => {
      await addNotice(h, { kind: 'certification' });
      const row = {
        id,
        bodyId: 'bspia',
        noticeId: 'n',
        noticeVersionId: 'v',
        noticeVersion: 1,
        name: '2026年12月批次',
        state: 'published' as const,
        year: 2026,
        number: 1,
        examStart: localDate('2026-12-12'),
        examEnd: localDate('2026-12-12'),
        applicationOpens: null,
        applicationCloses: null,
        paymentOpens: null,
        paymentCloses: null,
        resultsWithin: null,
        placesFrozen: true,
        windowsConfirmedAt: 0,
        calendarYears: null,
        publishedAt: 0,
        resultsPublishedOn: null,
        createdAt: 0,
      };
      await addSession(h, row, ['installer-5', 'installer-3']);
    });
  });
  afterEach(() => db.close());

  const all = <T>(act: () => Promise<T>) => Promise.all(Array.from({ length: MANY }, act));
  const yes = (answers: readonly boolean[]) => answers.filter(Boolean).length;

  it('publish an offering once and close it once, while a twin that looks first publishes it for each', async () => {
    const of = { sessionId: id, code: 'installer-5' };
    expect(yes(await all(() => db.tx((h) => noteOffering(h, of, { resultsPublishedOn: day }))))).toBe(1);
    expect(yes(await all(() => db.tx((h) => closePublicity(h, of, 1))))).toBe(1);
    const looks = await all(() => db.read((h) => findSession(h, id)));
    const open = looks.filter(
      (session) => session?.publications.find(({ offeringCode }) => offeringCode === 'installer-3')?.on === null,
    );
    const twin = { sessionId: id, code: 'installer-3' };
    const done = await Promise.all(
      open.map(() =>
        db.tx(async (h) => (await updateWhere(h, sessionOfferingRecord, twin, { resultsPublishedOn: day })) === 1),
      ),
    );
    expect(yes(done)).toBe(MANY);
  });
});
