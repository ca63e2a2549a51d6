import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel';
import { type Facts, FactsSchema, documentLeavesOf } from '../../notice';
import { readNoticeFile } from '../../notice-file';
import { assess, nearestMiss, questionAsked, routeDocuments } from './index';

const noticeOf = async (id: string) => {
  const file = await readNoticeFile(fileURLToPath(new URL(`../../../notices/${id}.yaml`, import.meta.url)));
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  return file.value.notice;
};
const s25 = await noticeOf('shqbxh-2025-certification');
const e24 = await noticeOf('cecc-2024-certification');
const c25 = await noticeOf('bspia-2025-competition-monitor-operator');
const c24 = await noticeOf('bspia-2024-competition-installer');

const judge = (notice: typeof s25, offeringCode: string, facts: object, on: string) =>
  assess({ notice, offeringCode, facts: FactsSchema.parse(facts), on: localDate(on) });
const routeOf =
  (...given: Parameters<typeof judge>) =>
  (route: string) =>
    judge(...given).routes.find((candidate) => candidate.route === route);

describe('C24: the printed day of birth decides', () => {
  const whole: Facts = FactsSchema.parse({
    sex: 'male',
    womanLine: null,
    intends: true,
    jobs: [{ occupation: '安全防范系统安装维护员', from: '2023-01-01', to: null }],
    certificates: [],
    diplomas: [],
    titles: [],
    residence: [{ city: '北京', kind: 'work', from: '2023-01-01', to: null }],
    declared: {},
  });
  const born = (birthDate: string, more: object = {}, on = '2024-05-10') =>
    judge(c24, 'installer', { ...whole, birthDate, ...more }, on);

  it.each([
    ['2007-12-31', 'eligible'],
    ['2008-01-01', 'needs-review'],
    ['2008-01-02', 'ineligible'],
    ['2008-02-01', 'ineligible'],
  ])('born %s is %s', (birthDate, verdict) => {
    expect(born(birthDate)).toMatchObject({ verdict, earliestOn: null });
  });

  it('names the day that staff must judge', () => {
    expect(born('2008-01-01').routes[0]).toMatchObject({
      doubts: [{ code: 'born-on-cut-off', source: { clause: '三（四）' } }],
    });
  });

  it.each([
    ['1964-05-11', 'eligible'],
    ['1964-05-10', 'ineligible'],
  ])('keeps the retirement age of 2024: a man born %s is %s', (birthDate, verdict) => {
    expect(born(birthDate).verdict).toBe(verdict);
  });

  it('names the day a year in the city is full', () => {
    const residence = [{ city: '北京', kind: 'study', from: '2023-05-15', to: null }];
    expect(born('2000-01-01', { residence })).toMatchObject({ verdict: 'ineligible', earliestOn: '2024-05-15' });
    expect(born('2000-01-01', { residence }, '2024-05-15').verdict).toBe('eligible');
  });

  it('leaves to staff whoever belongs to no printed group, for the list ends in 等', () => {
    const idle = { jobs: [], declared: { 'listed-group': false } };
    expect(born('2000-01-01', idle).routes[0]).toMatchObject({ doubts: [{ code: 'declared-no-to-judge' }] });
    expect(born('2000-01-01', { jobs: [], declared: {} }).missing).toEqual(['declared.listed-group']);
    expect(born('2000-01-01', { jobs: [{ occupation: '保安员', from: '2023-01-01', to: null }] }).verdict).toBe(
      'needs-review',
    );
  });
});

describe('C25: 18 to 55, both included', () => {
  const entrant = { declared: { 'listed-group': true } };
  it.each([
    ['2007-07-02', 'ineligible', '2025-07-02'],
    ['2007-07-01', 'needs-review', null],
    ['1969-07-02', 'needs-review', null],
    ['1969-07-01', 'ineligible', null],
  ])('born %s, on 2025-07-01 is %s', (birthDate, verdict, earliestOn) => {
    expect(judge(c25, 'monitor-operator', { ...entrant, birthDate }, '2025-07-01')).toMatchObject({
      verdict,
      earliestOn,
    });
  });

  it('asks one question for all printed groups, in its own words', () => {
    const { missing } = judge(c25, 'monitor-operator', { birthDate: '1990-05-01' }, '2025-07-01');
    expect(missing).toEqual(['declared.listed-group']);
    expect(questionAsked(c25, 'monitor-operator', 'declared.listed-group')).toContain('值机监看');
    expect(questionAsked(c25, 'monitor-operator', 'jobs')).toBeNull();
  });
});

