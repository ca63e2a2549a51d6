/** A difference from the golden answers that is meant. */
export type AcceptedChange = {
  /** The path asked, `#`, the field with all below it; `*` is any id or index: `/applications/*#body.data.kind`. */
  readonly at: string;
  /** The field is new: only its being there is accepted. Otherwise it may have changed or gone. */
  readonly added?: true;
  readonly because: string;
};

/** Every accepted difference; a field that is not listed here fails the test. */
export const acceptedChanges: readonly AcceptedChange[] = [];
