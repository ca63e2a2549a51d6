type Sent = {
  readonly nowMs: number;
  /** By the clock of the phone, as is what is turned. */
  readonly sentAtMs: number;
  /** Before it there was nothing to record, whatever a phone says. */
  readonly notBeforeMs: number;
};

/** Turns instants of a phone into ours: its clock may be wrong, what passed since is not. Never later than now. */
export const momentOf =
  ({ nowMs, sentAtMs, notBeforeMs }: Sent) =>
  (phoneMs: number): number =>
    Math.max(Math.min(notBeforeMs, nowMs), nowMs - Math.max(0, sentAtMs - phoneMs));
