/** One run of tests with a count of its own; `project` says which kind of database they meet. */
type Run = {
  readonly project: 'unit' | 'journeys-libsql' | 'journeys-mariadb' | 'weapp' | 'growth' | 'browser';
  readonly files: readonly string[];
  readonly count: number;
};
export type Proof = { readonly says: string; readonly runs: readonly Run[] };

const guards = [
  'bff/src/platform/db/open-db.db.test.ts',
  'bff/src/platform/numbers/take-numbers.db.test.ts',
  'bff/src/app.db.test.ts',
  'bff/src/features/persons/link-or-create.db.test.ts',
  'bff/src/features/participants/keys.db.test.ts',
  'bff/src/features/participants/retake-race.db.test.ts',
  'bff/src/features/conduct/breach-race.db.test.ts',
  'bff/src/features/results/hold-race.db.test.ts',
  'bff/src/features/contests/stage-race.db.test.ts',
  'bff/src/features/draws/draw-race.db.test.ts',
  'bff/src/features/stages/publish-race.db.test.ts',
  'bff/src/features/stages/cancel-race.db.test.ts',
  'bff/src/features/awards/lock-race.db.test.ts',
  'bff/src/features/judging/lock-race.db.test.ts',
  'bff/src/features/judging/cancel-race.db.test.ts',
  'bff/src/features/orders/settle.db.test.ts',
  'bff/src/features/orders/cancel-race.db.test.ts',
  'bff/src/features/publishing/publish-race.db.test.ts',
  'bff/src/features/results/marks-race.db.test.ts',
  'bff/src/features/sessions/publication-race.db.test.ts',
  'bff/src/features/objections/objection-race.db.test.ts',
  'bff/src/features/invigilation/attendance-race.db.test.ts',
  'bff/src/platform/photo-batches/photo-batch-race.db.test.ts',
];

