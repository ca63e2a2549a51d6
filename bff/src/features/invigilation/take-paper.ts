import type { DoorConflict } from '@jikaotong/shared/contract';
import { type PaperSeat, mergePaper } from '@jikaotong/shared/rules/door';
import type { Context } from '../../platform/http';
import { type Noted, confirmMarked, noteFirst, standingOf, turn } from './attendance.repository';
import type { Attendance } from './invigilation.record';
import type { Seated } from './room-hours.repository';

/** A seat where paper and what stands do not agree; without a sitting: nobody sits there. */
export type PaperLine = { readonly reason: DoorConflict; readonly seat: number; readonly sitting: Seated | null };

type Paper = {
  readonly room: readonly Seated[];
  readonly absentSeats: readonly number[];
  readonly of: Pick<Attendance, 'sessionId' | 'dutyId' | 'byAccountId' | 'at'>;
  /** Until when somebody is still let in; nobody is absent before. */
  readonly latest: (seat: Seated) => number;
};

/**
 * Everybody of the room but the named seats came; a scan stands against the paper until somebody decides, and what the marks
 * said first is known by the door from now on, where both agree.
 */
export async function takePaper(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  { room, absentSeats, of, latest }: Paper,
): Promise<{ readonly lines: readonly PaperLine[]; readonly noted: number }> {
  const why = { crypto: ports.crypto, reason: '纸质签到表' };
  const states: (PaperSeat & { readonly isGuess: boolean })[] = [];
  for (const { id, seat } of room) {
    const { state, live } = await standingOf(h, id);
    // an absence that only the clock noted gives way, and what the marks alone say is to be known by the door
    const isGuess = state === 'absent' && live?.way === 'grace';
    states.push({ sittingId: id, seat, state: isGuess || live === null ? 'planned' : stateOf(state), isGuess });
  }
  const merged = mergePaper(states, absentSeats);
  const lines: PaperLine[] = merged.unknownSeats.map((seat) => ({ reason: 'no-such-seat', seat, sitting: null }));
  const clash = (sitting: Seated, reason: DoorConflict) => lines.push({ reason, seat: sitting.seat, sitting });
  let noted = 0;
  for (const sitting of room) {
    const { id, participantId } = sitting;
    if (merged.conflicts.includes(id)) clash(sitting, 'scanned-and-absent');
    const isIn = merged.present.includes(id);
    const state = isIn ? 'present' : merged.absent.includes(id) ? 'absent' : null;
    if (state === null) continue;
    if (state === 'absent' && of.at <= latest(sitting)) {
      clash(sitting, 'absent-too-early');
      continue;
    }
    const row: Noted = { ...of, participantId, sittingId: id, state, way: 'paper' };
    const isGuess = states.some(({ sittingId, isGuess: guessed }) => sittingId === id && guessed);
    const isTaken = isGuess
      ? state === 'absent' || (await turn(h, row, why))
      : (await noteFirst(h, row)) || (await confirmMarked(h, row, (await standingOf(h, id)).state));
    if (isTaken) noted += 1;
    else clash(sitting, (await standingOf(h, id)).live ? 'scanned-and-absent' : 'marked');
  }
  return { lines, noted };
}

const stateOf = (state: string) =>
  state === 'present' || state === 'absent' || state === 'void' ? state : ('planned' as const);
