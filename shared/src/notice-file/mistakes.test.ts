import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseNotice } from './index';

const ids = {
  b26: 'bspia-2026-certification',
  s25: 'shqbxh-2025-certification',
  e24: 'cecc-2024-certification',
  c25: 'bspia-2025-competition-monitor-operator',
  c24: 'bspia-2024-competition-installer',
} as const;
type Name = keyof typeof ids;

const fileOf = (name: Name, ending: string) =>
  readFile(new URL(`../../notices/${ids[name]}.${ending}`, import.meta.url), 'utf8');
const names = ['b26', 's25', 'e24', 'c25', 'c24'] as const;
const files = new Map(
  await Promise.all(
    names.map(
      async (name) => [name, { yaml: await fileOf(name, 'yaml'), rawText: await fileOf(name, 'txt') }] as const,
    ),
  ),
);

/** One slip of the pen: these words (the first such) become those; `at` says words of the line that is told of. */
type Mistake = [code: string, name: Name, words: string, by: string, at?: string];

const offset = '      direction: before\n      count: 5\n      unit: workdays\n      anchor: exam-start\n';
const publicity = '      direction: after\n      count: 7\n      unit: workdays\n      anchor: published';
const seventy = '{ kind: age, atLeast: 70, atMost: null, source: { assumed: a slip } }';
const willing = '              letter: work-commitment-letter\n              field: null';