/** The long proofs by name; `npm test` runs the same files with small counts. */
export const PROOFS: Readonly<Record<string, Proof>> = {
  races: {
    says: 'no write lost, one effect a key, one person a document, one enrolment a person, money settled once, cancelled once, a version published once, a list drawn once, numbers and seats once; twins fail',
    runs: [
      { project: 'unit', files: guards, count: 500 },
      { project: 'journeys-mariadb', files: guards, count: 500 },
      { project: 'journeys-libsql', files: ['test/journeys/seat-race.test.ts'], count: 60 },
      { project: 'journeys-mariadb', files: ['test/journeys/seat-race.test.ts'], count: 60 },
      { project: 'journeys-libsql', files: ['test/journeys/stage-seat-race.test.ts'], count: 40 },
      { project: 'journeys-mariadb', files: ['test/journeys/stage-seat-race.test.ts'], count: 40 },
      { project: 'journeys-libsql', files: ['test/journeys/draw-leave-race.test.ts'], count: 40 },
      { project: 'journeys-mariadb', files: ['test/journeys/draw-leave-race.test.ts'], count: 40 },
    ],
  },
  rules: {
    says: 'verdicts of made-up candidates: what must hold for whoever applies, and the phone agrees with the back end',
    runs: [
      { project: 'unit', files: ['shared/src/rules/eligibility/properties.test.ts'], count: 10_000 },
      { project: 'journeys-mariadb', files: ['test/journeys/verdicts.test.ts'], count: 5_000 },
      // after `npm run build`: the rules as they stand in the package for phones
      { project: 'weapp', files: ['test/weapp/verdicts.test.ts'], count: 10_000 },
    ],
  },
  retakes: {
    says: 'histories of sittings, absences, retakes and new applications over the rules of three bodies: no difference to a second plain calculation',
    runs: [{ project: 'unit', files: ['shared/src/rules/results/pass-histories.test.ts'], count: 10_000 }],
  },
  ranking: {
    says: 'stages of made-up marks: no difference to a second ranking written by another road, a copy with floats is caught, rows in any order give the same ranks',
    runs: [{ project: 'unit', files: ['shared/src/rules/ranking/properties.test.ts'], count: 10_000 }],
  },
  competition: {
    says: '412 entrants of 37 units in C24, from the imported list over three stages with ties, absences and a disqualification after publication to the locked awards: each is that of a table worked by hand',
    runs: [
      { project: 'journeys-libsql', files: ['test/journeys/many-in-c24.test.ts'], count: 412 },
      { project: 'journeys-mariadb', files: ['test/journeys/many-in-c24.test.ts'], count: 412 },
    ],
  },
  seating: {
    says: '5,000 in two subjects of three shifts: everybody once, the same again, units as far apart as the independent checker says can be, 37 places short named by shift; subjects on one day and in order, as far as trying every way finds',
    runs: [
      {
        project: 'unit',
        files: ['shared/src/rules/seating/seating.test.ts', 'shared/src/rules/seating/seating-days.test.ts'],
        count: 5_000,
      },
    ],
  },
  upgrades: {
    says: 'applications and entries become candidates wherever the upgrade is cut off: killed after each statement, a second start ends as if nothing had happened',
    runs: [
      {
        project: 'journeys-mariadb',
        files: [
          'bff/src/platform/db/migrate.db.test.ts',
          'bff/src/migrations/candidates.db.test.ts',
          'bff/src/migrations/contest-candidates.db.test.ts',
          'bff/src/migrations/schema.db.test.ts',
          'test/journeys/golden-killed.test.ts',
        ],
        count: 500,
      },
    ],
  },
  lists: {
    says: 'a list of 5,000: every row once, and a sheet in little memory while somebody else is served between its pages',
    runs: [
      { project: 'journeys-libsql', files: ['test/journeys/list-sheet.test.ts'], count: 5_000 },
      { project: 'journeys-mariadb', files: ['test/journeys/list-sheet.test.ts'], count: 5_000 },
      // after `npm run build -- --h5`: a real browser at a desk
      { project: 'browser', files: ['test/browser/desk-list.test.ts'], count: 5_000 },
    ],
  },
  review: {
    says: '280 wait for a reviewer, 60 in doubt, 14 planted: decided by what the screens show, in few decisions, and nothing planted passes',
    // after `npm run build -- --h5`; so many without a doubt, the others come on top
    runs: [{ project: 'browser', files: ['test/browser/review-of-many.test.ts'], count: 206 }],
  },
  session: {
    says: '300 hand in: reviewer, finance, exam officer and six invigilators do their whole jobs on screen, up to the last room record; each sheet and print read by another program',
    // after `npm run build -- --h5`
    runs: [{ project: 'browser', files: ['test/browser/whole-session.test.ts'], count: 300 }],
  },
  certificates: {
    says: '280 certificates: numbered without gap or twin, printed in one file, each page read by another program; a clerk’s day on screen; a lost one and a hand-over once, twins fail',
    runs: [
      { project: 'journeys-libsql', files: ['test/journeys/many-certificates.test.ts'], count: 280 },
      { project: 'journeys-mariadb', files: ['test/journeys/many-certificates.test.ts'], count: 280 },
      { project: 'unit', files: ['bff/src/features/certificates/collection-race.db.test.ts'], count: 200 },
      { project: 'journeys-mariadb', files: ['bff/src/features/certificates/collection-race.db.test.ts'], count: 200 },
      // after `npm run build -- --h5`
      { project: 'browser', files: ['test/browser/certificate-clerk.test.ts'], count: 280 },
    ],
  },
  scores: {
    says: 'a workbook with the marks of 10,000: each mistake at its cell, read and judged by a program that holds less than 300 MB',
    runs: [
      {
        project: 'unit',
        files: [
          'bff/src/features/results/score-sheet-large.test.ts',
          'bff/src/features/results/score-sheet-memory.test.ts',
        ],
        count: 10_000,
      },
    ],
  },
  killed: {
    says: 'a server that dies after every statement of publishing marks, issuing certificates, cancelling and giving back in one batch, and a process killed by SIGKILL twelve times in each: after a restart every row is as without it; a copy without transactions is caught',
    runs: [
      { project: 'journeys-libsql', files: ['test/journeys/killed-server.test.ts'], count: 500 },
      { project: 'journeys-mariadb', files: ['test/journeys/killed-server.test.ts'], count: 500 },
      // a process of its own that dies of SIGKILL, so often an act, spread over its statements
      { project: 'journeys-libsql', files: ['test/journeys/killed-process.test.ts'], count: 12 },
      { project: 'journeys-mariadb', files: ['test/journeys/killed-process.test.ts'], count: 12 },
    ],
  },
  refunds: {
    says: 'a cancellation with 280 who paid: choices counted, one list for the bank, one batch that two start at once pays each back once',
    runs: [
      { project: 'journeys-libsql', files: ['test/journeys/many-refunds.test.ts'], count: 280 },
      { project: 'journeys-mariadb', files: ['test/journeys/many-refunds.test.ts'], count: 280 },
    ],
  },
  door: {
    says: 'ten phones at the doors while the network comes and goes: everybody once, conflicts listed, nobody lost; no changed ticket is let in, every genuine one is',
    runs: [
      { project: 'unit', files: ['test/door/ticket-tokens.test.ts'], count: 1_000_000 },
      { project: 'journeys-libsql', files: ['test/journeys/door.test.ts'], count: 5_000 },
      { project: 'journeys-mariadb', files: ['test/journeys/door.test.ts'], count: 5_000 },
    ],
  },
  input: {
    says: 'hostile requests to every endpoint in two stages of a session: no bug, always the envelope, no open door',
    runs: [
      { project: 'journeys-libsql', files: ['test/journeys/input.test.ts'], count: 150 },
      { project: 'journeys-mariadb', files: ['test/journeys/input.test.ts'], count: 150 },
    ],
  },
  units: {
    says: '40 agents of 40 units hand in 250 people each at once: all taken in, everybody once; 1,000 taken in by a server that is killed four times; of two sheets one goes in whole; twins fail',
    runs: [
      { project: 'journeys-mariadb', files: ['test/journeys/many-units.test.ts'], count: 40 },
      { project: 'journeys-libsql', files: ['test/journeys/many-units.test.ts'], count: 40 },
      { project: 'journeys-mariadb', files: ['test/journeys/roster-killed.test.ts'], count: 1_000 },
      { project: 'journeys-libsql', files: ['test/journeys/roster-killed.test.ts'], count: 1_000 },
      { project: 'journeys-libsql', files: ['test/journeys/signed-scans.test.ts'], count: 300 },
      { project: 'journeys-mariadb', files: ['test/journeys/counted-race.test.ts'], count: 20 },
      { project: 'unit', files: ['bff/src/features/rosters/roster-race.db.test.ts'], count: 60 },
      { project: 'journeys-mariadb', files: ['bff/src/features/rosters/roster-race.db.test.ts'], count: 60 },
    ],
  },
  originals: {
    says: '300 originals of 4 MB and 12 megapixels chosen at a desk, shrunk there and sent one by one while the network breaks twice and the page is loaded anew: none doubled, none lost, each at its row; over HTTP on both databases with a connection cut in a request and in an answer; twins without the key double',
    runs: [
      { project: 'journeys-libsql', files: ['test/journeys/photo-batches.test.ts'], count: 300 },
      { project: 'journeys-mariadb', files: ['test/journeys/photo-batches.test.ts'], count: 300 },
      { project: 'unit', files: ['bff/src/platform/photo-batches/photo-batch-race.db.test.ts'], count: 300 },
      {
        project: 'journeys-mariadb',
        files: ['bff/src/platform/photo-batches/photo-batch-race.db.test.ts'],
        count: 300,
      },
      // after `npm run build -- --h5`
      { project: 'browser', files: ['test/browser/originals.test.ts'], count: 300 },
    ],
  },
  growth: {
    says: 'a new stage, action, state, duty, message, case, role or way to pay does not compile before every room has its answer',
    runs: [{ project: 'growth', files: ['test/growth/growth.test.ts'], count: 1 }],
  },
};
