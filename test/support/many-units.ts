import { setTimeout as sleep } from 'node:timers/promises';
import { type RosterView, type SheetImportView, rosters } from '@jikaotong/shared/contract';
import { type SignedInPerson, candidateByPhone } from './people';
import { filledRoster, manyLines, openRoster, templateOf } from './rosters';
import { trainingBodyIn } from './training-body';
import { approvedUnit, unitCode } from './units';
import type { World } from './world';

/** A unit with an empty roster, and the sheet that its agent is about to send. */
export type WaitingUnit = { readonly agent: SignedInPerson; readonly roster: RosterView; readonly sheet: Buffer };

/** So many units of one session, each with people of its own in a sheet that nobody has sent yet. */
export async function unitsWithSheets(
  world: World,
  { units, people }: { readonly units: number; readonly people: number },
): Promise<WaitingUnit[]> {
  const { reviewer, sessionId } = await trainingBodyIn(world);
  const lines = manyLines(units * people);
  const waiting: WaitingUnit[] = [];
  for (let nth = 0; nth < units; nth += 1) {
    const agent = await candidateByPhone(world, `138${String(nth).padStart(8, '0')}`);
    const name = `第${nth + 1}培训学校`;
    const told = { bodyId: 'cecc', name, kind: 'training-body' as const, code: unitCode(nth + 2) };
    const roster = await openRoster(agent, await approvedUnit(agent, reviewer, told), sessionId);
    const own = lines.slice(nth * people, (nth + 1) * people);
    waiting.push({ agent, roster, sheet: await filledRoster(await templateOf(agent, roster.id), own) });
  }
  return waiting;
}

/** Sends the sheet, looks at what it would change and confirms it; the job is left to whoever runs jobs. */
export async function sendAndConfirm({ agent, roster, sheet }: WaitingUnit): Promise<SheetImportView> {
  const params = { id: roster.id };
  const sent = await agent.api.ok(rosters.rosterSheet.upload, { params, file: { bytes: sheet, name: '名单.xlsx' } });
  const at = { params: { ...params, importId: sent.id } };
  return agent.api.ok(rosters.rosterSheet.confirm, { ...at, body: { missing: 'keep' } });
}

/** All of them at once, with the jobs running meanwhile, until every list is taken in. */
export async function takeAllIn(world: World, units: readonly WaitingUnit[]): Promise<SheetImportView[]> {
  const over = { sent: false };
  const sending = Promise.all(units.map(sendAndConfirm)).finally(() => {
    over.sent = true;
  });
  while (!over.sent) {
    await world.runJobs();
    await sleep(20);
  }
  const confirmed = await sending;
  await world.runJobs();
  return Promise.all(
    units.map(({ agent, roster }, nth) =>
      agent.api.ok(rosters.rosterSheet.get, { params: { id: roster.id, importId: confirmed[nth]?.id ?? '' } }),
    ),
  );
}
