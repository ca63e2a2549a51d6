import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readNoticeFile } from '../../notice-file';
import { groupsApply, mayApplyAsGroup } from './index';

const ruleOf = async (id: string) => {
  const file = await readNoticeFile(fileURLToPath(new URL(`../../../notices/${id}.yaml`, import.meta.url)));
  return file.ok ? groupsApply(file.value.notice) : null;
};

describe('what a notice lets groups do', () => {
  it.each([
    ['bspia-2026-certification', { where: 'counter', unitKinds: null, firstReview: false }],
    ['cecc-2024-certification', { where: 'online', unitKinds: null, firstReview: false }],
    ['shqbxh-2025-certification', { where: 'elsewhere', unitKinds: ['training-body', 'school'], firstReview: true }],
    ['bspia-2025-competition-monitor-operator', { where: 'elsewhere', unitKinds: null, firstReview: false }],
    ['bspia-2024-competition-installer', { where: 'elsewhere', unitKinds: null, firstReview: false }],
  ])('%s', async (id, rule) => expect(await ruleOf(id)).toMatchObject(rule));

  it('S25 is for training bodies and schools alone, by its own clause', async () => {
    const rule = await ruleOf('shqbxh-2025-certification');
    if (!rule) throw new Error('no rule');
    expect(mayApplyAsGroup(rule, 'training-body')).toBe(true);
    expect(mayApplyAsGroup(rule, 'company')).toBe(false);
    expect(rule.source).toMatchObject({ clause: '二（二）' });
  });

  it('a notice without a way for groups lets none', () => expect(groupsApply({ applicationMethods: [] })).toBeNull());
});
