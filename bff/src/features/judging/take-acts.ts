import { type JudgeAct as SentAct, type JudgeConflict, judgePhones } from '@jikaotong/shared/contract';
import { newId } from '../../platform/db';
import type { Context } from '../../platform/http';
import type { Judge } from './judge.repository';
import { type JudgeAct, addAct, openConflictsOf, outcomesOf } from './judge-mark.repository';
import { type JudgingNow, judgingNow } from './judging-now';
import { type Judging, type MarkingSheet, sheetOf, start, takeJudgingTurn } from './judging.repository';
import { actWords } from './judging.record';
import { putMark, readMarks } from './put-mark';

type Sent = { readonly nonce: string; readonly [key: string]: unknown };
type Outcome = Pick<JudgeAct, 'outcome' | 'conflict'>;
const conflict = (code: JudgeConflict): Outcome => ({ outcome: 'conflict', conflict: code });

type Taking = {
  readonly judge: Judge;
  readonly judging: Judging;
  readonly accountId: string;
  /** Turns an instant of the phone into ours. */
  readonly momentOf: (phoneMs: number) => number;
};

/**
 * Takes what a judge's phone recorded, under the lock of the judge. What came before is known by its nonce and changes
 * nothing; what cannot count is kept all the same, for staff to decide. Tells how many were new.
 */
export async function takeActs(ctx: Context, given: Taking, sent: readonly Sent[]): Promise<number> {
  const known = await outcomesOf(ctx.h, given.judge.id, sent);
  const fresh = [...new Map(sent.map((act) => [act.nonce, act])).values()].filter(({ nonce }) => !known.has(nonce));
  if (fresh.length === 0) return 0;
  // before anything is read: whoever locks or publishes at this moment comes before or after
  const isOpen = await takeJudgingTurn(ctx.h, given.judging);
  const sheet = await sheetOf(ctx.h, given.judging);
  const now = await judgingNow(ctx.h, ctx.ports.crypto, given.judging);
  const conflicted = new Set((await openConflictsOf(ctx.h, given.judge.id)).map(numberOf));
  for (const raw of fresh) {
    const read = judgePhones.JudgeActSchema.safeParse(raw);
    await addAct(
      ctx.h,
      read.success
        ? await taken(ctx, { ...given, sheet, now, isOpen, conflicted }, read.data)
        : rowOf(
            ctx,
            given,
            { nonce: raw.nonce, words: JSON.stringify(raw).slice(0, MOST_SHOWN) },
            conflict('unreadable'),
          ),
    );
  }
  return fresh.length;
}
const MOST_SHOWN = 500;

type Looking = Taking & {
  readonly sheet: MarkingSheet | null;
  readonly now: JudgingNow;
  readonly isOpen: boolean;
  /** Numbers where something of this judge did not count: what was marked over it was never seen to stand. */
  readonly conflicted: Set<string>;
};

const numberOf = ({ placeId, run }: { readonly placeId: string | null; readonly run: number }): string =>
  `${placeId ?? ''}:${run}`;

async function taken(ctx: Context, given: Looking, act: SentAct): Promise<JudgeAct> {
  const place = given.now.places.find((one) => one.place.id === act.placeId)?.place;
  const total = given.sheet && (readMarks(given.sheet, act.marks)?.total ?? null);
  const outcome = await judged(ctx, given, act);
  if (outcome.outcome === 'conflict') given.conflicted.add(numberOf(act));
  const base = rowOf(ctx, given, { nonce: act.nonce, words: act.reason }, outcome);
  return {
    ...base,
    placeId: place?.id ?? null,
    candidateId: place?.candidateId ?? null,
    run: act.run,
    marks: act.marks,
    total,
    at: given.momentOf(act.atMs),
  };
}

async function judged(ctx: Context, given: Looking, act: SentAct): Promise<Outcome> {
  const { judge, judging, sheet, now, isOpen } = given;
  if (!isOpen) return conflict('locked');
  const at = now.places.find((one) => one.place.id === act.placeId);
  const mine = at?.judges.find((one) => one.judge.id === judge.id);
  if (!at || !mine || mine.bar !== null || judge.state !== 'open') return conflict('not-of-this-judge');
  if (!sheet || sheet.version !== act.sheetVersion) return conflict('another-sheet');
  if (at.run !== act.run) return conflict('another-run');
  const read = readMarks(sheet, act.marks);
  if (!read) return conflict('points-wrong');
  if (act.base > 0 && act.reason === null) return conflict('reason-missing');
  const put = await putMark(ctx.h, {
    judgingId: judging.id,
    judgeId: judge.id,
    place: at.place,
    run: at.run,
    // the phone counted on what did not count, and its version can be anybody's by now
    base: given.conflicted.has(numberOf(act)) ? NO_VERSION : act.base,
    ...read,
    source: 'phone',
    openBy: null,
  });
  if (put === 'marked-otherwise') return conflict(put);
  await start(ctx.h, judging.id, ctx.now.ms);
  return { outcome: put, conflict: null };
}

const NO_VERSION = -1;

function rowOf(
  ctx: Context,
  { judge, judging, accountId }: Taking,
  { nonce, words }: { readonly nonce: string; readonly words: string | null },
  outcome: Outcome,
): JudgeAct {
  const id = newId();
  return {
    id,
    judgingId: judging.id,
    judgeId: judge.id,
    bodyId: judging.bodyId,
    nonce,
    source: 'phone',
    placeId: null,
    candidateId: null,
    run: 0,
    marks: null,
    total: null,
    reason: actWords.sealIf(ctx.ports.crypto, id, 'reason', words),
    at: ctx.now.ms,
    receivedAt: ctx.now.ms,
    byAccountId: accountId,
    ...outcome,
    decidedBy: null,
    decidedAt: null,
    decision: null,
  };
}
