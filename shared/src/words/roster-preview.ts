import { wordOf } from './table';

/** Where somebody stands: in a row of the sheet, or for whom the sheet does not name, at a place of the roster; both from 1. */
export type RosterPlace = { readonly row: number | null; readonly position: number | null; readonly name: string };

/** `第 5 行张三`, `名单第 12 位李四`. */
export const rosterPlaceWords = ({ row, position, name }: RosterPlace): string =>
  row === null ? `名单第 ${position ?? '?'} 位${name}` : `第 ${row} 行${name}`;

/** More are only counted. */
const MOST_NAMED = 3;

/** The phone of a row is named for others as well. */
export const phoneSharedSentence = (others: readonly RosterPlace[]): string =>
  `手机号与${namedWords(others)}相同，不能证明是谁确认的，请改成各人自己的号码`;

/** Others stand in the roster for the document of a row. */
export const documentSharedSentence = (others: readonly RosterPlace[]): string =>
  `与${namedWords(others)}是同一证件，名单里只能留一个`;

const namedWords = (others: readonly RosterPlace[]): string => {
  const named = others.slice(0, MOST_NAMED).map(rosterPlaceWords).join('、');
  return others.length > MOST_NAMED ? `${named}等 ${others.length} 人` : named;
};

export type KeptRow = 'handed-in' | 'queued' | 'claimed' | 'not-withdrawn' | 'withdrawn-if-removed';

/** Why a sheet does not touch a row, or what becomes of it. */
export const keptRowSentence = wordOf<KeptRow>({
  'handed-in': '已提交，不会改',
  queued: '正在提交，不会改',
  claimed: '本人已经认领，不会移出，要退出请本人办理',
  'not-withdrawn': '已提交，不会移出',
  'withdrawn-if-removed': '已提交，移出就会撤回报名',
});
