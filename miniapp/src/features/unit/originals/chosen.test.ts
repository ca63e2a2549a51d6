import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { chosenOf } from './chosen';

const fileOf = (name: string, bytes: Uint8Array | string = 'x', folder = ''): File =>
  Object.assign(new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name), {
    webkitRelativePath: folder && `${folder}/${name}`,
  });
const bytes = new TextEncoder().encode('x');
const names = async (...files: File[]) => {
  const chosen = await chosenOf(files);
  if (!chosen.ok) return chosen.error;
  const { photos, sheets, title } = chosen.value;
  return { photos: photos.map(({ name }) => name), sheets: sheets.map(({ name }) => name), title };
};

describe('what was chosen at a desk', () => {
  it('is the photos and sheets of a ZIP in one order, without what systems add', async () => {
    const packed = {
      '照片/b.JPG': bytes,
      '照片/a.png': bytes,
      '名单.xlsx': bytes,
      '__MACOSX/._a.png': bytes,
      'a.txt': bytes,
    };
    expect(await names(fileOf('甲安防+2.zip', zipSync(packed)))).toEqual({
      photos: ['照片/a.png', '照片/b.JPG'],
      sheets: ['名单.xlsx'],
      title: '甲安防+2',
    });
  });

  it('is called by its folder, or by nothing where several files were chosen', async () => {
    expect(await names(fileOf('a.jpg', 'x', '甲安防+1'))).toMatchObject({
      photos: ['甲安防+1/a.jpg'],
      title: '甲安防+1',
    });
    expect(await names(fileOf('b.heic'), fileOf('a.jpg'))).toMatchObject({ photos: ['a.jpg', 'b.heic'], title: null });
  });

  it.each([
    ['RAR and 7z', [fileOf('照片.rar')], 'not-an-archive'],
    ['what is called a ZIP and is none', [fileOf('照片.zip')], 'not-an-archive'],
    ['what holds no photo and no sheet', [fileOf('说明.txt')], 'no-pictures'],
    ['more than a thousand', Array.from({ length: 1_001 }, (_, at) => fileOf(`${at}.jpg`)), 'too-many-files'],
  ])('refuses %s', async (_, files, fault) => {
    expect(await names(...files)).toBe(fault);
  });

  it('takes a thousand, and of a long path the end', async () => {
    const thousand = await chosenOf(Array.from({ length: 1_000 }, (_, at) => fileOf(`${at}.jpg`)));
    expect(thousand.ok && thousand.value.photos).toHaveLength(1_000);
    const long = await names(fileOf('张三.jpg', 'x', '很长的文件夹'.repeat(60)));
    const [name = ''] = typeof long === 'string' ? [] : long.photos;
    expect([name.length, name.endsWith('/张三.jpg')]).toEqual([200, true]);
  });
});
