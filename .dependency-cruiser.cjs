// Who may import whom. Every rule is an error; the reason stands beside it.
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const tests = '\\.test\\.tsx?$';

/** bff features from left to right: a feature imports itself and those to its left. */
const bffRanks = [
  'accounts',
  'bodies',
  'persons',
  'notices',
  'sessions',
  'units',
  'cases',
  'candidates',
  'participants',
  'applications',
  'contests',
  'counter',
  'orders',
  'sittings',
  'invigilation',
  'results',
  'certificates',
  'authority-sheets',
  'conduct',
  'corrections',
  'session-changes',
  'messages',
  'calendars',
  'personal-data',
  'publishing',
  'overview',
];
/** The phone's features, in the same manner. */
const miniappRanks = [
  'account',
  'subscription',
  'demonstration',
  'notice',
  'counter',
  'application',
  'order',
  'ticket',
  'result',
  'retake',
  'signed-token',
  'certificate',
  'message',
  'calendar',
  'privacy',
  'staff',
  'list',
  'sheet',
  'unit',
  'contest',
  'session',
  'applicant',
  'review',
  'clerk',
  'receipt',
  'sitting',
  'invigilation',
  'score',
  'award',
  'body',
  'publishing',
  'home',
];
const leftToRight = (app, ranks) =>
  ranks
    .slice(0, -1)
    .map((feature, rank) =>
      rule(
        `${app}-${feature}-looks-left`,
        'a feature knows itself and the features to its left; upwards go events only',
        { path: `^${app}/src/features/${feature}/` },
        { path: `^${app}/src/features/(${ranks.slice(rank + 1).join('|')})/` },
      ),
    );
const knownFeature = (app, ranks) =>
  rule(
    `${app}-feature-has-a-rank`,
    'a new feature takes its place in the ranks above',
    {},
    { path: `^${app}/src/features/`, pathNot: `^${app}/src/features/(${ranks.join('|')})/` },
  );

