import { describe, expect, it } from 'vitest';
import { readOptions } from './options';

describe('the options of npm run staff', () => {
  it('name a colleague of a body, an administrator unless told otherwise', () => {
    expect(readOptions(['add', 'wang', '--body', 'bspia'])).toMatchObject({
      ok: true,
      value: { name: 'wang', bodyId: 'bspia', bodyName: null, roles: ['administrator'] },
    });
    const words = ['add', 'wang', '--body', 'bspia', '--role', 'publisher', '--role', 'reviewer', '--display', '王芳'];
    expect(readOptions(words)).toMatchObject({ value: { displayName: '王芳', roles: ['publisher', 'reviewer'] } });
  });

  it('say whether a name that is there already is meant', () => {
    const switches = (...words: string[]) => readOptions(['add', 'wang', ...words, '--body', 'bspia']);
    expect(switches()).toMatchObject({ value: { existing: false, forgetSecondFactor: false } });
    expect(switches('--existing')).toMatchObject({ value: { existing: true, forgetSecondFactor: false } });
    expect(switches('--forget-second-factor', '--existing')).toMatchObject({
      value: { existing: true, forgetSecondFactor: true },
    });
  });

  it('name a body that is not there yet', () => {
    expect(readOptions(['add', 'wang', '--body', 'new-body', '--body-name', '新协会'])).toMatchObject({
      value: { bodyId: 'new-body', bodyName: '新协会' },
    });
  });

  it.each([
    [['remove', 'wang']],
    [['add', 'W', '--body', 'bspia']],
    [['add', 'wang']],
    [['add', 'wang', '--body', 'Not A Body']],
    [['add', 'wang', '--body', 'a'.repeat(37)]],
    [['add', 'wang', '--body', 'bspia', '--role', 'king']],
    [['add', 'wang', '--body', 'bspia', '--body-name']],
  ])('refuse %j', (words) => expect(readOptions(words).ok).toBe(false));
});
