import { describe, expect, it } from 'vitest';
import { subjectWords } from './subject-words';

const subject = 'theory' as const;

describe('a subject in words', () => {
  it('names the points with the verdict, and absence without points', () => {
    expect([
      subjectWords({ subject, points: '60', absent: false, cancelled: false, passed: true }),
      subjectWords({ subject, points: '59.99', absent: false, cancelled: false, passed: false }),
      subjectWords({ subject, points: null, absent: true, cancelled: false, passed: false }),
      subjectWords({ subject, points: null, absent: false, cancelled: false, passed: true }),
      subjectWords({ subject, points: null, absent: false, cancelled: false, passed: null }),
    ]).toEqual(['60 分 合格', '59.99 分 不合格', '缺考', '成绩保留', '未登记']);
  });
});
