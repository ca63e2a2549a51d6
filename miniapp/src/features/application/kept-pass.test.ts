import { expect, it } from 'vitest';
import { keptPassOf } from './kept-pass';

const offering = { occupation: '信息安全测试员', workType: '渗透测试员', level: 4 };
const failed = {
  bodyId: '中国电子商会',
  offering,
  progress: {
    stage: 'retake-possible' as const,
    next: [{ action: 'apply-retake' as const, by: 'candidate' as const, until: null }],
    blocked: [],
  },
};
const wanted = { bodyId: '中国电子商会', offering };

it('finds the passes that a new application for the same would forfeit (E24 三（六）3, S25 四（二）)', () => {
  expect(keptPassOf([failed], wanted)).toBe(failed);
});

it('finds nothing at another body, type or level, or once the passes are over', () => {
  expect(keptPassOf([failed], { ...wanted, bodyId: '其他协会' })).toBeNull();
  expect(keptPassOf([failed], { ...wanted, offering: { ...offering, workType: null } })).toBeNull();
  expect(keptPassOf([failed], { ...wanted, offering: { ...offering, level: 3 } })).toBeNull();
  expect(keptPassOf([{ ...failed, progress: { ...failed.progress, next: [] } }], wanted)).toBeNull();
});
