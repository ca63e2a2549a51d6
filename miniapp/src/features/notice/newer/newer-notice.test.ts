import { describe, expect, it } from 'vitest';
import type { NewerNotice } from '@jikaotong/shared/contract';
import { majorOptions, occupationOptions, schoolOptions } from '../self-check/options';
import { askedOfNewer, newerIn } from './newer-notice';

const newer: NewerNotice = {
  language: 2,
  id: 'n',
  title: { value: '通知' },
  body: { name: '协会' },
  offerings: [{ code: 'a-4', occupation: '保卫管理员', workType: null, level: 4, months: null }],
};
const refused = (code: 'newer-language' | 'internal', data: Record<string, unknown>) =>
  newerIn({ state: 'refused', refusal: { ok: false, code, data, requestId: null }, retry: () => undefined });

describe('a notice in a newer language', () => {
  it('is known by its refusal only', () => {
    expect(refused('newer-language', newer)).toEqual(newer);
    expect(refused('internal', newer)).toBeNull();
    expect(newerIn({ state: 'loading' })).toBeNull();
  });

  it('asks with its own occupation and every kind of school, for its lists are not read', () => {
    const { notice, offerings } = askedOfNewer(newer);
    expect(occupationOptions(notice, offerings)).toEqual(['保卫管理员']);
    expect(schoolOptions(offerings)).toHaveLength(8);
    expect(majorOptions(notice, 'bachelor')).toEqual([]);
  });
});
