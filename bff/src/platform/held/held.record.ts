import type { HeldKind } from '@jikaotong/shared/rules/retention';
import type { EntitySchema } from 'typeorm';
import type { EntityRecord } from '../db';

/** What a column with a reference names: whose data the row is. */
export type Whose = 'account' | 'candidate' | 'participant' | 'person' | 'order' | 'score-review';

/** What a feature keeps of people in one record: the copy that they may ask for and the erasure come from it. */
export type Held = {
  readonly record: EntityRecord;
  readonly kind: HeldKind;
  readonly whose: Whose;
  /** The property that names them. */
  readonly by: string;
  /** Properties that say nothing about the person, such as keys and indices: not in the copy. */
  readonly ours: readonly string[];
  /** Where a sealed property was sealed under another name than its own. */
  readonly sealedAs: Readonly<Record<string, string>>;
  /** What becomes of a row when its time is over: it goes, or these properties are overwritten. */
  readonly over: 'row' | Readonly<Record<string, unknown>>;
};

/** Declares it; the properties are those of the record. */
export const held = <T extends object>(
  record: EntitySchema<T>,
  given: {
    readonly kind: HeldKind;
    readonly whose: Whose;
    readonly by: keyof T & string;
    readonly ours?: readonly (keyof T & string)[];
    readonly sealedAs?: { readonly [K in keyof T & string]?: string };
    readonly over: 'row' | Partial<T>;
  },
): Held => ({ ours: [], ...given, record, sealedAs: sealedAsOf(given.sealedAs) });

const sealedAsOf = (names: { readonly [name: string]: string | undefined } = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(names).flatMap(([name, as]) => (as === undefined ? [] : [[name, as]])));
