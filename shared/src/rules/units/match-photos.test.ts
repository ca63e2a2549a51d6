import { describe, expect, it } from 'vitest';
import { matchPhotos } from './match-photos';

const people = [
  { id: 'a', name: '张三', documentNumber: '11010519491231002X' },
  { id: 'b', name: '李四', documentNumber: '440524188001010014' },
  { id: 'c', name: '李四', documentNumber: 'H12345678' },
  { id: 'd', name: '阿依·古丽', documentNumber: 'E00000001' },
];

describe('whose a photo is', () => {
  it.each([
    ['11010519491231002x.jpg', { id: 'a' }],
    ['照片/张三.JPG', { id: 'a' }],
    ['张三-11010519491231002X.jpeg', { id: 'a' }],
    ['李四_440524188001010014.jpg', { id: 'b' }],
    ['阿依·古丽.png', { id: 'd' }],
    ['李四.jpg', { code: 'photo-ambiguous' }],
    ['王五.jpg', { code: 'photo-unknown' }],
    ['IMG_0001.jpg', { code: 'photo-unknown' }],
  ])('%s', (file, whose) => expect(matchPhotos([file], people)).toEqual([{ file, ...whose }]));

  it('is nobody’s where one person has two', () =>
    expect(matchPhotos(['张三.jpg', '11010519491231002X.jpg', '440524188001010014.jpg'], people)).toEqual([
      { file: '张三.jpg', code: 'photo-twice' },
      { file: '11010519491231002X.jpg', code: 'photo-twice' },
      { file: '440524188001010014.jpg', id: 'b' },
    ]));
});
