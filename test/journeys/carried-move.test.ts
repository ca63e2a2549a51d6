import { expect, it, onTestFinished } from 'vitest';
import { sessionChanges, sessions } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { openSession } from '../support/open-session';
import { firstAdministrator } from '../support/people';
import { openWorld } from '../support/world';

type Confirmed = { path: string; at: unknown };

it('a session that is moved needs no new word on what was taken as true for another one, and keeps who took it', async () => {
  const world = await openWorld({ day: '2026-11-23' });
  onTestFinished(() => world.stop());
  const administrator = await firstAdministrator(world);
  const earlier = await openSession(administrator, {
    name: '先开的批次',
    examStart: localDate('2026-12-13'),
    examEnd: localDate('2026-12-13'),
  });
  await world.moveTo('2026-11-24');
  const params = { id: await openSession(administrator) };
  const confirmedIn = (id: string) =>
    world.db.read((h) =>
      h.query<Confirmed>('SELECT path, confirmed_at AS at FROM session_assumption WHERE session_id = ? ORDER BY path', [
        id,
      ]),
    );
  const [first, second] = await confirmedIn(params.id);
  if (!first || !second) throw new Error('nothing is assumed');
  // as a new version of the notice leaves it: two leaves that nobody confirmed for this session, one of them for no other
  await world.db.tx(async (h) => {
    await h.run('DELETE FROM session_assumption WHERE session_id = ? AND path IN (?, ?)', [
      params.id,
      first.path,
      second.path,
    ]);
    await h.run('DELETE FROM session_assumption WHERE session_id = ? AND path = ?', [earlier, second.path]);
  });
  const days = { examStart: localDate('2026-12-19'), examEnd: localDate('2026-12-19') };
  const seen = await administrator.api.ok(sessionChanges.previewSessionChange, { params, query: days });
  expect(seen.move?.assumptions.map(({ path, before }) => [path, before?.sessionName ?? null])).toEqual(
    [
      [first.path, '先开的批次'],
      [second.path, null],
    ].toSorted(([a], [b]) => (paths(seen).indexOf(a ?? '') < paths(seen).indexOf(b ?? '') ? -1 : 1)),
  );
  const body = {
    ...days,
    revision: seen.revision,
    reason: '考点停电',
    choiceUntil: localDate('2026-12-08'),
    assumptions: [] as string[],
  };
  const refused = await administrator.api.refused(sessionChanges.moveSession, { params, body });
  expect(refused).toMatchObject({ code: 'assumption-not-confirmed', data: { paths: [second.path] } });
  await administrator.api.ok(sessionChanges.moveSession, { params, body: { ...body, assumptions: [second.path] } });
  const [before] = (await confirmedIn(earlier)).filter(({ path }) => path === first.path);
  const after = await confirmedIn(params.id);
  expect(after.map(({ path }) => path)).toContain(second.path);
  expect(after.find(({ path }) => path === first.path)).toEqual(before);
  expect((await administrator.api.ok(sessions.getStaffSession, { params })).examStart).toBe('2026-12-19');
});

const paths = (seen: { move: { assumptions: readonly { path: string }[] } | null }): string[] =>
  seen.move?.assumptions.map(({ path }) => path) ?? [];
