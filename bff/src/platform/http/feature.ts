import type * as z from 'zod/mini';
import type { BodyOf } from '../audit';
import type { EntityRecord } from '../db';
import type { Held } from '../held';
import type { FileColumn } from '../files';
import type { Context, Outside } from './context';
import type { Route } from './route';
import type { ActorSource } from './serving';

/** What a feature gives to the application; app.ts lists the features by rank. */
export type Feature = {
  readonly name: string;
  readonly records: readonly EntityRecord[];
  /** Which of them hold data of people, whose, and what becomes of it; the rest hold none. */
  readonly held?: readonly Held[];
  /** Where the ids of files stand that it uses; a file that stands nowhere is forgotten after a day. */
  readonly fileColumns?: readonly FileColumn[];
  readonly routes: readonly Route[];
  readonly jobs?: readonly JobHandler[];
  /** Whose an audit event is that names one of these ids (`sessionId`) and no body: it stands in that body's list. */
  readonly bodyOf?: BodyOf;
  /** The one feature that knows accounts says who a token speaks for. */
  readonly actorOf?: ActorSource;
  /** Runs once at every start, after the migrations, before the first request; must not repeat its effect. */
  readonly start?: (ctx: Context) => Promise<void>;
};

/** What a job works with: outside any transaction, and able to open one, in somebody's name where it runs for them. */
export type JobRun = Outside & { tx<T>(fn: (ctx: Context) => Promise<T>, accountId?: string): Promise<T> };

/** Runs jobs of one kind; at least once, so its effect is guarded by state or key. A throw means: later again. */
export type JobHandler = {
  readonly kind: string;
  readonly run: (run: JobRun, payload: unknown) => Promise<void>;
  /** Housekeeping that makes up in one run for all the nights it missed: a demonstration does not stop for each. */
  readonly catchesUp?: true;
};

/** A handler whose payload is read by its schema, as any JSON that was stored. */
export const jobHandler = <S extends z.ZodMiniType>(
  kind: string,
  payload: S,
  run: (run: JobRun, payload: z.output<S>) => Promise<void>,
  how: Pick<JobHandler, 'catchesUp'> = {},
): JobHandler => ({ kind, run: (j, stored) => run(j, payload.parse(stored)), ...how });
