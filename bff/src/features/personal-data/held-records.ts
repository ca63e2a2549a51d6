import type { Held } from '../../platform/held';
import type { Feature } from '../../platform/http';
import { feature as accounts } from '../accounts';
import { feature as applications } from '../applications';
import { feature as calendars } from '../calendars';
import { feature as candidates } from '../candidates';
import { feature as cases } from '../cases';
import { feature as certificates } from '../certificates';
import { feature as contests } from '../contests';
import { feature as counter } from '../counter';
import { feature as messages } from '../messages';
import { feature as orders } from '../orders';
import { feature as participants } from '../participants';
import { feature as persons } from '../persons';
import { feature as results } from '../results';
import { feature as sessionChanges } from '../session-changes';
import { feature as sittings } from '../sittings';

/** The features that keep data of people, those that others point at last: their rows are erased in this order. */
const keepers: readonly Feature[] = [
  messages,
  calendars,
  sessionChanges,
  certificates,
  results,
  sittings,
  orders,
  counter,
  contests,
  applications,
  cases,
  participants,
  candidates,
  persons,
  accounts,
];

/** Everything that is held of people. */
export const HELD: readonly Held[] = keepers.flatMap((feature) => feature.held ?? []);
