import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel';
import { type Facts, FactsSchema } from '../../notice';
import { readNoticeFile } from '../../notice-file';
import { assess, nextQuestion, routeDocuments, traceOf } from './index';

const file = await readNoticeFile(
  fileURLToPath(new URL('../../../notices/bspia-2026-certification.yaml', import.meta.url)),
);
if (!file.ok) throw new Error(JSON.stringify(file.error));
const { notice } = file.value;

const facts = (given: unknown): Facts => FactsSchema.parse(given);
const judge = (offeringCode: string, given: unknown, on: string) =>
  assess({ notice, offeringCode, facts: facts(given), on: localDate(on) });
const routeOf = (offeringCode: string, route: string, given: unknown, on: string) =>
  judge(offeringCode, given, on).routes.find((candidate) => candidate.route === route);

const guard = { occupation: '保安员', from: '2014-03-01', to: null };
const nothing = { jobs: [], certificates: [], diplomas: [] };

describe('三级 by ten years of work', () => {
  it.each([
    ['2024-02-29', 'ineligible', '2024-03-01'],
    ['2024-03-01', 'eligible', null],
    ['2024-03-02', 'eligible', null],
  ])('on %s a guard since 2014-03-01 is %s', (on, verdict, earliestOn) => {
    const answer = judge('security-manager-3', { ...nothing, jobs: [guard] }, on);
    expect([answer.verdict, answer.earliestOn]).toEqual([verdict, earliestOn]);
  });

  // from some day of November 2016 on: ten years are full on one of the days of November 2026
  it.each([
    ['2026-10-31', 'ineligible', []],
    ['2026-11-01', 'needs-review', ['job-days-decide']],
    ['2026-11-29', 'needs-review', ['job-days-decide']],
    ['2026-11-30', 'eligible', []],
  ] as const)(
    'asks for the day where only it decides about a job known by its months: %s is %s',
    (on, verdict, doubts) => {
      const job = { ...guard, from: '2016-11-01', to: null, byMonth: true } as const;
      const route = routeOf('security-manager-3', '1', { ...nothing, jobs: [job] }, on);
      expect(route?.verdict).toBe(verdict);
      expect(route?.verdict === 'needs-review' ? route.doubts.map(({ code }) => code) : []).toEqual(doubts);
    },
  );

  it('counts each day of overlapping jobs once', () => {
    const jobs = [
      { occupation: '保安员', from: '2014-03-01', to: '2020-03-01' },
      { occupation: '保卫管理员', from: '2016-03-01', to: '2024-02-29' },
    ];
    const route = routeOf('security-manager-3', '1', { ...nothing, jobs }, '2026-11-23');
    expect(route).toMatchObject({
      verdict: 'ineligible',
      earliestOn: null,
      shortfalls: [{ code: 'experience-short', data: { years: 10, countedDays: 3652, neededDays: 3653 } }],
    });
  });

  it('sends an occupation off the closed list to review, and says which list', () => {
    const jobs = [{ ...guard, occupation: '消防设施操作员' }];
    const answer = judge('security-manager-3', { ...nothing, jobs }, '2026-11-23');
    expect(answer.verdict).toBe('needs-review');
    expect(answer.routes[0]).toMatchObject({
      doubts: [{ code: 'job-occupation-not-listed', data: { list: 'closed', occupations: ['消防设施操作员'] } }],
    });
  });

  it('sends an occupation off the open list to review', () => {
    const jobs = [{ ...guard, occupation: '弱电工' }];
    expect(routeOf('installer-3', '1', { ...nothing, jobs }, '2026-11-23')).toMatchObject({
      verdict: 'needs-review',
      doubts: [{ code: 'job-occupation-not-listed', data: { list: 'open' } }],
      documents: { document: 'work-experience-letter' },
    });
  });

  it.each(['网络与信息安全管理', '网络与信息安全管理员', '安全防范系统安装维护员', '消防设施操作员'])(
    'counts %s',
    (occupation) => {
      expect(routeOf('installer-3', '1', { jobs: [{ ...guard, occupation }] }, '2026-11-23')?.verdict).toBe('eligible');
    },
  );

  it('needs unlisted work only where listed work is too short', () => {
    const jobs = [
      { occupation: '弱电工', from: '2012-01-01', to: '2016-01-01' },
      { occupation: '保安员', from: '2016-01-01', to: null },
    ];
    expect(routeOf('installer-3', '1', { ...nothing, jobs }, '2025-12-31')?.verdict).toBe('needs-review');
    expect(routeOf('installer-3', '1', { ...nothing, jobs }, '2026-01-01')?.verdict).toBe('eligible');
    expect(routeOf('installer-3', '1', { ...nothing, jobs }, '2021-12-31')).toMatchObject({
      verdict: 'ineligible',
      earliestOn: '2022-01-01',
    });
  });
});

