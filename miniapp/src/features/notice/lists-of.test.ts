import { describe, expect, it } from 'vitest';
import type { Condition, MajorList, OccupationList } from '@jikaotong/shared/notice';
import { relatedListsOf } from './lists-of';

const source = { clause: '附件1', quote: '相关' };
const occupations = (id: string): OccupationList => ({
  id,
  open: { value: true, source },
  names: [{ raw: '保安员' }],
  source,
});
const majors = (id: string): MajorList => ({ ...occupations(id), schools: ['bachelor'], categories: [] });
const notice = {
  relatedOccupations: [occupations('guards'), occupations('installers'), occupations('others')],
  relatedMajors: [majors('college'), majors('school')],
};
const field = (related: string | null) => ({ own: true, related });
const experience: Condition = {
  kind: 'experience',
  field: field('guards'),
  years: 4,
  since: { kind: 'certificate', field: field('installers'), level: 4 },
  source,
};
const diploma: Condition = {
  kind: 'diploma',
  schools: ['bachelor'],
  field: { own: true, related: ['college'] },
  finalYear: true,
  source,
};

const named = (conditions: readonly Condition[]) => {
  const lists = relatedListsOf(notice, conditions);
  return [lists.occupations.map(({ id }) => id), lists.majors.map(({ id }) => id)];
};

describe('relatedListsOf', () => {
  it('finds what a condition rests on, also inside 取得证书后', () => {
    expect(named([{ kind: 'allOf', of: [experience, diploma] }])).toEqual([['guards', 'installers'], ['college']]);
  });

  it('finds nothing where no list is named', () => {
    expect(named([{ kind: 'age', atLeast: 16, atMost: null, source }])).toEqual([[], []]);
    expect(named([{ ...experience, field: field(null), since: null }])).toEqual([[], []]);
  });
});
