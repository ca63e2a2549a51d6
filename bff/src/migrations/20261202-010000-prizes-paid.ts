import { type Migration, day, int, nullable, ref, word } from '../platform/db';

/** Finance notes which prizes were paid; staff note which awards stay as they are though their ranks were corrected. */
export const prizesPaid: Migration = {
  name: '20261202-010000-prizes-paid',
  up: (schema) =>
    schema.addColumns('award', {
      paidOn: nullable(day()),
      paidHow: nullable(word<'transfer' | 'cash'>()),
      paidBy: nullable(ref()),
      rankedIn: nullable(ref()),
      keptRank: nullable(int()),
    }),
};