describe('三级 by certificate and four years after it', () => {
  const certificate = { occupation: '安全防范系统安装维护员', level: 4, issuedOn: '2020-06-30' };
  const worker = { jobs: [{ ...guard, from: '2019-01-01' }], certificates: [certificate], diplomas: [] };

  it.each([
    ['2024-06-29', 'ineligible'],
    ['2024-06-30', 'eligible'],
    ['2024-07-01', 'eligible'],
  ])('on %s is %s: work before the certificate does not count', (on, verdict) => {
    expect(routeOf('installer-3', '2', worker, on)?.verdict).toBe(verdict);
  });

  it('names the day, and the wait of ten years does not hide it', () => {
    expect(judge('installer-3', worker, '2024-06-29').earliestOn).toBe('2024-06-30');
  });

  it('does not take a 五级 certificate for the 四级 one', () => {
    const low = { ...worker, certificates: [{ ...certificate, level: 5 }] };
    expect(routeOf('installer-3', '2', low, '2026-11-23')).toMatchObject({
      verdict: 'ineligible',
      shortfalls: [{ code: 'certificate-missing', data: { level: 4 } }],
    });
  });

  it.each([
    [{ ...certificate, level: 3 }, 'certificate-of-higher-level'],
    [{ ...certificate, occupation: '电工' }, 'certificate-occupation-not-listed'],
  ])('leaves %o to review', (paper, code) => {
    expect(routeOf('installer-3', '2', { ...worker, certificates: [paper] }, '2026-11-23')).toMatchObject({
      verdict: 'needs-review',
      doubts: [{ code }],
    });
  });

  it('counts from the sure certificate where an older doubtful one is not needed', () => {
    const both = [certificate, { ...certificate, occupation: '电工', issuedOn: '2018-01-01' }];
    expect(routeOf('installer-3', '2', { ...worker, certificates: both }, '2024-06-30')?.verdict).toBe('eligible');
    expect(routeOf('installer-3', '2', { ...worker, certificates: both }, '2024-06-29')?.verdict).toBe('needs-review');
  });
});

describe('三级 by diploma', () => {
  const senior = {
    school: 'technical-senior',
    major: '楼宇自动控制设备安装与维护',
    status: 'graduated',
    on: '2026-07-01',
  };

  it.each([
    ['2026-06-30', 'ineligible'],
    ['2026-07-01', 'eligible'],
  ])('graduated on 2026-07-01, on %s is %s', (on, verdict) => {
    expect(routeOf('installer-3', '3', { ...nothing, diplomas: [senior] }, on)?.verdict).toBe(verdict);
  });

  it.each([
    [{ status: 'final-year', on: null }, 'eligible'],
    [{ status: 'enrolled', on: null }, 'ineligible'],
    [{ major: '烹饪' }, 'needs-review'],
    [{ school: 'technical' }, 'ineligible'],
  ])('with %o is %s', (change, verdict) => {
    expect(
      routeOf('installer-3', '3', { ...nothing, diplomas: [{ ...senior, ...change }] }, '2026-11-23')?.verdict,
    ).toBe(verdict);
  });

  it('has staff judge every major where no list is printed', () => {
    expect(routeOf('security-manager-3', '3', { ...nothing, diplomas: [senior] }, '2026-11-23')).toMatchObject({
      verdict: 'needs-review',
      doubts: [{ code: 'major-not-listed', data: { list: 'none' } }],
    });
  });

  it('takes certificate and college major together', () => {
    const college = { school: 'junior-college', major: '消防工程技术', status: 'final-year' };
    const paper = { occupation: '安检员', level: 4, issuedOn: '2026-01-05' };
    const both = { jobs: [], certificates: [paper], diplomas: [college] };
    expect(judge('installer-3', both, '2026-11-23').verdict).toBe('eligible');
    expect(judge('installer-3', { ...both, certificates: [] }, '2026-11-23').verdict).toBe('ineligible');
    const unlisted = { ...both, diplomas: [{ ...college, major: '会计' }] };
    expect(routeOf('installer-3', '4', unlisted, '2026-11-23')).toMatchObject({
      doubts: [{ code: 'major-not-listed', data: { list: 'closed', majors: ['会计'] } }],
    });
  });
});

