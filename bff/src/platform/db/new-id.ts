import { v7 } from 'uuid';

/** A fresh id of 36 characters that sorts by the time it was made (UUIDv7). */
export const newId = (): string => v7();
