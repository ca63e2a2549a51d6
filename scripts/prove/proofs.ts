/** One run of tests with a count of its own; `project` says which kind of database they meet. */
type Run = {
  readonly project: 'unit' | 'journeys-libsql' | 'journeys-mariadb' | 'weapp' | 'growth';
  readonly files: readonly string[];
  readonly count: number;
};
export type Proof = { readonly says: string; readonly runs: readonly Run[] };

const guards = [
  'bff/src/platform/db/db.test.ts',
  'bff/src/app.test.ts',
  'bff/src/features/persons/link-or-create.test.ts',
  'bff/src/features/orders/settle.test.ts',
  'bff/src/features/orders/cancel-race.test.ts',
  'bff/src/features/publishing/publish-race.test.ts',
  'bff/src/features/sittings/counter.test.ts',
];

/** The long proofs by name; `npm test` runs the same files with small counts. */
export const PROOFS: Readonly<Record<string, Proof>> = {
  races: {
    says: 'no write lost, one effect a key, one person a document, money settled once, cancelled once, a version published once, numbers and seats once; twins fail',
    runs: [
      { project: 'unit', files: guards, count: 500 },
      { project: 'journeys-mariadb', files: guards, count: 500 },
      { project: 'journeys-libsql', files: ['test/journeys/seat-race.test.ts'], count: 60 },
      { project: 'journeys-mariadb', files: ['test/journeys/seat-race.test.ts'], count: 60 },
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
  input: {
    says: 'hostile requests to every endpoint in two stages of a session: no bug, always the envelope, no open door',
    runs: [
      { project: 'journeys-libsql', files: ['test/journeys/input.test.ts'], count: 150 },
      { project: 'journeys-mariadb', files: ['test/journeys/input.test.ts'], count: 150 },
    ],
  },
  growth: {
    says: 'a new stage, action, state, duty, message, case, role or way to pay does not compile before every room has its answer',
    runs: [{ project: 'growth', files: ['test/growth/growth.test.ts'], count: 1 }],
  },
};