const mistakes: Mistake[] = [
  // sources
  [
    'missing',
    'b26',
    '{ clause: 一, quote: 由北京安全防范行业协会组织实施，并颁发职业技能等级证书 }',
    '{ quote: 由北京安全防范行业协会组织实施 }',
  ],
  ['missing', 'b26', '{ clause: 三（四）, quote: 准考证为电子版 }', '{ clause: 三（四） }'],
  [
    'clause-unknown',
    'b26',
    '{ clause: 三（四）, quote: 准考证为电子版 }',
    '{ clause: 三（九）, quote: 准考证为电子版 }',
  ],
  ['quote-not-in-clause', 'b26', 'quote: 准考证为电子版', 'quote: 准考证为纸质版'],
  [
    'quote-not-in-clause',
    'b26',
    '{ clause: 三（四）, quote: 准考证为电子版 }',
    '{ clause: 三（五）, quote: 准考证为电子版 }',
  ],
  [
    'unknown-key',
    'b26',
    '{ clause: 三（四）, quote: 准考证为电子版 }',
    '{ clause: 三（四）, quote: 准考证为电子版, page: 3 }',
  ],
  ['name-not-in-clause', 'b26', '      - 消防设施操作员', '      - 厨师'],
  ['name-not-in-clause', 'e24', 'categories: [加工制造类, 信息技术类, 财经商贸类]', 'categories: [加工制造类, 旅游类]'],
  // numbers against the words they cite
  ['number-not-in-quote', 'b26', '          years: 10', '          years: 11'],
  ['number-not-in-quote', 'c25', 'atMost: 55', 'atMost: 56'],
  ['level-not-in-quote', 'b26', '              level: 4', '              level: 3'],
  ['span-not-in-quote', 'b26', 'count: 5\n      unit: workdays', 'count: 6\n      unit: workdays'],
  ['span-not-in-quote', 'b26', 'count: 5\n      unit: workdays', 'count: 5\n      unit: days', 'count: 5'],
  ['span-not-in-quote', 's25', 'levels: [3]\n      years: 2', 'levels: [3]\n      years: 1'],
  ['day-not-in-quote', 'c25', 'day: 2025-07-25', 'day: 2025-07-24'],
  ['day-not-in-quote', 's25', 'closes: 2025-07-15', 'closes: 2025-07-14'],
  ['day-not-in-quote', 'c24', '    day: 2008-01-01', '    day: 2008-01-11'],
  ['months-not-in-quote', 'b26', 'months: [3, 7, 11]', 'months: [3, 7]'],
  ['months-differ-from-schedule', 's25', 'months: [7, 8, 9, 11]', 'months: [7, 8, 9, 10, 11]'],
  [
    'value-not-in-quote',
    's25',
    'announcedLater:\n          value: true\n          source:\n            {\n              clause: 二（三）,\n              quote: 综合评审具体考核时间由上海 市企事业单位治安保卫协会职业技能等级认定办公室统一安排并另行通 知。,',
    'announcedLater:\n          value: true\n          source:\n            {\n              clause: 二（三）,\n              quote: 综合评审具体考核时间,',
    'value: true',
  ],
  ['value-not-in-quote', 'e24', "extension: '8034'", "extension: '8035'"],
  // money
  ['fee-sum-differs', 'b26', 'totalFen: 28000', 'totalFen: 28100'],
  ['fee-sum-differs', 's25', '{ item: skill, fen: 88300 }', '{ item: skill, fen: 83800 }', 'totalFen: 103600'],
  ['amount-not-in-quote', 'c25', 'fen: 600000', 'fen: 60000'],
  ['account-not-in-quote', 's25', "account: '03005062038'", "account: '3005062038'"],
  ['invalid-format', 's25', "account: '03005062038'", "account: '0300-5062038'"],
  ['fee-without-subject', 's25', '{ item: skill, fen: 88300 }', '{ item: review, fen: 88300 }'],
  ['subject-without-fee', 's25', '        - { item: skill, fen: 88300 }\n', '', '- offerings: [security-manager-3]'],
  ['offering-unknown', 'b26', '- offerings: [installer-5]', '- offerings: [installer-5, installer-4]'],
  [
    'offering-without-fee',
    'e24',
    '- offerings: [blockchain-3, pentest-3]',
    '- offerings: [blockchain-3]',
    '- code: pentest-3',
  ],
  // windows
  ['missing', 'b26', offset, offset.replace('      unit: workdays\n', ''), 'kind: offset'],
  ['invalid-value', 'b26', 'unit: workdays', 'unit: fortnights'],
  [
    'window-closes-before-opens',
    'b26',
    publicity,
    publicity.replace('after', 'before'),
    'kind: offset\n      direction: before\n      count: 7',
  ],
  [
    'window-closes-before-opens',
    's25',
    'payment: { opens: 2025-05-21, closes: 2025-06-20 }',
    'payment: { opens: 2025-06-20, closes: 2025-05-21 }',
  ],
  ['anchor-without-window', 's25', '      anchor: first-published', '      anchor: publicity-opens'],
  [
    'window-circular',
    'b26',
    'kind: anchor\n      anchor: published',
    'kind: anchor\n      anchor: publicity-opens',
    'anchor: publicity-opens',
  ],
  [
    'window-closes-before-opens',
    'b26',
    'direction: within\n      count: 5',
    'direction: within\n      count: 4',
    'kind: offset',
  ],
  ['window-closes-before-opens', 'c25', 'day: 2025-07-25', 'day: 2025-06-15', "kind: 'on'"],
  [
    'schedule-empty',
    'e24',
    'kind: session\n      field: application-opens',
    'kind: schedule\n      field: application-opens',
    'kind: schedule',
  ],
  ['stage-without-window', 'c25', '  - kind: semi-final', '  - kind: training', 'code: semi-final'],
  [
    'offering-unknown',
    's25',
    'offerings: [security-manager-3]\n    application',
    'offerings: [security-manager-5]\n    application',
  ],
  // groups of entrants
  ['repeated', 'c25', 'code: guard', 'code: monitor'],
  ['invalid-format', 'c24', 'code: teacher', 'code: other'],
  [
    'quote-not-in-clause',
    'c24',
    'quote: 从事与安防行业相关工作的企事业单位员工 }',
    'quote: 从事与消防行业相关工作的企事业单位员工 }',
  ],
  // conditions
  [
    'list-unknown',
    'b26',
    'field: { own: true, related: installer-occupations }',
    'field: { own: true, related: instaler-occupations }',
  ],
  ['list-unknown', 'b26', 'related: [installer-majors-technical]', 'related: [installer-majors-techncal]'],
  ['field-names-nothing', 's25', 'field: { own: true, related: null }', 'field: { own: false, related: null }'],
  ['condition-unreachable', 'c25', 'atLeast: 18', 'atLeast: 81', '- kind: age'],
  ['condition-unreachable', 'c25', 'atLeast: 18\n    atMost: 55', 'atLeast: 55\n    atMost: 18', '- kind: age'],
  ['condition-unreachable', 'c24', '  - kind: residence', `  - ${seventy}\n  - kind: residence`, seventy],
  ['invalid-union', 'b26', 'kind: experience', 'kind: wisdom'],
  ['too-small', 'b26', 'schools: [technical-senior, technician-prep]', 'schools: []'],
  ['too-big', 'b26', 'level: 5\n', 'level: 7\n'],
  ['too-small', 's25', 'level: 1\n', 'level: -2\n'],
  ['level-not-in-quote', 'b26', '              level: 4', '              level: 0'],
  ['missing', 'b26', willing, willing.split('\n')[0] ?? '', 'kind: declared'],
  // names, days and the file itself
  ['repeated', 'b26', "- code: '2'", "- code: '1'"],
  ['repeated', 'b26', 'code: installer-3', 'code: installer-5'],
  ['repeated', 's25', '- kind: payment', '- kind: application'],
  ['invalid-value', 'e24', '- kind: publicity', '- kind: publicty'],
  ['repeated', 's25', "month: '2025-08'", "month: '2025-07'"],
  ['not-a-day', 'b26', 'value: 2026-01-08', 'value: 2026-02-30'],
  ['not-a-day', 'b26', 'value: 2026-01-08', 'value: 2026/01/08'],
  ['not-a-time', 'e24', "to: '11:30'", "to: '11.30'"],
  ['bounds-crossed', 'e24', "from: '09:30'", "from: '12:30'"],
  ['bounds-crossed', 'b26', 'min: 40000', 'min: 82000', 'max: 81920'],
  ['weights-differ', 'c25', 'theory: 30\n    skill: 70', 'theory: 70\n    skill: 70', 'theory: 70'],
  ['unit-kind-not-in-quote', 'c24', 'unitKinds: [company]', 'unitKinds: [school]'],
  ['unit-kind-twice', 'c25', 'unitKinds: [company]', 'unitKinds: [company, company]'],
  ['unit-kind-without-unit', 'c25', 'to: [entrant, unit]', 'to: entrant', 'unitKinds: [company]'],
  ['group-unknown', 'c25', '      tax: 含税', '      group: worker\n      tax: 含税', 'group: worker'],
  [
    'stage-unknown',
    'c25',
    '    - { code: final, name: 决赛, source: { clause: 三（二）, quote: 以初赛、复赛、决赛三个竞赛阶段依次进行 } }\n',
    '',
    'for: { kind: reached, stage: final }',
  ],
  ['number-not-in-quote', 'c24', 'rankWithin: 10', 'rankWithin: 9'],
  ['value-not-in-quote', 'c24', 'tax: 含税', 'tax: 税后'],
  ['invalid-type', 'b26', 'year: 2026', 'year: soon'],
  ['unknown-key', 'b26', 'photo:\n', 'foto:\n'],
  ['key-repeated', 'b26', 'language: 1\n', 'language: 1\nyear: 2026\n', 'year: 2026\nbody'],
  ['alias-refused', 'b26', 'kind: certification', 'kind: &kind certification'],
];

