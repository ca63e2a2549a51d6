import { statesThatAre } from '@jikaotong/shared/rules/progress';
import { type RosterPlace, documentSharedSentence, phoneSharedSentence } from '@jikaotong/shared/words';

import type { Context } from '../../platform/http';
import { openApplicant } from '../applications';
import type { Member } from './own-roster';

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

/** The same of rows that stand in the roster, as it is now. */
export function besideWords(
  { ports }: Pick<Context, 'ports'>,
  members: readonly Member[],
): (member: Member) => string[] {
  const placed = new Map<string, Placed>();
  for (const { row, application } of members) {
    if (!LIVE.includes(application.state)) continue;
    placed.set(row.id, {
      row: null,
      position: row.position,
      // only who is named is opened
      get name() {
        return openApplicant(ports.crypto, application).name ?? '';
      },
      phone: application.phoneIndex,
      document: application.documentIndex ?? row.id,
      offering: application.offeringCode,
    });
  }
  const wordsOf = twinWords([...placed.values()]);
  return ({ row }) => {
    const one = placed.get(row.id);
    return one ? wordsOf(one) : [];
  };
}

const LIVE = statesThatAre('live');

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
