export { type AwardLine, type AwardQuestion, type Awards, type Finisher, awardsOf, byGiver } from './awards-of';
export {
  type AnsweredAwards,
  type AskedAward,
  type AwardAnswer,
  answeredAwards,
  entrantKey,
  restKey,
  unitKey,
} from './answered';
export { type WrittenUnit, proposedJoins, unitNameKey } from './unit-names';
export { protestUntil } from './protest-until';