describe('each slip of the pen is told of as itself, at its line, and nothing else', () => {
  it.each<Mistake>(mistakes)('%s in %s: %s → %s', (code, name, words, by, at) => {
    const file = files.get(name);
    if (!file) throw new Error(name);
    expect(file.yaml).toContain(words);
    const start = file.yaml.indexOf(words);
    const changed = file.yaml.slice(0, start) + by + file.yaml.slice(start + words.length);
    const parsed = parseNotice(changed, file.rawText);
    const line = at === undefined ? firstDifference(file.yaml, changed) : lineOf(changed, at, start);
    expect(parsed.ok ? [] : parsed.error).toMatchObject([{ code, line }]);
  });
});

it.each(names)('%s itself is sound', (name) => {
  const file = files.get(name);
  expect(file && parseNotice(file.yaml, file.rawText)).toMatchObject({ ok: true });
});

function firstDifference(before: string, after: string): number {
  const old = before.split('\n');
  return after.split('\n').findIndex((text, position) => text !== old[position]) + 1;
}

/** The line of the place of these words that is nearest to the change. */
function lineOf(text: string, words: string, near: number): number {
  const places: number[] = [];
  for (let place = text.indexOf(words); place >= 0; place = text.indexOf(words, place + 1)) places.push(place);
  expect(places).not.toEqual([]);
  const nearest = places.reduce((best, place) => (Math.abs(place - near) < Math.abs(best - near) ? place : best));
  return text.slice(0, nearest).split('\n').length;
}
