import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDate } from '@jikaotong/shared/kernel';
import { records } from '../../app';
import { addApproved, addEvent } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, type Handle, insert, newId } from '../../platform/db';
import { fixedCrypto } from '../../platform/db/fixed-crypto.testing';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { noteAtDoor } from '../sittings';
import { noteFirst, turn, undo } from './attendance.repository';
import { type Duty, dutiesOfHour, lockHour, noteHeard } from './duty.repository';
import { attendanceRecord, dutyRecord } from './invigilation.record';
import { noteGrace } from './note-grace';

const MANY = proveCount(20);
const NOW = 1_764_000_000_000;
const crypto = fixedCrypto();

describe(`${MANY} phones at once`, () => {
  let db: Db;
  let participantId: string;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    participantId = await db.tx(async (h) => {
      await addEvent(h, 's', NOW);
      const candidateId = await addApproved(h, 's', 'anna', NOW);
      const [row] = await h.query<{ id: string }>('SELECT id FROM participant WHERE candidate_id = ?', [candidateId]);
      await h.run(
        "INSERT INTO session (id, body_id, name, year, number, created_at) VALUES ('s', 'bspia', 's', 2026, 1, ?)",
        [new Date(NOW)],
      );
      await h.run("INSERT INTO session_site (id, session_id, position, name, address) VALUES ('t', 's', 1, 't', 'a')");
      await h.run(
        "INSERT INTO session_room (id, session_id, site_id, position, name, seats) VALUES ('r', 's', 't', 1, '101', 9)",
      );
      await h.run(
        `INSERT INTO sitting (id, session_id, participant_id, offering_code, subject, day, starts_at, ends_at, site_id,
           site_name, address, room_id, room_name, slot, seat, place, state,
           by_room, by_subject, by_seat)
         VALUES ('x', 's', ?, 'o', 'theory', '2026-12-12', '09:00', '10:30', 't', 't', 'a', 'r', '101', '2026-12-12 09:00', 1, '1', 'planned', '1', '1', '1')`,
        [row?.id ?? ''],
      );
      return row?.id ?? '';
    });
  });
  afterEach(() => db.close());

  const many = <T>(act: (at: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: MANY }, (_, at) => act(at)));
  const noted = (state: 'present' | 'absent' = 'present') => ({
    sessionId: 's',
    participantId,
    sittingId: 'x',
    state,
    way: 'scan' as const,
    at: NOW,
    dutyId: null,
    byAccountId: 'a',
  });
  const live = () => db.read((h) => h.repo(attendanceRecord).countBy({ liveKey: 'x' }));

  it('let one candidate in: one does', async () => {
    expect((await many(() => db.tx((h) => noteFirst(h, noted())))).filter(Boolean)).toHaveLength(1);
    expect(await live()).toBe(1);
  });

  it('let one in many times in a twin that looks before it writes', async () => {
    const looks = await many(() => db.read((h) => h.repo(attendanceRecord).countBy({ sittingId: 'x' })));
    for (const look of looks)
      if (look === 0)
        await db.tx((h) =>
          insert(h, attendanceRecord, {
            ...noted(),
            id: newId(),
            liveKey: null,
            endedAt: null,
            endedBy: null,
            endReason: null,
          }),
        );
    expect(await db.read((h) => h.repo(attendanceRecord).countBy({ sittingId: 'x' }))).toBe(MANY);
  });

  it('call somebody absent and present at once: one of them, and it can be turned and undone once', async () => {
    await many((at) => db.tx((h) => noteFirst(h, noted(at % 2 === 0 ? 'present' : 'absent'))));
    expect(await live()).toBe(1);
    const [row] = await db.read((h) => h.repo(attendanceRecord).findBy({ liveKey: 'x' }));
    const other = row?.state === 'present' ? 'absent' : 'present';
    expect(
      (await many(() => db.tx((h) => turn(h, noted(other), { crypto, reason: '核实' })))).filter(Boolean),
    ).toHaveLength(1);
    expect(
      (await many(() => db.tx((h) => undo(h, noted(other), { crypto, reason: '点错了' })))).filter(Boolean),
    ).toHaveLength(1);
    expect(await live()).toBe(0);
    const [sitting] = await db.read((h) => h.query<{ state: string }>("SELECT state FROM sitting WHERE id = 'x'"));
    expect(sitting?.state).toBe('planned');
  });

  const stateOf = async () =>
    (await db.read((h) => h.query<{ state: string }>("SELECT state FROM sitting WHERE id = 'x'")))[0]?.state;
  const publishNow = () =>
    db.tx((h) => h.run("UPDATE participant SET results_published_on = '2026-12-20' WHERE id = ?", [participantId]));
  const markNow = (score: number | null) =>
    db.tx((h) =>
      h.run(
        `INSERT INTO result (id, session_id, participant_id, subject, version, score, recorded_by, recorded_at)
         VALUES (?, 's', ?, 'theory', 1, ?, 'm', ?)`,
        [newId(), participantId, score, new Date(NOW)],
      ),
    );
  /** Everybody looked before what comes then, and writes after it. */
  const afterwards = async (what: () => Promise<unknown>, write: (h: Handle) => Promise<boolean>) => {
    await db.tx((h) => noteFirst(h, noted()));
    await what();
    return (await many(() => db.tx(write))).filter(Boolean).length;
  };
  const why = { crypto, reason: '核实' };

  it('turn nobody whose result is out meanwhile, and undo nothing', async () => {
    expect(await afterwards(publishNow, (h) => turn(h, noted('absent'), why))).toBe(0);
    expect((await many(() => db.tx((h) => undo(h, noted(), why)))).filter(Boolean)).toEqual([]);
    expect([await stateOf(), await live()]).toEqual(['present', 1]);
  });

  it('call absent nobody who has points, and undo no check-in beside a mark', async () => {
    expect(
      await afterwards(
        () => markNow(8000),
        (h) => turn(h, noted('absent'), why),
      ),
    ).toBe(0);
    expect((await many(() => db.tx((h) => undo(h, noted(), why)))).filter(Boolean)).toEqual([]);
    expect([await stateOf(), await live()]).toEqual(['present', 1]);
  });

  it('turn somebody who only has 缺考 in the marks: the door corrects it', async () => {
    expect(
      await afterwards(
        () => markNow(null),
        (h) => turn(h, noted('absent'), why),
      ),
    ).toBe(1);
    expect(await stateOf()).toBe('absent');
  });

  it('call present nobody whom a mark calls 缺考: the mark is corrected first', async () => {
    await db.tx((h) => noteFirst(h, noted('absent')));
    await markNow(null);
    expect((await many(() => db.tx((h) => turn(h, noted(), why)))).filter(Boolean)).toEqual([]);
    expect([await stateOf(), await live()]).toEqual(['absent', 1]);
  });

  it('turn a published one in a twin that changes the sitting by its state alone', async () => {
    expect(await afterwards(publishNow, (h) => noteAtDoor(h, 'x', 'present', 'absent'))).toBe(1);
    expect(await stateOf()).toBe('absent');
  });

  const IDLE_MS = Date.parse('2026-12-12T09:31:00+08:00');
  const duty = (id: string) => ({
    id,
    bodyId: 'bspia',
    sessionId: 's',
    day: localDate('2026-12-12'),
    slot: '2026-12-12 09:00',
    roomIds: ['r'],
    name: id,
    assignedBy: 'a',
    kind: 'staff' as const,
    accountId: id,
    phone: null,
    phoneIndex: null,
    linkHash: null,
    state: 'open' as const,
    markKey: Buffer.alloc(0),
    listFetchedAt: null,
    heardAt: null,
    waiting: null,
    assignedAt: NOW,
    revokedAt: null,
  });
  const both = ['d1', 'd2'] as const;
  const watched = () =>
    db.tx(async (h) => {
      for (const id of both) await insert(h, dutyRecord, duty(id));
    });
  /** The second of two phones of a room is the one that makes absent. */
  const heard = async (h: Handle, id: string, hour: readonly Duty[]): Promise<void> => {
    await noteHeard(h, id, { heardAt: IDLE_MS, waiting: 0 });
    await noteGrace(h, { ...duty(id), heardAt: IDLE_MS, waiting: 0 }, { hour, graceMinutes: 30 });
  };

  it('two of a room are heard at once after the grace time: whoever is not in is absent', async () => {
    await watched();
    await Promise.all(both.map((id) => db.tx(async (h) => heard(h, id, await lockHour(h, duty(id))))));
    expect(await live()).toBe(1);
  });

  it('nobody is absent in a twin where each looks before it is heard', async () => {
    await watched();
    const hours = await Promise.all(both.map(() => db.read((h) => dutiesOfHour(h, 's', duty('d1').slot))));
    await Promise.all(both.map((id, at) => db.tx((h) => heard(h, id, hours[at] ?? []))));
    expect(await live()).toBe(0);
  });
});
