import { v7 } from 'uuid';

/** A fresh id of 36 characters that sorts by the time it was made (UUIDv7). */
export const newId = (): string => v7();

/** When an id was made, in milliseconds by the wall clock. */
export const madeAt = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16);