describe('S25: the national conditions under a minimum education', () => {
  const manager = { occupation: '保卫管理员', from: '2015-07-01', to: null };
  const nothing = { birthDate: '1985-03-01', jobs: [], certificates: [], diplomas: [], titles: [] };
  const educated = { declared: { 'minimum-education': true, 'assessed-programme': false } };

  it('keeps the national code where the notice prints no number', () => {
    expect(s25.offerings.map(({ routes }) => routes.map(({ nationalCode }) => nationalCode))).toEqual([
      ['3-1', '3-2', '3-3', '3-4', '3-5', '3-6'],
      ['2-1', '2-2', '2-3', '2-4', '2-5'],
      ['1-1', '1-2', '1-3'],
    ]);
    expect(s25.offerings.flatMap(({ routes }) => routes.map(({ printedNumber }) => printedNumber))).not.toContain(1);
  });

  it.each([
    ['2025-06-30', 'ineligible', '2025-07-01'],
    ['2025-07-01', 'needs-review', null],
  ])('三级 by ten years, on %s is %s', (on, verdict, earliestOn) => {
    const answer = judge(s25, 'security-manager-3', { ...nothing, ...educated, jobs: [manager] }, on);
    expect([answer.verdict, answer.earliestOn]).toEqual([verdict, earliestOn]);
  });

  it.each([true, false])('has the education judged, whether %s', (stated) => {
    const facts = {
      ...nothing,
      jobs: [manager],
      declared: { 'minimum-education': stated, 'assessed-programme': false },
    };
    expect(judge(s25, 'security-manager-3', facts, '2025-08-01').verdict).toBe('needs-review');
  });

  it('refuses nobody of 16, and names the birthday', () => {
    const young = { ...nothing, ...educated, birthDate: '2009-08-02', titles: [] };
    const diploma = { school: 'technical-senior', major: '安保', status: 'final-year' };
    expect(judge(s25, 'security-manager-3', { ...young, diplomas: [diploma] }, '2025-08-01')).toMatchObject({
      verdict: 'ineligible',
      earliestOn: '2025-08-02',
    });
  });

  it('二级: five years after a title and one after 三级, each its own day', () => {
    const facts = {
      ...nothing,
      ...educated,
      jobs: [manager],
      titles: [{ occupation: '保卫管理员', grade: 'junior', on: '2020-07-20' }],
      certificates: [{ occupation: '保卫管理员', level: 3, issuedOn: '2024-08-10' }],
    };
    const on = (day: string) => routeOf(s25, 'security-manager-2', facts, day)('2-2');
    expect(on('2025-07-19')).toMatchObject({ verdict: 'ineligible', earliestOn: '2025-08-10' });
    expect(on('2025-08-09')?.verdict).toBe('ineligible');
    expect(on('2025-08-10')?.verdict).toBe('needs-review');
    expect(routeOf(s25, 'security-manager-2', facts, '2025-08-10')('2-1')).toMatchObject({ earliestOn: '2029-08-10' });
  });

  it('二级 (5): a student counts while studying, with 三级 held two years', () => {
    const facts = {
      ...nothing,
      ...educated,
      diplomas: [{ school: 'technician-prep', major: '安保', status: 'enrolled' }],
      certificates: [{ occupation: '保卫管理员', level: 3, issuedOn: '2023-08-01' }],
    };
    expect(routeOf(s25, 'security-manager-2', facts, '2025-07-31')('2-5')).toMatchObject({ earliestOn: '2025-08-01' });
    expect(routeOf(s25, 'security-manager-2', facts, '2025-08-01')('2-5')?.verdict).toBe('needs-review');
    expect(routeOf(s25, 'security-manager-2', facts, '2025-08-01')('2-4')?.verdict).toBe('ineligible');
  });

  it('names the smallest thing that is missing', () => {
    const facts = {
      ...nothing,
      ...educated,
      jobs: [manager],
      certificates: [{ occupation: '保卫管理员', level: 2, issuedOn: '2021-03-01' }],
    };
    expect(nearestMiss(judge(s25, 'security-manager-1', facts, '2025-07-01'))).toMatchObject({
      route: '1-1',
      earliestOn: '2026-03-01',
      shortfalls: [{ code: 'experience-short', data: { years: 5 } }],
    });
    expect(nearestMiss(judge(s25, 'security-manager-1', facts, '2026-03-01'))).toBeNull();
    expect(
      nearestMiss(judge(s25, 'security-manager-1', { ...facts, certificates: [] }, '2026-03-01'))?.earliestOn,
    ).toBe(null);
  });
});

