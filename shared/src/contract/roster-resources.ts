/** The resources of a unit’s roster, a file each. */
export * as rosterCounters from './roster-counters';
export * as rosterMembers from './roster-members';
export * as rosterResults from './roster-results';
export * as rosterRows from './roster-rows';
export * as rosterSites from './roster-sites';
export * as rosters from './rosters';
export type { ScanPageOutcome, ScanState, SignedScans } from './roster-results';
export type { RosterSiteView } from './roster-sites';
