import { contestEntries, stagePublication, stages } from '@jikaotong/shared/contract';
import type { StageDesk, StagePart, StagePreview } from '@jikaotong/shared/contract';
import { C25, entryBody } from './contest-entry';
import { colleagueOf } from './counter';
import { acceptedTogether, entriesOf, listedEntries } from './listed-entries';
import { entryList } from '@jikaotong/shared/lists';
import { type SignedInPerson, candidateByWechat, firstAdministrator, staffMember } from './people';
import type { World } from './world';

/** Those who work on a stage: two who mark, one who publishes, one who runs the exam. */
export type StageStaff = {
  readonly administrator: SignedInPerson;
  readonly marker: SignedInPerson;
  readonly second: SignedInPerson;
  readonly publisher: SignedInPerson;
};

export async function stageStaff(world: World): Promise<StageStaff> {
  const administrator = await firstAdministrator(world);
  return {
    administrator,
    marker: await staffMember(world, administrator, 'dengfen', ['score-officer']),
    second: await staffMember(world, administrator, 'hedui', ['score-officer']),
    publisher: await staffMember(world, administrator, 'fabu', ['publisher']),
  };
}

/** The same of another body. */
export async function stageStaffOf(world: World, administrator: SignedInPerson, bodyId: string): Promise<StageStaff> {
  const colleague = (name: string, role: 'score-officer' | 'publisher') =>
    colleagueOf(world, administrator, bodyId, name, [role]);
  return {
    administrator,
    marker: await colleague('dengfen', 'score-officer'),
    second: await colleague('hedui', 'score-officer'),
    publisher: await colleague('fabu', 'publisher'),
  };
}

/** So many enter C25 through the mini-program and are accepted, in this order; their roster is not frozen yet. */
export async function entered(
  world: World,
  { administrator }: StageStaff,
  many: number,
  named?: (order: number) => string,
): Promise<SignedInPerson[]> {
  const people: SignedInPerson[] = [];
  for (let order = 1; order <= many; order += 1) {
    const person = await candidateByWechat(world, `o-xuanshou-${order}`);
    const body = await entryBody(person, { order, ...(named && { name: named(order) }) });
    await person.api.ok(contestEntries.enterContest, { params: { id: C25 }, body });
    people.push(person);
  }
  const waiting = await listedEntries(administrator, { state: 'submitted' });
  const params = await entriesOf(administrator);
  const body = { act: 'accept' as const, which: { ids: waiting.map(({ id }) => id) } };
  const chosen = await administrator.api.ok(entryList.acting.select, { params, body });
  await acceptedTogether(world, administrator, chosen);
  return people;
}

export const deskOf = (staff: SignedInPerson, id: string): Promise<StageDesk> =>
  staff.api.ok(stages.getStageDesk, { params: { id } });

/** Freezes the roster of a stage by whoever has read at its desk why that is early, where it is. */
export async function freezeRoster(staff: SignedInPerson, id: string): Promise<StageDesk> {
  const seen = (await deskOf(staff, id)).early.map(({ why }) => why);
  return staff.api.ok(stages.freezeStageRoster, { params: { id }, body: { seen } });
}

export const previewOf = (staff: SignedInPerson, id: string): Promise<StagePreview> =>
  staff.api.ok(stagePublication.previewStage, { params: { id } });

/** Keys in one mark of an entrant as they stand. */
export async function key(
  staff: SignedInPerson,
  id: string,
  { number, part, mark, reason = null }: { number: number; part: StagePart; mark: string; reason?: string | null },
) {
  const params = { id, number: String(number) };
  const { version } = await staff.api.ok(stages.getStageEntrant, { params });
  return staff.api.ok(stages.keyStageMark, { params, body: { part, mark, version, reason } });
}

/** Keys in theory and skill of these, by number. */
export async function keyAll(
  staff: SignedInPerson,
  id: string,
  marks: Readonly<Record<number, readonly [theory: string, skill: string]>>,
): Promise<void> {
  for (const [number, [theory, skill]] of Object.entries(marks)) {
    await key(staff, id, { number: Number(number), part: 'theory', mark: theory });
    await key(staff, id, { number: Number(number), part: 'skill', mark: skill });
  }
}

export async function note(
  staff: SignedInPerson,
  id: string,
  {
    number,
    standing,
    reason = null,
    witness = null,
  }: {
    number: number;
    standing: 'present' | 'absent' | 'disqualified' | 'withdrawn';
    reason?: string | null;
    witness?: string | null;
  },
) {
  const params = { id, number: String(number) };
  const { version } = await staff.api.ok(stages.getStageEntrant, { params });
  return staff.api.ok(stages.noteStanding, { params, body: { standing, version, reason, witness } });
}

export async function confirmAll(staff: SignedInPerson, id: string): Promise<void> {
  const { unconfirmed } = await deskOf(staff, id);
  for (const part of ['theory', 'skill', 'standing'] as const)
    if (unconfirmed[part] > 0)
      await staff.api.ok(stages.confirmStageNotes, { params: { id }, body: { part, how: '对照签字评分表' } });
}

/** Publishes as previewed this moment. */
export async function publish(staff: SignedInPerson, id: string, reason: string | null = null): Promise<StageDesk> {
  const { revision, turn } = await previewOf(staff, id);
  return staff.api.ok(stagePublication.publishStage, { params: { id }, body: { revision, turn, reason } });
}
