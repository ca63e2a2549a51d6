export { type Held, type Whose, held } from './held.record';
export { type HeldRow, eraseHeld, openedCopy, rowsHeld } from './held.repository';
