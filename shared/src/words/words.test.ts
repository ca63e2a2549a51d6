import { describe, expect, it } from 'vitest';
import { fen, localDate, timeOfDay } from '../kernel';
import { MESSAGE_CODES } from '../contract';
import { DOUBTS, SHORTFALLS } from '../rules/eligibility';
import { STAGES } from '../rules/progress';
import {
  dayAndDistanceWords,
  openingWords,
  dayAndTimeWords,
  dayWords,
  demonstrationEvent,
  distanceWords,
  doubtSentence,
  durationWords,
  factQuestion,
  identityFaultSentence,
  levelWord,
  messageSentence,
  messageTitle,
  photoFaultSentence,
  refusalSentence,
  shortfallSentence,
  sourceWords,
  stageSentence,
  progressWord,
  stageWord,
  subjectWord,
  windowWarningSentence,
  windowWord,
  yuanWords,
} from './index';

const today = localDate('2026-11-23');
const BYTES = { minBytes: 40_000, maxBytes: 81_920 };

describe('a state that says more than that something moved on', () => {
  const usual = refusalSentence('wrong-state', { state: 'submitted' });
  it.each(['owes-already', 'transfer-claimed', 'given-back'])('%s has a sentence of its own', (state) => {
    const said = refusalSentence('wrong-state', { state });
    expect(said).not.toBe(usual);
    expect(said).not.toContain(state);
  });
});

describe('a refusal that passes', () => {
  it.each([
    ['code-too-soon', 42, '42 秒'],
    ['too-many-requests', 90, '90 秒'],
    ['too-many-requests', 91, '2 分钟'],
    ['too-many-requests', 900, '15 分钟'],
  ] as const)('%s in %i seconds says %s', (code, retryInSeconds, words) => {
    expect(refusalSentence(code, { retryInSeconds })).toContain(words);
  });
});

describe('days and money', () => {
  it('says a day as people do', () => {
    expect(dayAndDistanceWords(localDate('2026-12-12'), today)).toBe('12月12日 周六 · 还有19天');
    expect(openingWords(localDate('2026-12-07'), today)).toBe('12月7日 周一起 · 还有14天');
    expect(dayWords(localDate('2027-01-03'), today)).toBe('2027年1月3日 周日');
    expect(dayAndTimeWords(localDate('2026-12-12'), timeOfDay('09:00'), timeOfDay('11:00'))).toBe(
      '2026年12月12日（周六）09:00–11:00',
    );
  });

  it.each([
    ['2026-11-21', '2天前'],
    ['2026-11-22', '昨天'],
    ['2026-11-23', '今天'],
    ['2026-11-24', '明天'],
    ['2026-11-25', '还有2天'],
  ])('%s is %s', (day, words) => expect(distanceWords(localDate(day), today)).toBe(words));

  it.each([
    [1, '1天'],
    [59, '59天'],
    [61, '2个月'],
    [366, '1年'],
    [3622, '9年10个月'],
  ])('%i days: %s', (days, words) => expect(durationWords(days)).toBe(words));

  it.each([
    [28_000, '280.00元'],
    [5, '0.05元'],
    [0, '0.00元'],
  ])('%i fen: %s', (amount, words) => expect(yuanWords(fen(amount))).toBe(words));
});

describe('sentences', () => {
  it('carries the data of its code', () => {
    expect(shortfallSentence('too-young', { atLeast: 16 })).toContain('16');
    expect(shortfallSentence('experience-short', { years: 10, countedDays: 3622, neededDays: 3652 })).toMatch(
      /9年.*30天/,
    );
    expect(shortfallSentence('diploma-missing', { schools: ['bachelor', 'junior-college'] })).toContain('本科、');
    expect(doubtSentence('job-occupation-not-listed', { list: 'open', occupations: ['保安队长'] })).toContain(
      '保安队长',
    );
    // staff read of the candidate, who reads of themselves
    const denied = { statement: 'minimum-education' };
    expect(doubtSentence('declared-no-to-judge', denied)).toMatch(/^您对/);
    for (const code of DOUBTS) expect(doubtSentence(code, { ...denied, to: 'staff' })).not.toContain('您');
    for (const code of SHORTFALLS) expect(shortfallSentence(code, { ...denied, to: 'staff' })).not.toContain('您');
    expect(identityFaultSentence('identity-not-accepted', { accepted: ['resident-id'] })).toContain('居民身份证');
    expect(identityFaultSentence('identity-expired', { on: 'exam', validUntil: '2026-12-11' })).toContain('12月11日');
    expect(photoFaultSentence('photo-too-small-bytes', { bytes: 39_999, ...BYTES })).toContain('要 40–80KB');
    expect(photoFaultSentence('photo-too-large-bytes', { bytes: 143_000, ...BYTES })).toContain('要 40–80KB');
    expect(windowWarningSentence('calendar-year-unknown', { kind: 'publicity', year: 2027 })).toContain('2027');
    expect(windowWarningSentence('month-not-listed', { month: 2, listed: '1,3' })).toContain('1、3月');
    expect(windowWarningSentence('month-not-listed', { month: '2025-10', listed: '2025-07,2025-11' })).toContain(
      '2025年7月、2025年11月',
    );
    expect(
      windowWarningSentence('stage-before-application-closes', { kind: 'preliminary', text: '7月下旬' }),
    ).toContain('初赛');
    expect(doubtSentence('declared-no-to-judge', { statement: 'new', asks: '您是会员吗？' })).toContain('您是会员吗？');
    expect(doubtSentence('major-category-to-judge', { majors: ['金融学'], categories: ['金融学类'] })).toContain(
      '金融学类',
    );
    expect(factQuestion('declared.something-new')).toMatch(/？$/);
  });

  it('says something for every stage and message, with and without data', () => {
    const sentences = [
      ...STAGES.flatMap((stage) => [stageWord(stage), stageSentence(stage)]),
      ...STAGES.map((stage) => progressWord({ stage, outcome: 'passed', blocked: [] })),
      ...MESSAGE_CODES.flatMap((code) => [messageTitle(code), messageSentence(code)]),
    ];
    expect(sentences.filter((sentence) => sentence === '' || /undefined|null|NaN|\[object/.test(sentence))).toEqual([]);
  });

  it('stays calm before a code it does not know', () => {
    expect(windowWord('from-the-future')).toBe('其他');
    expect(windowWord('constructor')).toBe('其他');
    expect(windowWord('论文答辩')).toBe('论文答辩');
    expect(subjectWord.any('from-the-future')).toBe('其他');
    expect(subjectWord.any('constructor')).toBe('其他');
    expect(levelWord(9)).toBe('不分级');
  });

  it('names where something comes from', () => {
    expect(sourceWords({ clause: '三（四）', quote: '前五个工作日' })).toBe('通知三（四）：“前五个工作日”');
    expect(sourceWords({ assumed: '按报名当日' })).toBe('通知没有写明：按报名当日');
    expect(sourceWords({ standard: '国家职业标准编制技术规程（2023年版）' })).toContain('2023');
  });

  it('names the next moment of the demonstration', () => {
    expect(demonstrationEvent('ticket-opens')).toBe('准考证开始');
    expect(demonstrationEvent('publicity-over')).toBe('成绩公示结束');
    expect(demonstrationEvent('issue-tickets')).toBe('发放准考证');
    expect(demonstrationEvent('semi-final-over')).toBe('复赛结束');
    expect(demonstrationEvent('论文答辩-opens')).toBe('论文答辩开始');
    expect(demonstrationEvent('session-change-over')).toBe('批次变动选择截止');
  });
});
