import { type LocalDate, yearOf } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';

/** What a body needs beside its notice to examine in a demonstration. */
export type DemonstrationBody = {
  readonly bodyId: string;
  /** The notice of its sessions. */
  readonly noticeId: string;
  readonly site: { readonly name: string; readonly address: string };
  /** No filed numbers: body code 0000 and site 000001 stand for a demonstration. */
  readonly certificatePrefix: { letter: 'S'; bodyCode: string; province: string; site: string };
};

/** The bodies that examine, in the order of the sandbox's merchants; the first one works when no notice is alive. */
export const DEMONSTRATION_BODIES: readonly [DemonstrationBody, ...DemonstrationBody[]] = [
  {
    bodyId: 'bspia',
    noticeId: 'bspia-2026-certification',
    site: { name: '协会培训考试中心', address: '北京经济技术开发区科谷一街10号院12号楼12层' },
    certificatePrefix: { letter: 'S', bodyCode: '0000', province: '11', site: '000001' },
  },
  {
    bodyId: 'shqbxh',
    noticeId: 'shqbxh-2025-certification',
    site: { name: '协会培训考核中心', address: '上海市虹口区天宝路879号C楼2楼' },
    certificatePrefix: { letter: 'S', bodyCode: '0000', province: '31', site: '000001' },
  },
  {
    bodyId: 'cecc',
    noticeId: 'cecc-2024-certification',
    site: { name: '商会培训考试中心', address: '北京市北京经济技术开发区博兴六路17号院1号楼3层' },
    certificatePrefix: { letter: 'S', bodyCode: '0000', province: '11', site: '000001' },
  },
];

/**
 * Who is at work on a day: each body with a notice of that year, competitions included, and whoever is here from an
 * earlier start, for the clock may have moved on. Never nobody.
 */
export function demonstrationBodiesOn(
  notices: readonly Pick<Notice, 'body' | 'year'>[],
  day: LocalDate,
  isHere: (bodyId: string) => boolean,
): readonly DemonstrationBody[] {
  const isAlive = (bodyId: string) => notices.some(({ body, year }) => body.id === bodyId && year === yearOf(day));
  const atWork = DEMONSTRATION_BODIES.filter(({ bodyId }) => isAlive(bodyId) || isHere(bodyId));
  return atWork.length > 0 ? atWork : [DEMONSTRATION_BODIES[0]];
}
