import type { CounterDays, CounterView } from '@jikaotong/shared/contract';
import { type OriginalGroup, missingOriginals, originalsOf } from '@jikaotong/shared/rules/counter';
import type { Now } from '../../platform/clock';
import type { Refused } from '../../platform/http';
import { type Application, type Applicant, type Frame, type ToldParts, MENDABLE, judgeHandIn } from '../applications';
import { refuseWindow } from './counter-days';
import type { Slip } from './slip.record';

/** An application at the counter, with all that its confirmation is judged by. */
export type AtCounter = {
  readonly slip: Slip;
  readonly row: Application;
  readonly candidate: Applicant;
  readonly told: ToldParts;
  readonly frame: Frame;
  readonly days: CounterDays;
  /** A member of a unit calls something in it wrong, and waits for the unit. */
  readonly isDisputed: boolean;
};

/** What an application says, whoever looks. */
export type Said = Pick<AtCounter, 'row' | 'candidate' | 'told' | 'frame'>;

export function stateOf({ slip, row }: Pick<AtCounter, 'slip' | 'row'>): CounterView['slip']['state'] {
  if (slip.confirmedAt !== null) return 'confirmed';
  if (!MENDABLE.includes(row.state)) return 'ended';
  return slip.note === null ? 'waiting' : 'sent-back';
}

/** The originals that this application needs. */
export const originalsFor = ({ row, candidate, told, frame }: Said): readonly OriginalGroup[] =>
  originalsOf({
    notice: frame.notice,
    offeringCode: row.offeringCode,
    route: row.route,
    facts: told.facts,
    origin: candidate.origin,
    documentType: candidate.documentType,
    papers: told.papers,
  });

/** Ticks of the application as it stands: what the candidate changed since has to be looked at again. */
export const standingTicks = ({ slip, row }: Pick<AtCounter, 'slip' | 'row'>): Slip['originals'] =>
  slip.confirmedAt === null ? slip.originals.filter(({ version }) => version === row.version) : slip.originals;

/** What stands against confirming: the member's own word, the window, then what `judgeHandIn` says, then originals not seen. */
export function refuseConfirmation(at: AtCounter, day: Now['day']): Refused | null {
  const { slip, row, candidate, told, frame, days } = at;
  if (slip.note !== null || !MENDABLE.includes(row.state))
    return { refused: 'wrong-state', data: { state: slip.note === null ? row.state : 'sent-back' } };
  if (at.isDisputed) return { refused: 'wrong-state', data: { state: 'row-disputed' } };
  const outside = row.state === 'draft' ? refuseWindow(frame.windows, days, day) : null;
  const { refused } = judgeHandIn({ row, candidate, told, frame, day, channel: 'counter' });
  if (outside ?? refused) return outside ?? refused;
  const seen = new Set(standingTicks(at).map(({ document }) => document));
  const missing = missingOriginals(originalsFor(at), seen);
  return missing.length > 0 ? { refused: 'originals-missing', data: { missing } } : null;
}
