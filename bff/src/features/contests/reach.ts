import type { NewsReach } from '@jikaotong/shared/contract';
import type { Handle } from '../../platform/db';
import type { Context } from '../../platform/http';
import { findBody } from '../bodies';
import { agentsOfUnits } from '../units';
import type { Contest } from './contest';
import { type Entrant, phonesOfSeveral } from './told-entrant.repository';

/** Entrants by how news of their competition reaches them. */
export type ByReach = {
  readonly accounts: readonly Entrant[];
  readonly texts: readonly Entrant[];
  readonly neither: readonly Entrant[];
  /** Whoever acts for the units of those without an account, by unit. */
  readonly agents: ReadonlyMap<string, readonly string[]>;
};

/**
 * An account gets the message; without one an SMS goes to the phone of the entry, unless it stands with several people (it
 * proves none of them) or nobody sends SMS here. What staff are told before and what is sent both come from this.
 */
export async function byReach(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  { notice }: Pick<Contest, 'notice'>,
  people: readonly Entrant[],
): Promise<ByReach> {
  const unclaimed = people.filter(({ accountId }) => accountId === null);
  const agents = await agentsOfUnits(h, [...new Set(unclaimed.flatMap(({ unitId }) => unitId ?? []))]);
  const texting = await sendsTexts(h, ports, notice.body.id);
  const several = texting && unclaimed.length > 0 ? await phonesOfSeveral(h, notice.id) : new Set<string>();
  const hasPhone = ({ phoneIndex }: Entrant) => texting && phoneIndex !== null && !several.has(phoneIndex);
  return {
    accounts: people.filter(({ accountId }) => accountId !== null),
    texts: unclaimed.filter(hasPhone),
    neither: unclaimed.filter((one) => !hasPhone(one)),
    agents,
  };
}

const sendsTexts = async (h: Handle, { config }: Context['ports'], bodyId: string): Promise<boolean> =>
  config.sms.templates['entry-unclaimed'] !== undefined && (await findBody(h, bodyId))?.textMessagesOff === false;

/** The same as numbers, for staff who are about to tell them. */
export async function reachOf(
  ctx: Pick<Context, 'h' | 'ports'>,
  contest: Pick<Contest, 'notice'>,
  people: readonly Entrant[],
): Promise<NewsReach> {
  const { accounts, texts, neither, agents } = await byReach(ctx, contest, people);
  const units = new Map<string, { name: string | null; people: number; agents: boolean }>();
  for (const { unit, unitId } of neither) {
    const hasAgents = unitId !== null && (agents.get(unitId)?.length ?? 0) > 0;
    const key = `${unit ?? ''}:${String(hasAgents)}`;
    units.set(key, { name: unit, people: (units.get(key)?.people ?? 0) + 1, agents: hasAgents });
  }
  return {
    accounts: accounts.length,
    texts: texts.length,
    neither: neither.length,
    units: [...units.values()].toSorted((one, other) => other.people - one.people),
  };
}
