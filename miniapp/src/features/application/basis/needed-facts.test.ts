import type { Condition } from '@jikaotong/shared/notice';
import { describe, expect, it } from 'vitest';
import { neededFacts } from './needed-facts';

const source = { assumed: 'a test' };
const field = { own: true, related: null };
const age: Condition = { kind: 'age', atLeast: 16, atMost: null, source };
const intends: Condition = {
  kind: 'declared',
  statement: 'intends',
  letter: 'work-commitment-letter',
  field: null,
  source,
};
const works: Condition = { kind: 'declared', statement: 'works', letter: 'work-experience-letter', field, source };
const schooled: Condition = { kind: 'declared', statement: 'minimum-education', letter: null, field: null, source };
const diploma: Condition = {
  kind: 'diploma',
  schools: ['technical-senior'],
  field: { own: true, related: [] },
  finalYear: true,
  source,
};
const afterCertificate: Condition = {
  kind: 'experience',
  field,
  years: 4,
  since: { kind: 'certificate', field, level: 4 },
  source,
};

const needed = (conditions: Condition[], ...routes: Condition[]) =>
  neededFacts({ conditions }, { routes: routes.map((condition) => ({ condition })) });

describe('the facts an offering needs', () => {
  it('leave out what the document tells, and ask jobs where a present job says it', () => {
    expect(needed([], { kind: 'allOf', of: [age, intends] }, { kind: 'allOf', of: [age, works] })).toEqual([
      'intends',
      'jobs',
    ]);
  });

  it('come once each, in the order they are asked, statements last', () => {
    expect(needed([schooled], diploma, afterCertificate)).toEqual([
      'jobs',
      'certificates',
      'diplomas',
      'declared.minimum-education',
    ]);
  });

  it('are none where only age counts', () => {
    expect(needed([age])).toEqual([]);
  });
});
