import type { SheetEndpoints, SheetImportView, SheetItem, contestGroups } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { PhotoFacts } from '@jikaotong/shared/rules/photo';
import type * as z from 'zod/mini';
import type { Handle } from '../db';
import type { Actor, Context, Refused } from '../http';
import type { Column, SheetProblem, SheetRow } from '../sheets';

/** What a row of a sheet changes, found by its key: a row that comes twice is a problem the feature names. */
export type SheetChange<P> = {
  readonly kind: 'added' | 'changed' | 'missing';
  /** Unique in the sheet, without personal values; the same change never applies twice under it. */
  readonly key: string;
  readonly row: number | null;
  /** Whom or what it is about. */
  readonly label: string;
  readonly changes: readonly { column: string; from: string | null; to: string | null }[];
  readonly payload: P;
  /** Where rows are judged: how this one would stand; `attention`: it is shown before the others. */
  readonly verdict?: NonNullable<SheetItem['verdict']> & { readonly attention: boolean };
};

/** A row that stays as it is: the sheet says what is there, or cannot change it. */
export type StayingRow = Omit<SheetChange<null>, 'kind'> & { readonly kind: 'kept' | 'same' };

export type Compared<P> = {
  readonly changes: readonly SheetChange<P>[];
  /** Where rows are judged: those that stay. */
  readonly staying?: readonly StayingRow[];
  /** How many stand there already as the sheet says. */
  readonly same: number;
  readonly problems: readonly (Omit<SheetProblem<string>, 'row'> & {
    /** Null for what stands in no row, such as a picture of nobody. */
    readonly row: number | null;
    /** Whom it is about, where the row says it. */
    readonly label?: string;
  })[];
  /** What is owed by what is there, and by what there would be. */
  readonly effect?: NonNullable<SheetImportView['effect']>;
};

/** A picture beside a sheet, measured; one with faults is not kept. */
export type KeptPicture = {
  readonly name: string;
  readonly fileId: string | null;
  readonly facts: PhotoFacts;
  readonly faults: readonly string[];
};

type Looking = Pick<Context, 'h' | 'now' | 'ports'>;

/** One kind of sheet: whose it is, what it is read for, what it changes; `S` is what it belongs to, such as a session. */
export type SheetKind<S, P extends z.ZodMiniType, K extends string> = {
  /** Its name in the table, for ever. */
  readonly name: string;
  readonly endpoints: SheetEndpoints;
  /** What the path's id names, in the actor's scope; refuses `not-found`. */
  readonly open: (asked: { h: Handle; actor: Actor }, id: string) => Promise<S>;
  /** Whether a sheet may be taken on a day. */
  readonly judge: (subject: S, day: LocalDate) => Refused | null;
  readonly columns: (subject: S) => readonly Column<K>[];
  /** Headers in files of other programs that are known to be of no use. */
  readonly leave?: (subject: S) => readonly string[];
  /** Headers that we write ourselves into what is downloaded, and read from nobody. */
  readonly told?: readonly string[];
  readonly example?: Readonly<Record<K, string>>;
  /** The example where it follows from what the sheet belongs to. */
  readonly exampleOf?: (subject: S) => Readonly<Record<K, string>>;
  /**
   * For sheets of several people about one thing: what a sheet was compared with, and taking it when it is confirmed. Of two
   * that were compared with the same, the second is refused (`changed-meanwhile`) and compared anew.
   */
  readonly basis?: {
    readonly of: (subject: S) => string;
    readonly take: (ctx: Pick<Context, 'h'>, subject: S, basis: string) => Promise<boolean>;
  };
  /** Holds the rows against what is there; writes nothing. */
  readonly compare: (
    ctx: Looking,
    subject: S,
    rows: readonly SheetRow<K>[],
    /** Null: none are sent with this kind, or something is wrong in the sheet already. */
    pictures: readonly KeptPicture[] | null,
  ) => Promise<Compared<z.output<P>>>;
  /** Where what is sent is a ZIP with the sheet and pictures: measures one, and says as sentences what is wrong with it. */
  readonly picture?: (
    subject: S,
    bytes: Buffer,
  ) => Promise<{ readonly facts: PhotoFacts; readonly faults: readonly string[] }>;
  /** Where the pictures may come one by one before the sheet does: the kind of their batches, and the sheet's own door. */
  readonly batch?: { readonly kind: string; readonly list: typeof contestGroups.packageList };
  /**
   * For lists that others wrote, which nobody here can mend: rows with a problem are named and left out, the others are compared
   * all the same. What such a list does not name is not taken out by it (`wrong-state`, `list-unread`).
   */
  readonly leavesOut?: true;
  readonly payload: P;
  /**
   * Applies some changes in the job's transaction, each held once more against what is there, for the preview is old
   * by now; gives the keys that it refused, each with its code.
   */
  readonly apply: (ctx: Context, given: Chunk<z.output<P>>) => Promise<ReadonlyMap<string, string>>;
  /** How many additions go into one transaction, where they cost little together; 20 changes of any kind unless told. */
  readonly addedAtOnce?: number;
};

export type Chunk<P> = {
  readonly subjectId: string;
  /** Who confirmed. */
  readonly accountId: string;
  readonly changes: readonly { readonly key: string; readonly kind: SheetChange<P>['kind']; readonly payload: P }[];
};
