import { localDate } from '@jikaotong/shared/kernel';
import { describe, expect, it } from 'vitest';
import { keptWords } from './kept-words';

const own = { months: 6, words: '本会管理办法第八条' };
const set = { name: '甲协会', periods: [{ kind: 'papers' as const, own, announced: null }] };
const announcing = {
  name: '乙协会',
  periods: [{ kind: 'papers' as const, own: null, announced: { own, from: localDate('2027-01-01') } }],
};
const plain = { name: '丙协会', periods: [] };

describe('how long a kind is kept, as the rules say it', () => {
  it('is the usual where nobody set it, and a body’s own where there is but that body', () => {
    expect(keptWords('photo', [plain])).toContain('保存：到办理结束后 1 年');
    expect(keptWords('photo', [set])).toBe('保存：到办理结束后 6 个月（本会管理办法第八条）。');
    expect(keptWords('exam', [set])).toContain('5 年');
  });

  it('names the bodies that differ among several, and what is announced with its day', () => {
    const said = keptWords('papers', [set, announcing, plain]);
    expect(said).toContain('保存：到办理结束后 1 年');
    expect(said).toContain('甲协会：到办理结束后 6 个月（本会管理办法第八条）');
    expect(said).toContain('乙协会2027年1月1日起改为保存到办理结束后 6 个月');
    expect(said).not.toContain('丙协会');
    expect(keptWords('papers', [announcing])).toMatch(/1 年（.+）。2027年1月1日起改为保存到办理结束后 6 个月/);
  });
});
