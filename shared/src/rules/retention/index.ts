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
