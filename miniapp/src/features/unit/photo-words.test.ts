import { expect, it } from 'vitest';
import { followGiven, missingPhotoWords, photosByReason } from './photo-words';

const problem = (file: string, name: string | null, reason: string, faults: string[] = []) => ({
  file,
  code: 'photo-refused',
  name,
  reason,
  faults,
});

it('photos that were not taken stand together by the reason, with names', () => {
  const many = Array.from({ length: 41 }, (_, nth) => problem(`${nth}.jpg`, `学员${nth}`, '要 40–80KB', ['太大']));
  const [large, unknown] = photosByReason([...many, problem('无此人.jpg', null, '名单里没有', ['看文件名'])]);
  expect(large).toMatchObject({ title: '41 张：要 40–80KB', faults: [] });
  expect(large?.whose).toMatch(/^学员0、学员1、.*、学员39等$/);
  expect(unknown).toEqual({ title: '1 张：名单里没有', whose: '无此人.jpg', faults: ['看文件名'] });
});

it('says who is still without a photo', () => {
  expect(missingPhotoWords({ count: 1, names: ['高小军'] })).toBe('还差 1 人：高小军');
  expect(missingPhotoWords({ count: 3, names: ['甲', '乙'] })).toBe('还差 3 人：甲、乙等');
});

it('counts what was given since, and asks for it no more', () => {
  const loose = { ...problem('1.jpg', null, '名单里没有'), photo: { fileId: 'f1', url: '' } };
  const told = {
    taken: 3,
    problems: [loose, problem('2.jpg', null, '名单里没有')],
    missing: { count: 2, names: ['甲', '甲'] },
  };
  expect(followGiven(told, new Map())).toEqual(told);
  const now = followGiven(told, new Map([['f1', '甲']]));
  expect(now).toMatchObject({ taken: 4, problems: [{ file: '2.jpg' }], missing: { count: 1, names: ['甲'] } });
  // an answer that came since has it already
  expect(followGiven(now, new Map([['f1', '甲']]))).toEqual(now);
});
