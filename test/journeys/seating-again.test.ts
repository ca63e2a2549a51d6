import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessions, sittings } from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { buildSeatingScript } from '../../scripts/build/seating-script';
import { type Examination, openExamination } from '../support/examination';
import { KNOWN_KEYS, addPaid } from '../support/many-paid';
import { type World, openWorld } from '../support/world';

const OTHERS = 23;
const day = localDate('2026-12-12');

// X6: whoever doubts the seats deals them again, with nothing of ours but the file that anybody may download
describe('the seats of a session, dealt again by anybody', () => {
  let world: World;
  let exam: Examination;
  let script: string;
  const folder = mkdtempSync(path.join(tmpdir(), 'seating-'));
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23', env: KNOWN_KEYS });
    exam = await openExamination(world);
    script = await buildSeatingScript(folder);
    const { id } = await exam.paid('o-first', { name: '首位' });
    await addPaid(world, id, OTHERS);
    const at = { day, siteName: '亦庄考点' };
    const papers = ['installer-5', 'security-manager-3'].flatMap((offeringCode) => [
      { ...at, offeringCode, subject: 'theory' as const, startsAt: timeOfDay('09:00'), endsAt: timeOfDay('10:00') },
      { ...at, offeringCode, subject: 'theory' as const, startsAt: timeOfDay('10:00'), endsAt: timeOfDay('11:00') },
      { ...at, offeringCode, subject: 'skill' as const, startsAt: timeOfDay('10:00'), endsAt: timeOfDay('11:00') },
      { ...at, offeringCode, subject: 'skill' as const, startsAt: timeOfDay('14:00'), endsAt: timeOfDay('15:00') },
    ]);
    const rooms = ['101', '102', '103'].map((name) => ({ name, seats: 15, perRow: 5 }));
    const sites = [{ name: at.siteName, address: '一街', rooms }];
    await exam.officer.api.ok(sessions.setSessionPlaces, { params: exam.params, body: { sites, papers } });
  });
  afterAll(() => world.stop());

  const told = () => world.stranger.ok(sittings.getSeating, { params: exam.params });
  const file = async () =>
    (await world.stranger.file(sittings.downloadSeating, { params: exam.params })).toString('utf8');
  const rerun = (text: string): string => {
    const given = path.join(folder, 'seating.json');
    writeFileSync(given, text);
    return execFileSync(process.execPath, [script, given], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  };
  /** What the database says, in the words of the script. */
  const stored = async (commitment: string): Promise<string[]> => {
    const rows = await world.db.read((h) =>
      h.query<{ p: string; o: string; s: string; d: string; f: string; n: string; r: string; seat: number }>(
        `SELECT participant_id AS p, offering_code AS o, subject AS s, CAST(day AS CHAR(10)) AS d, starts_at AS f,
                site_name AS n, room_id AS r, seat FROM sitting`,
      ),
    );
    const keyOf = (id: string) => createHash('sha256').update(`${commitment}\n${id}`).digest('hex').slice(0, 16);
    return rows.map(({ p, o, s, d, f, n, r, seat }) => `${keyOf(p)},${[o, s, d, f, n].join('/')},${r},${seat}`);
  };
  const dealt = (printed: string): string[] =>
    printed
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').toSpliced(3, 1).join(','));
  const expectSame = async () => {
    const { commitment } = await told();
    const again = dealt(rerun(await file()));
    expect(again.toSorted()).toEqual((await stored(commitment)).toSorted());
    return again;
  };

  it('are promised before anybody is seated: the hash stands, the seed is not told', async () => {
    const before = await told();
    expect(before).toMatchObject({ committedOn: '2026-11-23', seed: null, revealedOn: null, steps: 0 });
    expect(before.commitment).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.parse(await file())).toMatchObject({ seed: null, steps: [] });
  });

  it('come out the same in a process of its own, from the file alone', async () => {
    const { commitment } = await told();
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
    const after = await told();
    expect(after).toMatchObject({ commitment, steps: 1, revealedOn: '2026-11-23' });
    expect(createHash('sha256').update(String(after.seed)).digest('hex')).toBe(commitment);
    expect(await expectSame()).toHaveLength(2 * (OTHERS + 1));
  });

  it('again after somebody came late', async () => {
    await exam.paid('o-late', { name: '迟来', order: 77 });
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
    expect(await expectSame()).toHaveLength(2 * (OTHERS + 2));
  });

  it('with another seed are refused, and the file names nobody', async () => {
    const text = await file();
    const { seed } = await told();
    expect(() => rerun(text.replace(String(seed), '0'.repeat(32)))).toThrow(/not the seed that was promised/);
    for (const word of ['首位', '迟来', 'accessible', 'employer']) expect(text).not.toContain(word);
    expect(text).not.toMatch(/[一-鿿]{2,}有限公司/);
  });
});
