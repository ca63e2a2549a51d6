import { noticeVersionRecord } from '../../bff/src/features/notices/notice.record';
import type { World } from './world';

/** B26 prints no consequences of breaches; here it does as S25 (annex 2). Before its session is opened. */
export const printConduct = (world: World): Promise<void> =>
  world.db.tx(async (h) => {
    const all = await h.repo(noticeVersionRecord).find();
    const contentOf = (noticeId: string) =>
      Object(all.find((one) => one.noticeId === noticeId)?.content) as Record<string, unknown>;
    const { conduct } = contentOf('shqbxh-2025-certification');
    const content = { ...contentOf('bspia-2026-certification'), conduct };
    await h.repo(noticeVersionRecord).update({ noticeId: 'bspia-2026-certification' }, { content });
  });
