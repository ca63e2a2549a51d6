export { grid } from './grid';
export { type Manner, mannerOf } from './days-of';
export { fillOf } from './fill-of';
export { type LateChange, planLate } from './plan-late';
export { planSeating } from './plan-seating';
export { slotsOf } from './pools';
export { type SeatingStep, candidatesAfter, replaySeating, withMoves } from './replay-seating';
export {
  type Place,
  type SeatingCandidate,
  type SeatingFault,
  type SeatingInput,
  type SeatingRoom,
  type SeatingShift,
  type Shortage,
  overlaps,
} from './seating-input';
