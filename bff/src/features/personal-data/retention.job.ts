import { type LocalDate, addDays, addMonths, addYears, instantAt, timeOfDay } from '@jikaotong/shared/kernel';
import {
  type HeldKind,
  RETENTION,
  endedOn,
  keptUntil,
  ownPeriodsOn,
  scopeKeptUntil,
} from '@jikaotong/shared/rules/retention';
import * as z from 'zod/mini';
import type { Handle } from '../../platform/db';
import { eraseHeld } from '../../platform/held';
import { type Context, type JobRun, jobHandler } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { forgetHelpers } from '../invigilation';
import { forgetJudges } from '../judging';
import { bodyPeriods } from './body-period.repository';
import { EXPORT_OVER_JOB, endExport, exportsOver } from './data-export.repository';
import { eraseDraft, eraseRecords } from './erase';
import { HELD } from './held-records';
import { REMOVE_FILES_JOB, eraseScans, removeFiles } from './scans.repository';
import { type Standing, standingsOf } from './standing.repository';
import {
  agedEnrolments,
  agedOrders,
  everPlanned,
  forgetMessagesBefore,
  forgetRegistrationsBefore,
} from './traces.repository';

export const RETENTION_JOB = 'retention';

/** For so many days after an exam an officer may still have to call a helper. */
const HELPER_DAYS = 30;

/** Enrolments looked at in one transaction. */
const A_PART = 100;
const NIGHT = timeOfDay('03:10');

/** After the upgrade that brought the table the first run waits: a body may look at the periods before they bite. */
const GRACE_DAYS = 30;

/** Queues the first run, once for ever. */
export async function planFirstRetention(h: Handle, today: LocalDate): Promise<void> {
  if (!(await everPlanned(h, RETENTION_JOB))) await planRetention(h, addDays(today, GRACE_DAYS));
}

const planRetention = (h: Handle, day: LocalDate): Promise<boolean> =>
  enqueue(h, { kind: RETENTION_JOB, key: day, dueMs: instantAt(day, NIGHT), payload: {} });

/** Erases every night what has been kept as long as the table says, whether anybody asked for it or not. */
export const retentionJob = jobHandler(
  RETENTION_JOB,
  z.object({}),
  async (run) => {
    for (const enforce of new Set(Object.values(ENFORCED))) await enforce(run);
    // the number a link is bound to serves for that day alone
    await run.tx((ctx) => forgetHelpers(ctx.h, addDays(ctx.now.day, -HELPER_DAYS)));
    await run.tx((ctx) => forgetJudges(ctx.h, addDays(ctx.now.day, -HELPER_DAYS)));
    await run.tx((ctx) => planRetention(ctx.h, addDays(run.now.day, 1)));
  },
  { catchesUp: true },
);

/** Takes a copy away when its day is over; where the wall is behind the business clock the night does it later. */
export const exportOverJob = jobHandler(EXPORT_OVER_JOB, z.object({}), (run) => exports(run));

/** Takes the bytes away of files whose rows are gone. */
export const removeFilesJob = jobHandler(
  REMOVE_FILES_JOB,
  z.object({ fileIds: z.array(z.string()) }),
  async (run, { fileIds }) => {
    for (const id of fileIds) await run.ports.files.remove(id);
  },
);

type Enforce = (run: JobRun) => Promise<void>;

/** Enrolments end all at once: their parts are looked at together. */
const enrolments: Enforce = async (run) => {
  const beforeMs = dayStart(addMonths(run.now.day, -(await run.read((h) => shortestMonths(h, run.now.day)))));
  let afterId = '';
  for (;;) {
    const ids = await run.tx(async (ctx) => {
      const some = await agedEnrolments(ctx.h, { beforeMs, afterId, limit: A_PART });
      await eraseDue(ctx, some);
      return some;
    });
    const last = ids.at(-1);
    if (last === undefined) return;
    afterId = last;
  }
};

/** No enrolment has anything to be erased sooner: the shortest of the usual periods and of those that bodies set. */
async function shortestMonths(h: Handle, today: LocalDate): Promise<number> {
  const usual = Object.values(RETENTION).flatMap(({ keep }) => (keep.from === 'ended' ? [keep.months] : []));
  const own = [...(await bodyPeriods(h)).values()].flatMap((periods) => Object.values(ownPeriodsOn(periods, today)));
  return Math.min(...usual, ...own.map(({ months }) => months));
}

async function eraseDue(ctx: Context, ids: readonly string[]): Promise<void> {
  const today = ctx.now.day;
  const isOver = (until: LocalDate | null): boolean => until !== null && until < today;
  const ownOf = ({ periods }: Standing) => ownPeriodsOn(periods, today);
  const standings = await standingsOf(ctx.h, ids);
  const ofAll = (one: Standing) => scopeKeptUntil(one.facts, { kind: one.candidate.kind, own: ownOf(one) });
  for (const draft of standings) if (draft.facts.isDraft && isOver(ofAll(draft))) await eraseDraft(ctx, draft);
  const handedIn = standings.filter(({ facts }) => !facts.isDraft);
  const records = handedIn.filter((one) => isOver(ofAll(one)));
  await eraseRecords(
    ctx,
    records.map(({ candidate }) => candidate.id),
  );
  const scans = handedIn.filter((one) => {
    const ends = { endedOn: endedOn(one.facts), madeOn: null, own: ownOf(one) };
    return one.candidate.erased === null && isOver(keptUntil('papers', ends));
  });
  await eraseScans(
    ctx.h,
    scans.map(({ candidate }) => candidate.id),
    ctx.now.ms,
  );
}

const exports: Enforce = async (run) => {
  await run.tx(async (ctx) => {
    const over = await exportsOver(ctx.h, ctx.now.wallMs);
    for (const { id } of over) await endExport(ctx.h, id);
    await removeFiles(
      ctx.h,
      over.flatMap(({ fileId }) => fileId ?? []),
      ctx.now.ms,
    );
  });
};

const payments: Enforce = async (run) => {
  await run.tx(async (ctx) => {
    const ids = await agedOrders(ctx.h, dayStart(addYears(ctx.now.day, -yearsOf('payment'))));
    for (const held of HELD) if (held.whose === 'order') await eraseHeld(ctx.h, held, ids);
  });
};

/** With the account they go when it is closed; nothing ends by itself. */
const withTheAccount: Enforce = () => Promise.resolve();
const never: Enforce = () => Promise.resolve();

/** How the period of each kind is enforced. */
const ENFORCED: Readonly<Record<HeldKind, Enforce>> = {
  account: withTheAccount,
  calendar: withTheAccount,
  draft: enrolments,
  identity: enrolments,
  photo: enrolments,
  papers: enrolments,
  application: enrolments,
  entry: enrolments,
  exam: enrolments,
  certificate: never,
  payment: payments,
  registration: async (run) => {
    await run.tx((ctx) => forgetRegistrationsBefore(ctx.h, dayStart(addYears(ctx.now.day, -yearsOf('registration')))));
  },
  messages: async (run) => {
    await run.tx((ctx) => forgetMessagesBefore(ctx.h, dayStart(addYears(ctx.now.day, -yearsOf('messages')))));
  },
  export: exports,
};

const dayStart = (day: LocalDate): number => instantAt(day, timeOfDay('00:00'));

function yearsOf(kind: HeldKind): number {
  const { keep } = RETENTION[kind];
  if (!('years' in keep)) throw new Error(`${kind} is not kept for years`);
  return keep.years;
}
