import { type RosterPlace, documentSharedSentence, phoneSharedSentence } from '@jikaotong/shared/words';

/** Somebody as the roster would name them; `document` and `offering` are compared, and never said. */
export type Placed = RosterPlace & {
  readonly phone: string | null;
  readonly document: string;
  readonly offering: string;
};

/**
 * What stands against a row because of others: one phone proves nobody of several people, one document is entered once for
 * an offering. Each names the others by row and name, in the order given.
 */
export function twinWords(everybody: readonly Placed[]): (one: Placed) => string[] {
  const byPhone = groupedBy(everybody, ({ phone }) => phone);
  const byDocument = groupedBy(everybody, ({ document, offering }) => `${offering} ${document}`);
  return (one) => {
    const { phone, document, offering } = one;
    const phones = phone === null ? [] : (byPhone.get(phone) ?? []).filter((other) => other.document !== document);
    const documents = (byDocument.get(`${offering} ${document}`) ?? []).filter((other) => other !== one);
    return [
      ...(documents.length > 0 ? [documentSharedSentence(documents)] : []),
      ...(phones.length > 0 ? [phoneSharedSentence(phones)] : []),
    ];
  };
}

function groupedBy(everybody: readonly Placed[], keyOf: (one: Placed) => string | null): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const one of everybody) {
    const key = keyOf(one);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
