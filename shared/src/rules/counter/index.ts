export { asCounterOpens } from './as-counter-opens';
export { individualsApply } from './individuals-apply';
export { openDays } from './open-days';
export { IDENTITY, type Original, type OriginalGroup, missingOriginals, originalsOf } from './originals-of';
