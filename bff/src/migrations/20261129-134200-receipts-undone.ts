import { type Migration, nullable, ref, sealedText } from '../platform/db';

/** Who wants a receipt undone that was booked by mistake, and why. */
export const receiptsUndone: Migration = {
  name: '20261129-134200-receipts-undone',
  up: (schema) =>
    schema.addColumns('pay_receipt', { undoAskedBy: nullable(ref()), undoReason: nullable(sealedText(200)) }),
};
