import { MOST_NAMED, type SeatingPreview } from '@jikaotong/shared/contract';
import { isAnnouncedLater } from '@jikaotong/shared/notice';
import { type Place, mannerOf, planSeating } from '@jikaotong/shared/rules/seating';
import type { Context } from '../../platform/http';
import type { Session } from '../sessions';
import { refuseFault, seatingOf } from './seat-session';

/** Whose subjects the seating would part or turn, by the seed that stays; refuses as `seatPaid`. */
export async function previewSeats(ctx: Context, session: Session): Promise<SeatingPreview> {
  const seating = await seatingOf(ctx, session);
  const { frame, input } = seating;
  const plan = planSeating(input);
  if (!plan.ok) return refuseFault(plan.error, frame);
  const who = partedAmong(seating, { stays: input.kept, fresh: plan.value });
  const count = (how: 'parted' | 'turned') => who.filter((one) => one.how === how).length;
  return {
    people: new Set(plan.value.map(({ key }) => key)).size,
    parted: count('parted'),
    turned: count('turned'),
    who: who.slice(0, MOST_NAMED),
  };
}

/** Of those who get fresh places: who then has the subjects on several days or in another order, and when. */
export function partedAmong(
  { notice, frame, input, paid, participantOf }: Awaited<ReturnType<typeof seatingOf>>,
  { stays, fresh }: { readonly stays: readonly Place[]; readonly fresh: readonly Place[] },
): SeatingPreview['who'] {
  const shiftOf = new Map(input.shifts.map((shift) => [shift.id, shift]));
  const byKey = new Map<string, string[]>();
  for (const { key, shift } of [...stays, ...fresh]) {
    const paper = frame.shiftOf(shift)?.paper;
    if (paper && !isAnnouncedLater(notice, paper)) byKey.set(key, [...(byKey.get(key) ?? []), shift]);
  }
  const names = new Map(paid.map(({ id, name }) => [id, name]));
  const seated = new Set(fresh.map(({ key }) => key));
  return input.candidates
    .filter(({ key }) => seated.has(key))
    .flatMap((one): SeatingPreview['who'] => {
      const shifts = (byKey.get(one.key) ?? []).flatMap((shift) => shiftOf.get(shift) ?? []);
      const how = mannerOf(one, shifts);
      if (how === 'whole') return [];
      const participantId = participantOf(one);
      const at = shifts.flatMap(({ id }) => {
        const shift = frame.shiftOf(id);
        return shift ? [{ subject: shift.paper.subject, day: shift.paper.day, startsAt: shift.startsAt }] : [];
      });
      const inTime = at.toSorted((a, b) => (`${a.day} ${a.startsAt}` < `${b.day} ${b.startsAt}` ? -1 : 1));
      return [{ participantId, name: names.get(participantId) ?? '', offeringCode: one.offering, how, at: inTime }];
    });
}
