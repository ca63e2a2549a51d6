import type { RequestListener } from 'node:http';
import Koa from 'koa';
import helmet from 'koa-helmet';
import { feature as accounts } from './features/accounts';
import { feature as applications } from './features/applications';
import { feature as authoritySheets } from './features/authority-sheets';
import { feature as awards } from './features/awards';
import { feature as bodies } from './features/bodies';
import { feature as calendars } from './features/calendars';
import { feature as cases } from './features/cases';
import { feature as candidates } from './features/candidates';
import { feature as certificates } from './features/certificates';
import { feature as conduct } from './features/conduct';
import { feature as corrections } from './features/corrections';
import { feature as contests } from './features/contests';
import { feature as draws } from './features/draws';
import { feature as counter } from './features/counter';
import { feature as importedRecords } from './features/imported-records';
import { feature as invigilation } from './features/invigilation';
import { feature as judging } from './features/judging';
import { feature as messages } from './features/messages';
import { feature as notices } from './features/notices';
import { feature as objections } from './features/objections';
import { feature as orders } from './features/orders';
import { feature as overview } from './features/overview';
import { feature as participants } from './features/participants';
import { feature as personalData } from './features/personal-data';
import { feature as persons } from './features/persons';
import { feature as publishing } from './features/publishing';
import { feature as results } from './features/results';
import { feature as rosters } from './features/rosters';
import { feature as sessionChanges } from './features/session-changes';
import { feature as sessions } from './features/sessions';
import { feature as sittings } from './features/sittings';
import { feature as stages } from './features/stages';
import { feature as trainings } from './features/trainings';
import { feature as units } from './features/units';
import { auditHeadRecord, auditRecord } from './platform/audit';
import { clockRecord } from './platform/clock';
import { type Db, type EntityRecord, publishedRevisionRecord } from './platform/db';
import { type FileColumn, fileRecord } from './platform/files';
import {
  type Budgets,
  type Feature,
  type Ports,
  type Serving,
  type Subscription,
  BUDGETS,
  answerKept,
  compression,
  envelope,
  idempotencyRecord,
  inTx,
  isDropped,
  keptReads,
  limitsOf,
  methodOverride,
  mount,
  plainRoutes,
  refuse,
  site,
} from './platform/http';
import { type Jobs, jobRecord, jobsOf } from './platform/jobs';
import { selectionRecord, selectionRowRecord } from './platform/lists';
import { numberRecord } from './platform/numbers';
import { messageRecord } from './platform/outbox';
import { photoBatchItemRecord, photoBatchRecord } from './platform/photo-batches';
import { sheetImportRecord, sheetItemRecord } from './platform/sheet-imports';
import { wiring } from './wiring';

/** The features by rank: each knows itself and those before it. */
export const features: readonly Feature[] = [
  accounts,
  bodies,
  persons,
  notices,
  sessions,
  units,
  cases,
  candidates,
  participants,
  importedRecords,
  applications,
  contests,
  trainings,
  draws,
  stages,
  judging,
  counter,
  orders,
  sittings,
  invigilation,
  results,
  objections,
  certificates,
  awards,
  rosters,
  authoritySheets,
  conduct,
  corrections,
  sessionChanges,
  messages,
  calendars,
  personalData,
  publishing,
  overview,
];

/** Where the ids of files stand that are in use: those of the features, and of sheets and photos while they are imported. */
export const fileColumns: readonly FileColumn[] = [
  { table: 'sheet_import', column: 'file_id' },
  { table: 'photo_batch_item', column: 'file_id' },
  ...features.flatMap((feature) => feature.fileColumns ?? []),
];

/** Every table we keep. */
export const records: readonly EntityRecord[] = [
  clockRecord,
  idempotencyRecord,
  fileRecord,
  jobRecord,
  numberRecord,
  messageRecord,
  sheetImportRecord,
  sheetItemRecord,
  photoBatchRecord,
  photoBatchItemRecord,
  auditRecord,
  auditHeadRecord,
  selectionRecord,
  selectionRowRecord,
  publishedRevisionRecord,
  ...features.flatMap((feature) => feature.records),
];

