import type { Clause, LocalDate } from '@jikaotong/shared/kernel';
import type { WindowKind } from '@jikaotong/shared/notice';

/** A window as confirmed; a null end could not be known. */
export type StoredWindow = {
  readonly kind: WindowKind;
  readonly opens: LocalDate | null;
  readonly closes: LocalDate | null;
  readonly source: Clause;
};