describe('E24: categories, damaged names and trees of papers', () => {
  const nothing = { jobs: [], certificates: [], diplomas: [] };
  const diploma = (school: string, major: string) => ({
    ...nothing,
    diplomas: [{ school, major, status: 'graduated', on: '2020-07-01' }],
  });

  it.each([
    ['blockchain-4', 'bachelor', '计算机科学与技术', 'needs-review'],
    ['pentest-4', 'bachelor', '计算机科学与技术', 'eligible'],
    ['pentest-4', 'bachelor', '数据科学与大数据技术', 'eligible'],
    ['pentest-4', 'bachelor', '会计学', 'needs-review'],
    ['pentest-4', 'higher-vocational', '移动互联应用技术', 'eligible'],
    ['pentest-4', 'higher-vocational', '移动互联应用就是', 'eligible'],
    ['pentest-4', 'higher-vocational', '通信系统运行管理', 'eligible'],
    ['pentest-4', 'technical', '网络安防系统安装与维护', 'eligible'],
    ['pentest-4', 'secondary-vocational', '计算机与数码产品维修', 'eligible'],
    ['pentest-3', 'technical', '计算机网络应用', 'ineligible'],
    ['pentest-3', 'technical-senior', '计算机网络应用', 'eligible'],
  ])('%s, %s, %s: %s', (offering, school, major, verdict) => {
    expect(judge(e24, offering, diploma(school, major), '2024-08-20').verdict).toBe(verdict);
  });

  it('has staff look for a major in the printed categories', () => {
    expect(routeOf(e24, 'blockchain-4', diploma('bachelor', '金融学'), '2024-08-20')('3')).toMatchObject({
      doubts: [
        { code: 'major-category-to-judge', data: { list: 'closed', categories: expect.arrayContaining(['金融学类']) } },
      ],
    });
  });

  it('keeps 相关职业 and 本职业或相关职业 apart as they are printed', () => {
    const held = (occupation: string) => ({
      ...nothing,
      jobs: [{ occupation: '信息安全测试员', from: '2019-01-01', to: null }],
      certificates: [{ occupation, level: 5, issuedOn: '2020-01-01' }],
    });
    const route = (offering: string, occupation: string) =>
      routeOf(e24, offering, held(occupation), '2024-08-20')('2')?.verdict;
    expect(route('blockchain-4', '信息安全测试员')).toBe('eligible');
    expect(route('blockchain-4', '区块链应用操作员')).toBe('needs-review');
    expect(route('pentest-4', '渗透测试员')).toBe('eligible');
  });

  it('takes an enrolled student from the day of graduation', () => {
    const student = {
      ...nothing,
      diplomas: [{ school: 'bachelor', major: '信息安全', status: 'enrolled', on: '2024-09-01' }],
    };
    expect(judge(e24, 'pentest-4', student, '2024-08-31')).toMatchObject({
      verdict: 'ineligible',
      earliestOn: '2024-09-01',
    });
    expect(judge(e24, 'pentest-4', student, '2024-09-01').verdict).toBe('eligible');
  });
});

describe('E24 四级(3): each school proves its diploma by its own paper', () => {
  const namesOf = (...schools: string[]) => {
    const diplomas = schools.map((school) => ({ school, major: '信息安全', status: 'final-year', on: null }));
    const facts = FactsSchema.parse({ diplomas });
    const tree = routeDocuments(e24, { offeringCode: 'pentest-4', route: '3', facts });
    return tree === null ? [] : documentLeavesOf(tree).map(({ document }) => document);
  };
  const letter = ['diploma', 'education-letter'];
  const code = ['chsi-code', 'paper-authentication'];

  it.each([
    ['secondary-vocational', letter],
    ['technical-senior', letter],
    ['higher-vocational', code],
    ['bachelor', code],
  ])('%s: %j', (school, papers) => {
    expect(namesOf(school)).toEqual(papers);
  });

  it('leaves both where somebody has both, and while no school is known', () => {
    expect(namesOf('secondary-vocational', 'junior-college')).toEqual([...letter, ...code]);
    expect(namesOf()).toEqual([...letter, ...code]);
  });

  it('says so in the verdict too', () => {
    const diplomas = [{ school: 'bachelor', major: '信息安全', status: 'final-year', on: null }];
    const route = routeOf(e24, 'pentest-4', { diplomas }, '2024-08-20')('3');
    expect(route).toMatchObject({ verdict: 'eligible', documents: { of: code.map((document) => ({ document })) } });
  });
});
