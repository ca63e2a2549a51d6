import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addStage } from '../../approved.testing';
import { migrations } from '../../migrations';
import type { Db } from '../../platform/db';
import { fixedCrypto } from '../../platform/db/fixed-crypto.testing';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { addJudge, join, judgesOf } from './judge.repository';
import { standJudging } from './judging.repository';

const PHONES = ['13900000301', '13900000302'];

describe('two who give one person a place among the judges of a part at one moment', () => {
  let db: Db;
  let judgingId: string;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    judgingId = await db.tx(async (h) => {
      await addStage(h, 's');
      return (await standJudging(h, { stageId: 's', part: 'skill', bodyId: 'bspia', noticeId: 'n' })).id;
    });
  });
  afterEach(() => db.close());

  const assign = (phone: string, guarded = true) =>
    db.tx(async (h) => {
      const given = { judgingId, bodyId: 'bspia', name: '张裁判', unit: '鉴定中心', assignedBy: 'a' };
      const added = await addJudge(h, fixedCrypto(), { ...given, phone, heats: null, stations: null }, 1);
      // the control: a row that the key does not see
      if (!guarded) await h.run('UPDATE judge SET phone_index = NULL WHERE id = ?', [added?.id ?? '']);
      return added;
    });
  const assignTwice = async (guarded: boolean) =>
    (await Promise.all([assign('13900000301', guarded), assign('13900000301', guarded)])).filter(Boolean).length;
  /** One account opens two links at once. */
  const joinTwice = async (guarded: boolean) => {
    for (const phone of PHONES) await assign(phone);
    const judges = await db.read((h) => judgesOf(h, judgingId));
    const joining = judges.map((judge) =>
      db.tx(async (h) => {
        if (guarded) return join(h, judge, 'one');
        // the control: a link is used up, and nothing says that the account judges here
        return (
          (await h.run("UPDATE judge SET account_id = 'one' WHERE id = ? AND account_id IS NULL", [judge.id])) === 1
        );
      }),
    );
    return (await Promise.all(joining)).filter(Boolean).length;
  };

  it('give one number one place', async () => {
    expect(await assignTwice(true)).toBe(1);
  });

  it('would give it two without the key of the database', async () => {
    expect(await assignTwice(false)).toBe(2);
  });

  it('give one account one place', async () => {
    expect(await joinTwice(true)).toBe(1);
  });

  it('would give it both without the key of the database', async () => {
    expect(await joinTwice(false)).toBe(2);
  });
});
