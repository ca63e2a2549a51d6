export { JUDGE_BARS, type JudgeBar, judgeBar } from './judge-bar';
export {
  type MarkFault,
  type SheetFault,
  type SheetItem,
  fallsShort,
  fullOf,
  itemFault,
  sheetFault,
  totalOf,
} from './marking-sheet';
