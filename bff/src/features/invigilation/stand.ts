import { type Context, refuse } from '../../platform/http';
import { noteFirst, standingOf, turn } from './attendance.repository';
import type { Attendance } from './invigilation.record';

/** Somebody stands as an officer says from now on; refuses `wrong-state` where the marks say otherwise already. */
export async function stand(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  given: {
    readonly of: Pick<Attendance, 'sessionId' | 'participantId' | 'sittingId' | 'at' | 'dutyId'>;
    readonly as: 'present' | 'absent';
    readonly accountId: string;
    readonly reason: string;
  },
): Promise<void> {
  const { of, as, accountId, reason } = given;
  const noted = { ...of, state: as, way: 'officer' as const, byAccountId: accountId };
  if ((await noteFirst(h, noted)) || (await turn(h, noted, { crypto: ports.crypto, reason }))) return;
  if ((await standingOf(h, of.sittingId)).state !== as) refuse('wrong-state');
}
