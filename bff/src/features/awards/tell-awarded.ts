import { addYears, instantAt, localDate, timeOfDay, yearOf } from '@jikaotong/shared/kernel';
import { type Award as PrintedAward } from '@jikaotong/shared/notice';
import { unitNameKey } from '@jikaotong/shared/rules/awards';
import * as z from 'zod/mini';
import { type Context, jobHandler } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { tellAccount } from '../../platform/outbox';
import { accountsOf } from '../candidates';
import { type Contest, entrantsAmong, findContest, tellEntrants, unitNews } from '../contests';
import { agentsOfNamed } from '../units';
import { type Award, awardWords } from './award.record';
import { findAward } from './award.repository';

const REMIND = 'award-reminder';
const Payload = z.strictObject({ awardId: z.string() });

/**
 * Tells every winner what they won, and whom money or a coach waits for what is asked of them, as any news of a competition
 * goes: without an account an SMS says once how to claim the entry, and the rest waits there. Plans what is due next year.
 */
export async function tellAwarded(ctx: Context, contest: Contest, awards: readonly Award[]): Promise<void> {
  const own = winnersIn(awards);
  const title = contest.notice.title.value;
  const stage = contest.rule.stages.at(-1)?.name ?? '';
  const coached = new Map(
    awards.flatMap((award) => (award.recipient === 'coach' ? [[award.candidateId ?? '', award] as const] : [])),
  );
  const people = await entrantsAmong(ctx.h, [...new Set([...own.keys(), ...coached.keys()])]);
  const among = (ids: Iterable<string>) => [...ids].flatMap((id) => people.get(id) ?? []);
  await tellEntrants(ctx, contest, among(own.keys()), {
    code: 'contest-awarded',
    dataOf: ({ id }) => ({ title, count: own.get(id)?.length ?? 0 }),
    toAgents: unitNews('contest-awarded', { title, stage }),
  });
  const paid = [...own].flatMap(([id, won]) => (won.some(({ fen }) => fen !== null) ? [id] : []));
  await tellEntrants(ctx, contest, among(paid), {
    code: 'award-account-asked',
    dataOf: () => ({ title }),
    toAgents: null,
  });
  await tellEntrants(ctx, contest, among(coached.keys()), {
    code: 'award-coach-asked',
    dataOf: ({ id }) => {
      const ofCoach = coached.get(id);
      if (!ofCoach) throw new Error(`entry ${id} has no coach`);
      const award = contest.rule.awards.find(({ code }) => code === ofCoach.code)?.name ?? ofCoach.code;
      return { title, award, coach: awardWords.openIf(ctx.ports.crypto, ofCoach, 'coach') ?? '' };
    },
    toAgents: null,
  });
  for (const award of awards) {
    const printed = contest.rule.awards.find(({ code }) => code === award.code);
    const dueOn = printed && remindOn(printed, ctx.now.day);
    if (!dueOn) continue;
    const dueMs = instantAt(dueOn, timeOfDay('09:00'));
    await enqueue(ctx.h, { kind: REMIND, key: award.id, dueMs, payload: { awardId: award.id } });
  }
}

/** What each person won, by entry. */
function winnersIn(awards: readonly Award[]): ReadonlyMap<string, readonly Award[]> {
  const own = new Map<string, Award[]>();
  for (const award of awards)
    if (award.recipient === 'entrant' && award.candidateId !== null)
      own.set(award.candidateId, [...(own.get(award.candidateId) ?? []), award]);
  return own;
}

/** The day of the reminder: early in the year after the awards were locked; null where none is printed. */
export const remindOn = ({ remind }: Pick<PrintedAward, 'remind'>, lockedOn: ReturnType<typeof localDate>) =>
  remind === 'next-year' ? localDate(`${yearOf(addYears(lockedOn, 1))}-01-05`) : null;

/** Reminds the winner's unit, and the winner, of what the unit may recommend this year; dropped where it was withheld. */
const remindJob = jobHandler(REMIND, Payload, async (run, { awardId }) => {
  await run.tx(async (ctx) => {
    const award = await findAward(ctx.h, awardId);
    if (!award || award.state !== 'given') return;
    const contest = await findContest(ctx.h, award.noticeId);
    const printed = contest?.rule.awards.find(({ code }) => code === award.code);
    if (!contest || !printed) return;
    const data = { title: contest.notice.title.value, award: printed.name, unit: award.unit };
    const winner =
      award.candidateId === null ? null : (await accountsOf(ctx.h, [award.candidateId])).get(award.candidateId);
    const agents =
      award.unitKey === null
        ? []
        : await agentsOfNamed(ctx.h, award.bodyId, (name) => unitNameKey(name) === award.unitKey);
    for (const accountId of new Set([...agents, ...(winner ? [winner] : [])]))
      await tellAccount(ctx, { accountId, code: 'award-recommendation-due', data });
  });
});

export const jobs = [remindJob];
