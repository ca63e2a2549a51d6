import type { Handle } from '../../platform/db';
import { type Participant, listPaid } from '../participants';
import type { Session } from '../sessions';
import { outOfStage } from '../stages';

/** Who has a seat of an exam day or should have one: of a stage not whoever has stepped back and has none any more. */
export async function sittersOf(
  h: Handle,
  { id, kind }: Pick<Session, 'id' | 'kind'>,
): Promise<readonly Participant[]> {
  const paid = await listPaid(h, id);
  if (kind !== 'stage') return paid;
  const out = await outOfStage(h, id);
  return paid.filter((one) => one.seated || !out.has(one.id));
}
