import type { JudgedNumber } from '@jikaotong/shared/contract';
import { timeOfDay } from '@jikaotong/shared/kernel';
import { type Actor, type Context, refuse } from '../../platform/http';
import { staffNamesOf } from '../accounts';
import { type JudgeAct, actsOf } from './judge-mark.repository';
import { type JudgedPlace, combinedOf, isComplete, judgingNow, outliersOf } from './judging-now';
import { type Judging, type MarkingSheet, sheetOf } from './judging.repository';
import { actWords, failureWords } from './judging.record';
import { connects, seesJudges } from './key-holders';

type Asking = Pick<Context, 'h' | 'ports'> & { readonly actor: Actor };

/** The numbers of one heat with what each judge gave, by station; never a name. */
export async function presentHeat(ctx: Asking, judging: Judging, heat: number) {
  const sheet = (await sheetOf(ctx.h, judging)) ?? refuse('not-found');
  const now = await judgingNow(ctx.h, ctx.ports.crypto, judging);
  const here = now.places.filter(({ place }) => place.heat === heat);
  const ids = here.map(({ place }) => place.id);
  const all = await actsOf(ctx.h, ids);
  const acts = all.filter((act) => act.outcome !== 'conflict' || isSetAside(act, all));
  const failures = now.failures.filter(({ placeId }) => ids.includes(placeId));
  const names = await staffNamesOf(ctx.h, [
    ...new Set([
      ...acts.map(({ byAccountId, decidedBy }) => decidedBy ?? byAccountId),
      ...failures.map(({ notedBy }) => notedBy),
    ]),
  ]);
  const seeing = { accountId: ctx.actor.accountId, connects: await connects(ctx, judging) };
  const shown = await seesJudges(ctx, judging);
  const judgeNames = new Map(now.judges.map(({ id, name }) => [id, name]));
  const setAside = (act: JudgeAct): JudgedNumber['steps'][number] => ({
    judgeName: judgeNames.get(act.judgeId) ?? '',
    byName: names.get(act.decidedBy ?? '') ?? '',
    at: act.decidedAt ?? act.at,
    source: 'set-aside',
    total: act.total,
    run: act.run,
    reason: actWords.openIf(ctx.ports.crypto, act, 'decision'),
  });
  const marked = (act: JudgeAct): JudgedNumber['steps'][number] => ({
    judgeName: judgeNames.get(act.judgeId) ?? '',
    // a phone is the judge's own
    byName: act.source === 'phone' ? (judgeNames.get(act.judgeId) ?? '') : (names.get(act.byAccountId) ?? ''),
    at: act.at,
    source: act.source,
    total: act.total,
    run: act.run,
    reason: actWords.openIf(ctx.ports.crypto, act, 'reason'),
  });
  const stepOf = (act: JudgeAct) => (act.outcome === 'conflict' ? setAside(act) : marked(act));
  return {
    heat,
    bodyId: judging.bodyId,
    locked: judging.lockedAt !== null,
    shown,
    items: [...sheet.items],
    numbers: here
      .filter(({ isPresent }) => isPresent)
      .map((at): JudgedNumber => ({
        placeId: at.place.id,
        position: at.place.position,
        station: at.place.station,
        run: at.run,
        combined: combinedView(at, sheet),
        marks: shown ? marksView(at, sheet, seeing) : [],
        failures: failures
          .filter(({ placeId }) => placeId === at.place.id)
          .map((failure) => ({
            stoppedAt: timeOfDay(failure.stoppedAt),
            minutes: failure.minutes,
            again: failure.again,
            reason: failureWords.open(ctx.ports.crypto, failure, 'reason'),
            witness: failureWords.open(ctx.ports.crypto, failure, 'witness'),
            byName: names.get(failure.notedBy) ?? '',
            at: failure.notedAt,
          })),
        steps: shown ? acts.filter(({ placeId }) => placeId === at.place.id).map(stepOf) : [],
      })),
  };
}

/** Decided, and not by letting it count: that is an act of its own, of the same moment. */
const isSetAside = ({ judgeId, placeId, decidedAt }: JudgeAct, all: readonly JudgeAct[]): boolean =>
  decidedAt !== null &&
  !all.some(
    (one) => one.source === 'decision' && one.judgeId === judgeId && one.placeId === placeId && one.at === decidedAt,
  );

function combinedView(at: JudgedPlace, sheet: MarkingSheet): number | null {
  if (!isComplete(at)) return null;
  const combined = combinedOf(at, sheet);
  return combined.ok ? combined.value : null;
}

type Seeing = {
  readonly accountId: string;
  /** Whether names are known beside numbers: a bar tells of one. */
  readonly connects: boolean;
};

function marksView(at: JudgedPlace, sheet: MarkingSheet, { accountId, connects }: Seeing): JudgedNumber['marks'] {
  const outliers = outliersOf(at, sheet);
  return at.judges
    .filter(({ judge, mark }) => judge.state === 'open' || mark !== null)
    .map(({ judge, bar, excepted, mark }) => ({
      judgeId: judge.id,
      judgeName: judge.name,
      marks: mark && [...mark.marks],
      total: mark?.total ?? null,
      version: mark?.version ?? 0,
      source: mark?.source ?? null,
      open: mark !== null && mark.openBy !== null,
      mine: mark?.openBy === accountId,
      removed: judge.state === 'revoked',
      voided: judge.voidedAt !== null,
      outlier: mark !== null && outliers.has(mark.id),
      bar: connects ? bar : null,
      excepted: connects && excepted,
    }));
}
