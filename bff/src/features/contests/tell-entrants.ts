import type { MessageCode } from '@jikaotong/shared/contract';
import type { Context } from '../../platform/http';
import { type MessageData, type Notification, tellAll } from '../../platform/outbox';
import { findUnits } from '../units';
import type { Contest } from './contest';
import type { Entrant } from './told-entrant.repository';
import { byReach } from './reach';

type News = {
  readonly code: MessageCode;
  /** What each of them reads. */
  readonly dataOf: (entrant: Entrant) => MessageData;
  /** What the agents of a unit read once for all of its people without an account; null: they hear by another way. */
  readonly toAgents: ((of: OfUnit) => { readonly code: MessageCode; readonly data: MessageData }) | null;
};
type OfUnit = { readonly unitName: string; readonly people: number };

/**
 * Tells entrants what is new in their competition: those with an account read it at once; for those without it waits until
 * they claim the entry, which an SMS says; the agents of their units are told how many have none.
 */
export async function tellEntrants(
  ctx: Pick<Context, 'h' | 'now' | 'ports'>,
  contest: Pick<Contest, 'notice'>,
  people: readonly Entrant[],
  { code, dataOf, toAgents }: News,
): Promise<void> {
  const { accounts, texts, neither, agents } = await byReach(ctx, contest, people);
  const own = [...accounts, ...texts].map((entrant): Notification => {
    const { id, accountId, isListed } = entrant;
    // one that a list brought has no page of its own
    const leadsTo = isListed && accountId !== null ? {} : { candidateId: id };
    return { accountId, code, data: dataOf(entrant), ...leadsTo };
  });
  const ofUnits = new Map<string, number>();
  for (const { unitId } of [...texts, ...neither])
    if (unitId !== null) ofUnits.set(unitId, (ofUnits.get(unitId) ?? 0) + 1);
  const units = toAgents === null ? [] : await findUnits(ctx.h, [...ofUnits.keys()]);
  const theirs = units.flatMap(({ id, name }) =>
    (agents.get(id) ?? []).flatMap((accountId): Notification[] =>
      toAgents === null ? [] : [{ accountId, ...toAgents({ unitName: name, people: ofUnits.get(id) ?? 0 }) }],
    ),
  );
  await tellAll(ctx, [...own, ...theirs]);
}

/** What agents read of news that says nothing more to them than `about` whom it is. */
export const unitNews =
  (code: MessageCode, { title, stage }: { readonly title: string; readonly stage: string }): News['toAgents'] =>
  ({ unitName, people }) => ({ code: 'unit-contest-news', data: { unitName, people, title, stage, news: code } });