export type App = {
  /** Every request of its server. */
  readonly answer: RequestListener;
  readonly jobs: Jobs;
  /** What features do once before the first request. */
  prepare(): Promise<void>;
};

/** The application over a database and the outside world; the one place that orders middleware. */
export function createApp(given: {
  db: Db;
  ports: Omit<Ports, 'advanceTo' | 'runDueJobs'>;
  budgets?: Budgets;
  /** Other features than ours, with their wiring, for the tests of the pipeline. */
  features?: readonly Feature[];
  wiring?: readonly Subscription[];
}): App {
  const { db } = given;
  const served = given.features ?? features;
  // jobs need the ports and the ports offer the jobs
  const ports: Ports = {
    ...given.ports,
    advanceTo: (businessMs) => jobs.advanceTo(businessMs),
    runDueJobs: () => jobs.runDue(),
  };
  const subscriptions = given.wiring ?? wiring;
  const bodyOf = Object.assign({}, ...served.map((feature) => feature.bodyOf));
  const actorOf = served.find((feature) => feature.actorOf)?.actorOf ?? (() => Promise.resolve(null));
  const serving: Serving = {
    db,
    ports,
    subscriptions,
    bodyOf,
    actorOf,
    limits: limitsOf(given.budgets ?? BUDGETS),
    kept: keptReads({ db, clock: ports.clock }),
  };
  const jobs = jobsOf(
    serving,
    served.flatMap((feature) => feature.jobs ?? []),
  );
  const routes = served.flatMap((feature) => feature.routes);
  const endpoints = routes.flatMap((route) => (route.endpoint ? [route.endpoint] : []));

  const koa = new Koa({ proxy: ports.config.behindProxy, maxIpsCount: 1 });
  koa.on('error', (error: unknown) =>
    isDropped(error) ? ports.log.debug('connection dropped') : ports.log.error({ err: error }, 'connection'),
  );
  koa.use(envelope(ports.log));
  koa.use(compression());
  koa.use(securityHeaders(ports.config.publicUrl.startsWith('https:')));
  koa.use(methodOverride);
  mount(koa, [...plainRoutes(endpoints), ...routes], serving);
  if (ports.config.h5Dir !== null) koa.use(site(ports.config.h5Dir, { isDemonstration: ports.clock.demonstration }));
  koa.use(() => refuse('not-found'));
  return {
    answer: answerKept(serving.kept, ports.log, koa.callback()),
    jobs,
    prepare: async () => {
      for (const { name, start } of served)
        if (start) await inTx(serving, { requestId: `start-${name}`, actorId: null }, start);
    },
  };
}

/** What the browser is told of answers: pages under their own policy, everything else as what draws and runs nothing. */
const securityHeaders = (https: boolean): Koa.Middleware => {
  const shared = {
    strictTransportSecurity: https,
    // says what frame-ancestors says, to browsers that know only this
    frameguard: { action: 'deny' },
  } as const;
  const page = helmet({
    ...shared,
    contentSecurityPolicy: {
      // the h5 build brings its own scripts and styles; pictures are also drawn and chosen on the phone
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // and what its own scripts put in, by a number that `site` gives to each page
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        // a paper as PDF, drawn where it stands at a reviewer's desk
        objectSrc: ['blob:'],
        frameSrc: ['blob:'],
        connectSrc: ["'self'", 'blob:', 'data:'],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: https ? [] : null,
      },
    },
  });
  // what only documents heed is not sent with data: it would be half of what a short answer costs
  const data = helmet({
    ...shared,
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    dnsPrefetchControl: false,
    ieNoOpen: false,
    permittedCrossDomainPolicies: false,
    xssFilter: false,
  });
  return (ctx, next) => (ctx.path.startsWith('/api/') ? data(ctx, next) : page(ctx, next));
};