module.exports = {
  forbidden: [
    rule(
      'shared-knows-no-app',
      'shared is what both sides agree on',
      { path: '^shared/' },
      { path: '^(bff|miniapp|scripts|test)/' },
    ),
    rule(
      'kernel-imports-nothing',
      'the kernel stands alone',
      { path: '^shared/src/kernel/', pathNot: tests },
      { pathNot: '^shared/src/kernel/' },
    ),
    rule(
      'notice-stays-portable',
      'the language of notices runs on the phone',
      { path: '^shared/src/notice/', pathNot: tests },
      { pathNot: ['^shared/src/(kernel|notice)/', '^node_modules/zod/'] },
    ),
    rule(
      'rules-are-pure',
      'facts and a day in, a verdict out',
      { path: '^shared/src/rules/', pathNot: tests },
      // a hash is as pure as a sum
      { pathNot: ['^shared/src/(kernel|notice|rules)/', '^node_modules/@noble/hashes/'] },
    ),
    rule(
      'rule-by-its-index',
      'a rule is used through its door',
      { path: '^shared/src/rules/([^/]+)/' },
      { path: '^shared/src/rules/', pathNot: ['^shared/src/rules/$1/', '/index\\.ts$'] },
    ),
    rule(
      'contract-stays-portable',
      'the contract runs on the phone',
      { path: '^shared/src/contract/', pathNot: tests },
      { pathNot: ['^shared/src/(kernel|notice|rules|contract)/', '^node_modules/zod/'] },
    ),
    rule(
      'lists-are-endpoints',
      'a list is declared from columns and makes endpoints of the contract',
      { path: '^shared/src/lists/', pathNot: tests },
      { pathNot: ['^shared/src/(kernel|contract|lists)/', '^node_modules/zod/'] },
    ),
    rule(
      'words-are-words',
      'codes in, sentences out',
      { path: '^shared/src/words/', pathNot: tests },
      { pathNot: ['^shared/src/(kernel|notice|rules|contract|lists|words)/'] },
    ),
    rule(
      'shared-room-by-its-index',
      'a room of shared is entered by its door',
      { path: '^shared/src/([^/]+)/' },
      { path: '^shared/src/', pathNot: ['^shared/src/$1/', '/index\\.ts$'] },
    ),
    rule(
      'notice-file-is-for-node',
      'YAML never reaches the phone',
      { path: '^miniapp/' },
      { path: '^shared/src/notice-file/' },
    ),
    rule(
      'miniapp-speaks-http',
      'the phone knows the contract only',
      { path: '^miniapp/' },
      { path: '^(bff|scripts|test)/' },
    ),
    rule(
      'bff-knows-no-other-app',
      'nothing in the back end knows who calls or tests it',
      { path: '^bff/' },
      { path: '^(miniapp|scripts|test)/' },
    ),
    rule(
      'sandbox-is-for-tests-and-start',
      'only the start command and the tests may run the sandbox',
      { path: '^scripts/', pathNot: '^scripts/(sandbox|start|bench|prove)' },
      { path: '^scripts/sandbox/' },
    ),
    rule(
      'platform-below-features',
      'platform is the ground floor',
      { path: '^(bff|miniapp)/src/(platform|ui)/' },
      { path: '/src/(features|pages|packages)/' },
    ),
    rule(
      'ui-looks-only',
      'ui knows looks, not platform',
      { path: '^miniapp/src/ui/' },
      { path: '^miniapp/src/platform/' },
    ),
    rule(
      'feature-by-its-index',
      'a feature is entered by its door',
      { path: '^(bff|miniapp)/src/', pathNot: '/features/' },
      { path: '/src/features/[^/]+/', pathNot: '/index\\.tsx?$' },
    ),
    rule(
      'neighbour-by-its-index',
      'another feature is entered by its door',
      { path: '^(bff|miniapp)/src/features/([^/]+)/' },
      { path: '^$1/src/features/', pathNot: ['^$1/src/features/$2/', '/index\\.tsx?$'] },
    ),
    rule(
      'routes-do-not-query',
      'routes ask commands and repositories of their feature index',
      { path: '\\.routes\\.ts$' },
      { path: '\\.record\\.ts$' },
    ),
    rule(
      'lists-by-their-index',
      'a feature says where its list stands; how it is read is the kit’s own',
      { path: '^bff/src/', pathNot: '^bff/src/platform/lists/' },
      { path: '^bff/src/platform/lists/', pathNot: '/(index|plan\\.testing)\\.ts$' },
    ),
    rule(
      'orm-in-its-room',
      'typeorm and mysql2 stay behind records, repositories and platform/db',
      { path: '^bff/src/', pathNot: ['^bff/src/(platform/db|migrations)/', '\\.(repository|record)(\\.test)?\\.ts$'] },
      { path: '^node_modules/(typeorm|mysql2|libsql)/' },
    ),
    rule(
      'taro-in-its-room',
      'only platform calls Taro',
      { path: '^miniapp/src/', pathNot: '^miniapp/src/(platform/|app\\.)' },
      { path: '^node_modules/@tarojs/taro/' },
    ),
    rule(
      'desk-in-browsers-only',
      'a table at a desk never reaches the phone',
      { path: '^miniapp/src/', pathNot: '(\\.h5\\.tsx?$|/desk/)' },
      { path: ['/desk/', '^node_modules/@tanstack/react-virtual/'] },
    ),
    rule(
      'ship-no-tests',
      'shipped code imports no test',
      { path: '^(bff|miniapp|shared)/', pathNot: tests },
      { path: ['^test/', tests] },
    ),
    rule(
      'database-test-by-name',
      'a test that opens a database is named *.db.test.ts, by which it runs on both engines (test/vitest.config.ts)',
      { path: tests, pathNot: ['\\.db\\.test\\.ts$', '^test/(journeys|browser|weapp)/'] },
      { path: '^bff/src/(platform/db/throwaway|open-server)\\.ts$', reachable: true },
    ),
    rule(
      'database-for-tests',
      'a throw-away database is for tests and what serves them',
      { path: '^(bff|scripts)/', pathNot: [tests, '\\.testing\\.ts$'] },
      { path: '^bff/src/platform/db/throwaway\\.ts$' },
    ),
    knownFeature('bff', bffRanks),
    knownFeature('miniapp', miniappRanks),
    ...leftToRight('bff', bffRanks),
    ...leftToRight('miniapp', miniappRanks),
    rule('no-circle', 'two rooms that need each other are one room', {}, { circular: true }),
    rule('resolvable', 'an import that leads nowhere', { pathNot: '^miniapp/config/' }, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.jsx', '.json', '.h5.ts', '.h5.tsx', '.weapp.ts'],
    },
  },
};
