import { type RosterView, type UnitView, rosters } from '@jikaotong/shared/contract';
import { colleagueOf } from './counter';
import { student } from './government-list';
import { type SignedInPerson, candidateByPhone, firstAdministrator } from './people';
import { planSession } from './plan-session';
import { filledRoster, openRoster, templateOf } from './rosters';
import { sendSheet } from './send-sheet';
import { approvedUnit, unitCode } from './units';
import type { World } from './world';

export const shqbxh = { id: 'shqbxh', name: '上海市企事业单位治安保卫协会' } as const;

export type AugustSession = {
  readonly world: World;
  readonly administrator: SignedInPerson;
  /** Signs in as `shenhe`. */
  readonly reviewer: SignedInPerson;
  readonly sessionId: string;
};
export type SchoolRoster = {
  readonly agent: SignedInPerson;
  readonly unit: UnitView;
  readonly roster: RosterView;
};

/** S25's August session, in a world that stands at 2025-06-17. */
export async function augustSession(world: World): Promise<AugustSession> {
  const administrator = await firstAdministrator(world, 'shqbxh-admin', shqbxh);
  const reviewer = await colleagueOf(world, administrator, shqbxh.id, 'shenhe', ['reviewer']);
  const sessionId = await planSession(administrator, {
    noticeId: 'shqbxh-2025-certification',
    name: '2025年8月批次',
    examOn: '2025-08-16',
    offerings: { 'security-manager-3': ['theory', 'skill'] },
    opens: '2025-06-16',
    closes: '2025-07-15',
    payBy: '2025-07-20',
  });
  return { world, administrator, reviewer, sessionId };
}

/** A school that staff have approved, with these students in its roster by the sheet; the first one is 某保安学校. */
export async function schoolWithRoster(
  { world, reviewer, sessionId }: AugustSession,
  {
    nths,
    nth = 1,
    name = '某保安学校',
  }: { readonly nths: readonly number[]; readonly nth?: number; readonly name?: string },
): Promise<SchoolRoster> {
  const agent = await candidateByPhone(world, `1390000000${nth}`);
  const unit = await approvedUnit(agent, reviewer, { bodyId: shqbxh.id, name, kind: 'school', code: unitCode(nth) });
  const roster = await openRoster(agent, unit, sessionId);
  if (nths.length > 0) {
    const lines = nths.map((order) => student(order));
    const bytes = await filledRoster(await templateOf(agent, roster.id), lines);
    await sendSheet(world, agent, { endpoints: rosters.rosterSheet, id: roster.id, bytes });
  }
  return { agent, unit, roster };
}
