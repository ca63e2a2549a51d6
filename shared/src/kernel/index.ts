export { type Clause, isAssumed, printedClause } from './clause';
export { every } from './every';
export { type Fen, fen, fenOfYuan, isFen, sumFen } from './fen';
export {
  type LocalDate,
  type Weekday,
  addDays,
  addMonths,
  addYears,
  dayAt,
  dayOfMonth,
  daysBetween,
  earlierOf,
  isLocalDate,
  laterOf,
  localDate,
  monthOf,
  parseLocalDate,
  weekdayOf,
  yearOf,
} from './local-date';
export { recordOf } from './record-of';
export { type Result, failed, ok } from './result';
export { FULL_SCORE, PASS_SCORE, type Score, isScore, parseScore, pointsOf } from './score';
export { type Total, isTotal, totalOf, totalText } from './total';
export { type TimeOfDay, instantAt, isTimeOfDay, minutesOf, timeAt, timeOfDay } from './time';
export {
  hasPicture,
  sameText,
  searchWords,
  tidyCapitals,
  tidyCode,
  tidyLine,
  tidyName,
  tidyNumber,
  tidyPhone,
  tidyProse,
} from './typed-text';
export { unreachable } from './unreachable';
