import { describe, expect, it } from 'vitest';
import { fen } from '../kernel';
import type { Award } from '../notice';
import { awardWhatWords, awardWhomWords } from './award';

const source = { clause: '三', quote: '决赛' };
const stages = [{ code: 'final' as const, name: '决赛', source }];
const whom = (given: Award['for'], to: Award['to'] = 'entrant', unitKinds?: Award['unitKinds']) =>
  awardWhomWords({ to, for: given, unitKinds }, stages);

describe('an award in words', () => {
  it('says whom it goes to', () => {
    expect(whom({ kind: 'ranks', from: 1, to: 1 })).toBe('决赛第1名');
    expect(whom({ kind: 'ranks', from: 2, to: 6 }, 'coach')).toBe('决赛第2至6名的教练');
    expect(whom({ kind: 'ranks', from: 1, to: 10 }, ['entrant', 'unit'], ['company'])).toBe('决赛第1至10名及所在企业');
    expect(whom({ kind: 'ranks', from: 1, to: 1 }, 'unit')).toBe('决赛第1名的所在单位');
    expect(whom({ kind: 'reached', stage: 'final' })).toBe('进入决赛的选手');
    const unit = { kind: 'unit', entrants: 10, inclusive: true, counted: 'registered', rankWithin: null } as const;
    expect(whom(unit, 'unit')).toBe('报名满10人的单位');
    expect(whom(unit, 'unit', ['government', 'company', 'institution'])).toBe(
      '报名满10人的机关、企业、事业单位，其他单位由工作人员认定',
    );
    expect(whom({ ...unit, inclusive: false, rankWithin: 10 }, 'unit')).toBe(
      '报名超过10人且有选手进入决赛前10名的单位',
    );
  });

  it('says the amount once, and what it needs', () => {
    expect(awardWhatWords({ name: '奖金6000元（含税）', fen: fen(600000), needs: null })).toBe('奖金6000元（含税）');
    expect(awardWhatWords({ name: '资助', fen: fen(200000), needs: 'union-card' })).toMatch(
      /^资助 .*2,?000.*（须持有工会会员互助服务卡）$/,
    );
  });
});
