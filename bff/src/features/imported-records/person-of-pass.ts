import type { Context } from '../../platform/http';
import { type Presented, documentOf } from '../persons';
import { findImported } from './imported-record.repository';

/** Whom a pass from before is of, as the register has it; null: there is no such pass, or the register has no document. */
export async function personOfPass(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  passId: string,
): Promise<Presented | null> {
  const pass = await findImported(h, passId);
  return pass?.personId ? documentOf(h, ports.crypto, pass.personId) : null;
}
