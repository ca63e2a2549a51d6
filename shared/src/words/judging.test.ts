import { describe, expect, it } from 'vitest';
import { auditAboutWords, auditValueWords, judgePlacesWords } from './index';

describe('the heats and stations of a judge', () => {
  it.each([
    ['1、2', '3', '第 1、2 场，3 号工位'],
    ['', '', '全部场次，全部工位'],
  ])('%s and %s', (heats, stations, words) => expect(judgePlacesWords(heats, stations)).toBe(words));

  it('stand in the journal as they were given, with whose they are', () => {
    const given = { part: 'skill', heats: ['1', '2'], stations: null };
    expect(auditValueWords(given)).toBe('第 1、2 场，全部工位');
    expect(auditAboutWords({ judgeId: '0198f3a1-0000-7000-8000-00000077b0de' })).toBe('裁判 77b0de');
  });
});
