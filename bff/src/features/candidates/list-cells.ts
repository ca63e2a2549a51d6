import type { SealedSource } from '../../platform/lists';
import { searchCondition } from './candidate.repository';
import { searchIndices } from './identity';

/** The document's number of a candidate `c` in a list; found by the whole number or its last four characters. */
export const documentNumberCell: SealedSource = {
  sealed: 'c.document_number',
  row: 'c.id',
  place: { table: 'candidate', column: 'documentNumber' },
  found: (crypto, value) => {
    const { documentIndices, documentTailIndex } = searchIndices(crypto, value);
    if (documentIndices !== undefined) return searchCondition({ documentIndices });
    return documentTailIndex === undefined ? null : searchCondition({ documentTailIndex });
  },
};

/** The phone of a candidate `c` in a list; found by the whole number or its last four digits. */
export const phoneCell: SealedSource = {
  sealed: 'c.phone',
  row: 'c.id',
  place: { table: 'candidate', column: 'phone' },
  found: (crypto, value) => {
    const { phoneIndex, phoneTailIndex } = searchIndices(crypto, value);
    if (phoneIndex !== undefined) return searchCondition({ phoneIndex });
    return phoneTailIndex === undefined ? null : searchCondition({ phoneTailIndex });
  },
};
