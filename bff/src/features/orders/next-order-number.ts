import type { LocalDate } from '@jikaotong/shared/kernel';
import { orderNumber, orderSeriesOf } from '@jikaotong/shared/rules/numbering';
import type { Handle } from '../../platform/db';
import { takeNumbers } from '../../platform/numbers';

/** The next number of a body's orders on a day; it belongs to this transaction alone. */
export const nextOrderNumber = async (h: Handle, of: { bodyId: string; openedOn: LocalDate }): Promise<string> =>
  orderNumber(of.openedOn, await takeNumbers(h, orderSeriesOf(of), 1));
