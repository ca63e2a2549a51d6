import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessions, sittings } from '@jikaotong/shared/contract';
import { seatList } from '@jikaotong/shared/lists';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { buildSeatingScript } from '../../scripts/build/seating-script';
import { type Examination, openExamination } from '../support/examination';
import { KNOWN_KEYS, addPaid } from '../support/many-paid';
import { type World, openWorld } from '../support/world';

const OTHERS = 59;
const DAYS = ['2026-12-12', '2026-12-13'] as const;

// theory in the morning and skill in the afternoon of two days, each in rooms of its own
describe('a session of two days', () => {
  let world: World;
  let exam: Examination;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23', env: KNOWN_KEYS });
    exam = await openExamination(world, { examEnd: localDate(DAYS[1]), offeringCodes: ['installer-5'] });
    const { id } = await exam.paid('o-first', { name: '首位' });
    await addPaid(world, id, OTHERS);
  });
  afterAll(() => world.stop());

  const setPlaces = (theory: readonly number[], skill: readonly number[]) => {
    const at = { subject: 'theory' as const, offeringCode: 'installer-5' };
    const papers = DAYS.flatMap((on, place) => {
      const day = localDate(on);
      const hours = (from: string, to: string) => ({ day, startsAt: timeOfDay(from), endsAt: timeOfDay(to) });
      return [
        { ...at, ...hours('09:00', '10:30'), siteName: `理论点${place + 1}` },
        { ...at, ...hours('13:00', '15:00'), subject: 'skill' as const, siteName: `实操点${place + 1}` },
      ];
    });
    const site = (name: string, seats = 1) => ({
      name,
      address: `${name}1号`,
      rooms: [{ name: '101', seats, perRow: 5 }],
    });
    const sites = DAYS.flatMap((_, place) => [
      site(`理论点${place + 1}`, theory[place]),
      site(`实操点${place + 1}`, skill[place]),
    ]);
    const body = { sites, papers, expected: { 'installer-5': 60 } };
    return exam.officer.api.ok(sessions.setSessionPlaces, { params: exam.params, body });
  };
  const preview = () => exam.officer.api.ok(sittings.previewSeating, { params: exam.params });
  const seats = async () =>
    (await exam.officer.api.ok(seatList.rows, { params: exam.params, query: { limit: '200' } })).items;

  it('says before anybody is seated how many are parted, and whom', async () => {
    await setPlaces([40, 20], [20, 40]);
    const seen = await preview();
    expect(seen).toMatchObject({ people: 60, parted: 20, turned: 0 });
    expect(seen.who).toHaveLength(20);
    for (const { name, how, at } of seen.who) {
      expect(name).not.toBe('');
      expect(how).toBe('parted');
      expect(new Set(at.map(({ day }) => day)).size).toBe(2);
    }
    expect(await preview()).toEqual(seen);
    expect(await seats()).toEqual([]);
  });

  it('seats everybody on one day, theory first, once that day has room, and the same again from the public file', async () => {
    await setPlaces([40, 40], [20, 40]);
    expect(await preview()).toEqual({ people: 60, parted: 0, turned: 0, who: [] });
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
    const hours = new Map<string, string[]>();
    for (const { name, documentNumber, hour } of await seats()) {
      const who = `${name} ${documentNumber}`;
      hours.set(who, [...(hours.get(who) ?? []), hour].toSorted());
    }
    expect(hours.size).toBe(60);
    for (const own of hours.values()) {
      const [first = '', second = ''] = own;
      expect(own).toHaveLength(2);
      expect(second.slice(0, 10)).toBe(first.slice(0, 10));
    }
    const folder = mkdtempSync(path.join(tmpdir(), 'two-days-'));
    const script = await buildSeatingScript(folder);
    const file = await world.stranger.file(sittings.downloadSeating, { params: exam.params });
    const given = path.join(folder, 'seating.json');
    writeFileSync(given, file);
    const printed = execFileSync(process.execPath, [script, given], { encoding: 'utf8' })
      .trimEnd()
      .split('\n')
      .slice(1);
    const places = await world.db.read((h) =>
      h.query<{ s: string; d: string; f: string; r: string; seat: number }>(
        'SELECT subject AS s, CAST(day AS CHAR(10)) AS d, starts_at AS f, room_id AS r, seat FROM sitting',
      ),
    );
    const dealt = printed.map((line) => {
      const [, shift = '', room, , seat] = line.split(',');
      const [, subject, day, startsAt] = shift.split('/');
      return [subject, day, startsAt, room, seat].join(' ');
    });
    expect(dealt.toSorted()).toEqual(places.map(({ s, d, f, r, seat }) => [s, d, f, r, seat].join(' ')).toSorted());
    // who looks at the file alone sees by what rule
    expect(JSON.parse(file.toString('utf8'))).toMatchObject({ steps: [{ kind: 'drawn', byDay: true }] });
  });

  it('warns who plans: so many of those expected would be parted', async () => {
    const made = await exam.officer.api.ok(sessions.createSession, {
      body: {
        noticeId: 'bspia-2026-certification',
        name: '第二批',
        offeringCodes: ['installer-5'],
        examStart: localDate('2026-12-26'),
        examEnd: localDate('2026-12-27'),
        applicationOpens: localDate('2026-11-23'),
        applicationCloses: localDate('2026-12-10'),
        paymentCloses: localDate('2026-12-14'),
      },
    });
    const paper = (subject: 'theory' | 'skill', day: string, siteName: string) => ({
      offeringCode: 'installer-5',
      subject,
      day: localDate(day),
      siteName,
      ...(subject === 'theory'
        ? { startsAt: timeOfDay('09:00'), endsAt: timeOfDay('10:30') }
        : { startsAt: timeOfDay('13:00'), endsAt: timeOfDay('15:00') }),
    });
    const cautions = async (small: number) => {
      const site = (name: string, seats: number) => ({ name, address: `${name}1号`, rooms: [{ name: '101', seats }] });
      const planned = await exam.officer.api.ok(sessions.setSessionPlaces, {
        params: { id: made.id },
        body: {
          sites: [site('大', 30), site('小', small)],
          papers: [
            paper('theory', '2026-12-26', '大'),
            paper('skill', '2026-12-26', '小'),
            paper('theory', '2026-12-27', '小'),
            paper('skill', '2026-12-27', '大'),
          ],
          expected: { 'installer-5': 40 },
        },
      });
      return (planned.cautions ?? []).filter(({ code }) => code.startsWith('subjects'));
    };
    expect(await cautions(15)).toEqual([{ code: 'subjects-parted', data: { people: 40, parted: 10 } }]);
    expect(await cautions(20)).toEqual([]);
  });
});
