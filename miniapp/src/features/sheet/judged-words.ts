import type { SheetItem } from '@jikaotong/shared/contract';
import { rowStandingWord } from '@jikaotong/shared/words';
import type { Tone } from '../../ui';

type Standing = NonNullable<NonNullable<SheetItem['verdict']>['standing']>;

const TONES: Readonly<Record<Standing, Tone>> = { ready: 'go', review: 'warn', incomplete: 'warn', ineligible: 'stop' };

/** How a row would stand; null where nothing is said of it. */
export function verdictTag({ kind, verdict }: SheetItem): { text: string; tone: Tone } | null {
  if (kind === 'kept') return { text: '不会改', tone: 'quiet' };
  if (!verdict?.standing) return null;
  return { text: rowStandingWord(verdict.standing), tone: TONES[verdict.standing] };
}

/** What a sheet says of one cell beside what stands there: of a row that stays, that it is not taken. */
export const changeWords = (
  kind: SheetItem['kind'],
  { from, to }: Pick<SheetItem['changes'][number], 'from' | 'to'>,
): string => {
  if (from === null) return to ?? '未填';
  const [was, says] = [from === '' ? '（空）' : from, to === null || to === '' ? '（空）' : to];
  return kind === 'kept' ? `仍是 ${was}，表里的 ${says} 不采用` : `${was} → ${says}`;
};

/** The number of the row before the label; whom the sheet does not name stands without. */
export const rowTitle = ({ row, label }: SheetItem): string => (row === null ? label : `第 ${row} 行　${label}`);