describe('五级', () => {
  it.each([
    ['2026-11-22', 'ineligible', '2026-11-23'],
    ['2026-11-23', 'eligible', null],
    ['2026-11-24', 'eligible', null],
  ])('born 2010-11-23 and willing, on %s is %s', (on, verdict, earliestOn) => {
    const answer = judge('installer-5', { birthDate: '2010-11-23', intends: true, jobs: [] }, on);
    expect([answer.verdict, answer.earliestOn]).toEqual([verdict, earliestOn]);
  });

  it('takes a present job, not a past one', () => {
    const past = { birthDate: '1990-05-01', intends: false, jobs: [{ ...guard, to: '2026-11-23' }] };
    expect(judge('installer-5', past, '2026-11-22').verdict).toBe('eligible');
    expect(judge('installer-5', past, '2026-11-23')).toMatchObject({ verdict: 'ineligible', earliestOn: null });
  });
});

describe('missing facts', () => {
  it('asks the quickest way to a verdict and never more than eight questions', () => {
    expect(judge('installer-5', {}, '2026-11-23')).toMatchObject({
      verdict: 'undecided',
      missing: ['birthDate', 'intends', 'jobs'],
    });
    expect(judge('installer-3', {}, '2026-11-23').missing).toEqual(['jobs', 'diplomas', 'certificates']);
  });

  it('stops asking once the verdict is the best one, and once nothing can better it', () => {
    const ask = (given: unknown) =>
      nextQuestion({ notice, offeringCode: 'installer-3', facts: facts(given), on: localDate('2026-11-23') });
    expect(ask({})).toBe('jobs');
    expect(ask({ jobs: [guard] })).toBeNull();
    expect(ask({ jobs: [] })).toBe('diplomas');
    expect(ask(nothing)).toBeNull();
  });

  it('knows an empty list from an unknown one', () => {
    expect(routeOf('installer-3', '1', {}, '2026-11-23')).toMatchObject({ verdict: 'undecided', missing: ['jobs'] });
    expect(routeOf('installer-3', '1', { jobs: [] }, '2026-11-23')?.verdict).toBe('ineligible');
  });
});

it('judges the facts of a whole life', () => {
  const life = {
    birthDate: '1990-05-01',
    sex: 'male',
    womanLine: null,
    intends: true,
    jobs: [guard],
    certificates: [{ occupation: '安全防范系统安装维护员', level: 4, issuedOn: '2020-06-30' }],
    diplomas: [{ school: 'technical-senior', major: '电子技术应用', status: 'graduated', on: '2012-07-01' }],
    titles: [],
    residence: [{ city: '北京', kind: 'work', from: '2023-01-01', to: null }],
    declared: { 'minimum-education': true },
  };
  expect(judge('installer-3', life, '2026-11-23').routes.map(({ verdict }) => verdict)).toEqual([
    'eligible',
    'eligible',
    'needs-review',
    'ineligible',
  ]);
});

it('traces every leaf with its clause, and gives each route its papers', () => {
  const [first] = traceOf({ notice, offeringCode: 'installer-5', facts: {}, on: localDate('2026-11-23') });
  expect(first?.trace).toMatchObject({
    kind: 'allOf',
    of: [
      { kind: 'leaf', leaf: { kind: 'age', source: { clause: '附件1' } }, standing: { missing: ['birthDate'] } },
      { kind: 'leaf', leaf: { kind: 'declared' }, standing: { missing: ['intends'] } },
    ],
  });
  expect(routeDocuments(notice, { offeringCode: 'installer-3', route: '4', facts: {} })).toMatchObject({
    kind: 'allOf',
    of: [{ document: 'certificate-original-or-number' }, { kind: 'anyOf', of: [{}, {}] }],
  });
  expect(routeDocuments(notice, { offeringCode: 'installer-3', route: '9', facts: {} })).toBeNull();
});
