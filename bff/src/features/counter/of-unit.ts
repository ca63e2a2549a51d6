import type { LocalDate } from '@jikaotong/shared/kernel';
import { missingOriginals } from '@jikaotong/shared/rules/counter';
import { lettingOthersIn } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import {
  type Applicant,
  type Application,
  type Frame,
  findApplication,
  loadFrames,
  openApplicant,
  openToldParts,
} from '../applications';
import { atCounter, daysOf, withCounterOpenUntil } from './at-counter';
import { confirm } from './clerk';
import { type Said, originalsFor, standingTicks, stateOf } from './counter.policy';
import { presentOriginals } from './counter.presenter';
import { type Slip, changeSlip, findSlips, lockSlipOf } from './slip.repository';

/** How somebody of a unit stands at the counter. */
export type AtCounterOfUnit = {
  readonly candidate: Applicant;
  readonly state: ReturnType<typeof stateOf>;
  readonly confirmedAt: number | null;
  /** Papers that nobody has seen yet, in the notice's words. */
  readonly missing: readonly string[];
  /** Whether a clerk has seen any. */
  readonly begun: boolean;
  readonly queued: boolean;
  readonly outcome: string | null;
};

type Seen = Pick<Context, 'h' | 'ports'>;

/** How each of these stands at the counter; who has no slip is left out. */
export async function atCounterOfUnit(
  ctx: Seen,
  rows: readonly Application[],
): Promise<ReadonlyMap<string, AtCounterOfUnit>> {
  const slips = await slipsById(ctx, rows);
  const frameOf = await loadFrames(ctx.h, rows);
  const standing = new Map<string, AtCounterOfUnit>();
  for await (const row of lettingOthersIn(rows)) {
    const slip = slips.get(row.id);
    if (slip) standing.set(row.id, standingOf(ctx, slip, row, frameOf(row)));
  }
  return standing;
}

const slipsById = async ({ h }: Seen, rows: readonly Application[]): Promise<ReadonlyMap<string, Slip>> =>
  new Map(
    (
      await findSlips(
        h,
        rows.map(({ id }) => id),
      )
    ).map((slip) => [slip.candidateId, slip]),
  );

function standingOf({ ports }: Seen, slip: Slip, row: Application, frame: Frame): AtCounterOfUnit {
  const candidate = openApplicant(ports.crypto, row);
  const at = { slip, row, frame, candidate, told: openToldParts(ports.crypto, row) };
  const ticks = standingTicks(at);
  const state = stateOf(at);
  return {
    candidate,
    state,
    confirmedAt: slip.confirmedAt,
    missing: state === 'waiting' ? missingWords(at, new Set(ticks.map(({ document }) => document))) : [],
    begun: ticks.length > 0,
    queued: slip.queuedAt !== null,
    outcome: slip.outcome,
  };
}

/** What each group of papers lacks: the first way to complete it. */
function missingWords(at: Said, seen: ReadonlySet<string>): string[] {
  const printed = new Map(
    presentOriginals(at)
      .flatMap(({ alternatives }) => alternatives.flat())
      .map((original) => [original.document, original.printed]),
  );
  return missingOriginals(originalsFor(at), seen).map(([first = []]) =>
    first.map((document) => printed.get(document) ?? document).join('、'),
  );
}

/** When the counter is open, until the day that holds for a group. */
export async function counterDaysFor(ctx: Pick<Context, 'h' | 'now'>, frame: Frame, openUntil: LocalDate | null) {
  return (await daysOf(ctx, withCounterOpenUntil(frame, { openUntil }))) ?? refuse('counter-not-offered');
}

/**
 * Confirms somebody whose papers a clerk has counted with the whole group: what was not ticked by name counts as seen, then
 * as `confirm`, whose refusals hold.
 */
export async function confirmCounted(ctx: Context, candidateId: string): Promise<void> {
  const slip = await lockSlipOf(ctx.h, candidateId);
  const byAccountId = slip?.queuedBy;
  if (!slip || slip.queuedAt === null || !byAccountId) return;
  await changeSlip(ctx.h, slip.id, { queuedAt: null, queuedBy: null, outcome: null });
  const row = (await findApplication(ctx.h, candidateId)) ?? refuse('not-found');
  const at = await atCounter(ctx, slip, row);
  const standing = standingTicks(at);
  const known = new Set(standing.map(({ document }) => document));
  const lacking = missingOriginals(originalsFor(at), known).flatMap(([first = []]) => first);
  const all = originalsFor(at).flatMap(({ alternatives }) => alternatives.flat());
  const counted = lacking.map((document) => ({
    document,
    received: all.some((original) => original.document === document && original.keeps),
    seenBy: byAccountId,
    seenAt: ctx.now.ms,
    version: row.version,
  }));
  const seen = { ...slip, originals: [...standing, ...counted] };
  await confirm(ctx, { ...at, slip: seen }, { version: row.version, byAccountId });
}
