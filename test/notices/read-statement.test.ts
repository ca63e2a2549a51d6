import { fileURLToPath } from 'node:url';
import { readNoticeFile } from '@jikaotong/shared/notice-file';
import { expect, it } from 'vitest';
import { readStatement } from '../../miniapp/src/features/application/hand-in/statements';

const statementOf = async (id: string) => {
  const path = fileURLToPath(new URL(`../../shared/notices/${id}.yaml`, import.meta.url));
  const file = await readNoticeFile(path);
  if (!file.ok) throw new Error(id);
  return readStatement(file.value.notice);
};

it('S25 has rules of conduct and no score review: one says to have read those, and nothing of a review', async () => {
  const statement = await statementOf('shqbxh-2025-certification');
  expect(statement).toContain('《职业技能评价参评人员须知》');
  expect(statement).not.toContain('复核');
});

it('B26 has a score review', async () => {
  expect(await statementOf('bspia-2026-certification')).toContain('成绩复核');
});
