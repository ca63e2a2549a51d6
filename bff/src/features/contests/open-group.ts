import { contestGroups as contract } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { withinWindow } from '@jikaotong/shared/rules/progress';
import { type GroupRule, groupsApply, mayApplyAsGroup } from '@jikaotong/shared/rules/units';
import { type Actor, type Context, type Refused, bodiesOf, refuse } from '../../platform/http';
import { grantsOf } from '../accounts';
import { type Unit, findUnit, isAgent } from '../units';
import { type Contest, findContest, loadContest } from './contest';
import { entersHere, entrySpanOf } from './entry-span';
import { type ContestGroup, findGroup } from './group.repository';

type Asked = Pick<Context, 'h'> & { readonly actor: Actor };

/** A group with its unit and competition, and who asks. */
export type OpenGroup = {
  readonly group: ContestGroup;
  readonly unit: Unit;
  readonly contest: Contest;
  readonly rule: GroupRule;
  readonly by: 'agent' | 'staff';
};

/** A unit for its agents and the staff of its body; for everybody else it does not exist. */
export async function loadGroupUnit(
  { h, actor }: Asked,
  unitId: string,
): Promise<{ readonly unit: Unit; readonly by: OpenGroup['by'] }> {
  const unit = (await findUnit(h, unitId)) ?? refuse('not-found');
  if (await isAgent(h, unit.id, actor.accountId)) return { unit, by: 'agent' };
  return bodiesOf(actor, contract.GROUP_STAFF).includes(unit.bodyId) ? { unit, by: 'staff' } : refuse('not-found');
}

export async function loadGroup(asked: Asked, id: string): Promise<OpenGroup> {
  const group = (await findGroup(asked.h, id)) ?? refuse('not-found');
  const of = await loadGroupUnit(asked, group.unitId);
  const contest = await loadContest(asked, group.noticeId);
  return { ...of, group, contest, rule: groupRuleOf(contest) ?? refuse('not-found') };
}

/** The same for work that goes on after its request; null once whoever asked for it has no right to it any more. */
export async function groupNow(h: Context['h'], id: string, accountId: string): Promise<OpenGroup | null> {
  const group = await findGroup(h, id);
  const unit = group && (await findUnit(h, group.unitId));
  const contest = group && (await findContest(h, group.noticeId));
  const rule = contest && groupRuleOf(contest);
  if (!group || !rule || unit?.state !== 'approved') return null;
  if (await isAgent(h, unit.id, accountId)) return { group, unit, contest, rule, by: 'agent' };
  const grants = await grantsOf(h, accountId);
  const isStaff = grants.some(
    ({ bodyId, roles }) =>
      bodyId === unit.bodyId && roles.some((role) => contract.GROUP_STAFF.some((may) => may === role)),
  );
  return isStaff ? { group, unit, contest, rule, by: 'staff' } : null;
}

/** What a competition lets units do; null where it prints nothing. */
export const groupRuleOf = ({ notice }: Contest): GroupRule | null => groupsApply(notice);

/** Where the body itself takes the entries of individuals, the packages of units come to it too. */
export const wayOf = ({ notice }: Contest): 'package' | 'site' => (entersHere(notice) ? 'package' : 'site');

export const offersTo = (contest: Contest, unit: Unit): boolean => {
  const rule = groupRuleOf(contest);
  return rule !== null && contest.notice.body.id === unit.bodyId && mayApplyAsGroup(rule, unit.kind);
};

/** Why nothing can be taken on a day; what came by e-mail before closing staff may take in after it. */
export function refuseClosedGroup({ unit, contest, by }: OpenGroup, day: LocalDate): Refused | null {
  if (unit.state !== 'approved') return { refused: 'wrong-state', data: { state: `unit-${unit.state}` } };
  const { opensOn, closesOn } = entrySpanOf(contest.notice);
  const window = { kind: 'application' as const, opens: opensOn, closes: by === 'staff' ? null : closesOn };
  const outside = withinWindow([window], 'application', day);
  return outside && { refused: outside.code, data: outside.data };
}
