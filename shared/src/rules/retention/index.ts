export { HELD_KINDS, type HeldKind, type Keep, RETENTION, type RetentionRule } from './retention';
export {
  type EnrolmentFacts,
  LIVE_REASONS,
  type LiveReason,
  endedOn,
  keptUntil,
  scopeKeptUntil,
  whyLive,
} from './kept-until';
export {
  type BodyPeriod,
  type OwnPeriod,
  type OwnPeriods,
  PERIOD_BOUNDS,
  PERIOD_KINDS,
  PERIOD_NOTICE_DAYS,
  type PeriodKind,
  announcedAfter,
  monthsKept,
  ownPeriodsOn,
  periodKindOf,
} from './periods';
