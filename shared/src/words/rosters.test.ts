import { describe, expect, it } from 'vitest';
import { countedOutcomeSentence, rowOutcomeSentence } from './rosters';

describe('why a row was not taken, as its agent reads it', () => {
  const between = ['banned', 'passes-kept', 'application-conflict', 'certificate-held', 'internal'];

  it('is one sentence for everything that is between the association and the member', () => {
    expect(new Set(between.map(rowOutcomeSentence))).toEqual(new Set([rowOutcomeSentence('banned')]));
    expect(rowOutcomeSentence('banned')).toContain('由协会核对');
  });

  it('and another one for what the agent can mend, so that the one above means something', () => {
    for (const code of ['too-late', 'photo-refused', 'forbidden'])
      expect(rowOutcomeSentence(code)).not.toBe(rowOutcomeSentence('banned'));
  });
});

it('tells staff of somebody they counted who keeps passes what is to be done, not the candidate', () => {
  expect(countedOutcomeSentence('passes-kept')).toContain('请单独受理');
  expect(countedOutcomeSentence('passes-kept')).not.toContain('您');
});
