import { openFaultBook, type FaultBook } from './faults';
import { emptyPhone, type PhoneFiles } from './phone-files';
import { willingPerson, type Person } from './person';

/** What outlives the mini-program when it is closed: the phone itself, who holds it, and what was found wrong so far. */
export type Phone = {
  person: Person;
  files: PhoneFiles;
  /** wx storage, each value as JSON. */
  storage: Map<string, string>;
  /** Whether the phone has a network at this moment. */
  online: boolean;
  /** Whether a finger is tapping at this very moment: WeChat asks some things only then. */
  tapping: boolean;
  /** Calls of wx that fail at their next use, each with what WeChat says then. */
  failsOnce: Map<string, { reason: string; errno?: number }>;
  faults: FaultBook;
};

/** A phone on which nothing was ever opened. */
export const newPhone = (): Phone => ({
  person: willingPerson(),
  files: emptyPhone(),
  storage: new Map(),
  online: true,
  tapping: false,
  failsOnce: new Map(),
  faults: openFaultBook(),
});
