import { fileURLToPath } from 'node:url';
import type { SessionView } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { readNoticeFile } from '@jikaotong/shared/notice-file';
import { describe, expect, it } from 'vitest';
import { hasEnded } from './open-now';

const noticeOf = async (id: string) => {
  const file = await readNoticeFile(fileURLToPath(new URL(`../../../../shared/notices/${id}.yaml`, import.meta.url)));
  if (!file.ok) throw new Error(id);
  return file.value.notice;
};
const session = (state: SessionView['state']) => ({ state, offerings: [] }) as unknown as SessionView;

describe('a notice of which nothing is to come', () => {
  it.each([
    ['bspia-2024-competition-installer', '2024-05-20', [], false],
    ['bspia-2024-competition-installer', '2026-12-07', [], true],
    ['bspia-2024-competition-installer', '2026-12-07', ['in-publicity'], false],
    ['bspia-2024-competition-installer', '2026-12-07', ['ended', 'cancelled'], true],
    ['bspia-2026-certification', '2026-12-07', [], false],
  ] as const)('%s on %s with sessions that are %s: %s', async (id, today, states, ended) => {
    const given = { notice: await noticeOf(id), sessions: states.map(session), today: localDate(today) };
    expect(hasEnded(given)).toBe(ended);
  });
});
