import { addYears, instantAt, localDate, timeOfDay, yearOf } from '@jikaotong/shared/kernel';
import { type Award as PrintedAward } from '@jikaotong/shared/notice';
import { unitNameKey } from '@jikaotong/shared/rules/awards';
import * as z from 'zod/mini';
import { type Context, jobHandler } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { tellAccount } from '../../platform/outbox';
import { accountsOf } from '../candidates';
import { type Contest, entrantsOf, findContest, tellEntrant } from '../contests';
import { agentsOfNamed } from '../units';
import { type Award, awardWords } from './award.record';
import { findAward } from './award.repository';

const REMIND = 'award-reminder';
const Payload = z.strictObject({ awardId: z.string() });

/** Tells every winner with an account what they won, whom money waits for its account, and plans what is due next year. */
export async function tellAwarded(ctx: Context, contest: Contest, awards: readonly Award[]): Promise<void> {
  const own = new Map<string, Award[]>();
  for (const award of awards)
    if (award.recipient === 'entrant' && award.candidateId !== null)
      own.set(award.candidateId, [...(own.get(award.candidateId) ?? []), award]);
  const title = contest.notice.title.value;
  const coached = new Map(
    awards.flatMap((award) => (award.recipient === 'coach' ? [[award.candidateId ?? '', award] as const] : [])),
  );
  for (const entrant of await entrantsOf(ctx.h, contest.notice.id)) {
    const ofCoach = coached.get(entrant.id);
    if (ofCoach) {
      const award = contest.rule.awards.find(({ code }) => code === ofCoach.code)?.name ?? ofCoach.code;
      const coach = awardWords.openIf(ctx.ports.crypto, ofCoach, 'coach') ?? '';
      await tellEntrant(ctx, entrant, 'award-coach-asked', { title, award, coach });
    }
    const won = own.get(entrant.id);
    if (!won) continue;
    await tellEntrant(ctx, entrant, 'contest-awarded', { title, count: won.length });
    if (won.some(({ fen }) => fen !== null)) await tellEntrant(ctx, entrant, 'award-account-asked', { title });
  }
  for (const award of awards) {
    const printed = contest.rule.awards.find(({ code }) => code === award.code);
    const dueOn = printed && remindOn(printed, ctx.now.day);
    if (!dueOn) continue;
    const dueMs = instantAt(dueOn, timeOfDay('09:00'));
    await enqueue(ctx.h, { kind: REMIND, key: award.id, dueMs, payload: { awardId: award.id } });
  }
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
