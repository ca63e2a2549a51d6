import type { FunnelStep, Silence, Standing } from '@jikaotong/shared/contract';
import type { AttendanceBasis } from '@jikaotong/shared/lists';

/** Somebody's money came back; a case names whose it was, however many an order was for. */
const REFUNDED = `(EXISTS (SELECT 1 FROM open_case k JOIN pay_refund r ON r.case_id = k.id
  WHERE k.candidate_id = p.candidate_id AND r.state = 'succeeded')
  OR EXISTS (SELECT 1 FROM open_case k JOIN pay_return r ON r.case_id = k.id
  WHERE k.candidate_id = p.candidate_id AND r.state = 'succeeded'))`;
/** Staff ended it and kept what was paid: the order stands as settled. */
const KEPT = `(p.state IN ('withdrawn', 'rejected') AND p.order_state = 'settled')`;
const sat = (state: string): string =>
  `EXISTS (SELECT 1 FROM sitting d WHERE d.participant_id = p.id AND d.state = '${state}')`;
const HOLDS_UNOPENED = 'EXISTS (SELECT 1 FROM ticket u WHERE u.live_key = p.id AND u.opened_at IS NULL)';

type Arm<C extends string> = readonly [when: string, then: C];
const caseOf = <C extends string>(arms: readonly Arm<C>[], otherwise: string): string =>
  `CASE ${arms.map(([when, then]) => `WHEN ${when} THEN '${then}'`).join(' ')} ELSE ${otherwise} END`;

const STANDING_ARMS: readonly Arm<Standing>[] = [
  [
    `p.state NOT IN ('draft', 'submitted', 'returned', 'approved') AND p.paid_at IS NOT NULL AND ${REFUNDED}`,
    'refunded',
  ],
  [
    `p.state NOT IN ('draft', 'submitted', 'returned', 'approved') AND p.paid_at IS NOT NULL AND NOT ${KEPT}`,
    'refund-due',
  ],
  ["p.state = 'approved' AND p.outcome = 'passed'", 'passed'],
  ["p.state = 'approved' AND p.outcome = 'failed'", 'failed'],
  ["p.state = 'approved' AND p.outcome = 'absent'", 'absent'],
  [`p.state = 'approved' AND ${sat('present')}`, 'present'],
  [`p.state = 'approved' AND ${sat('absent')} AND NOT ${sat('planned')}`, 'absent'],
  ["p.state = 'approved' AND p.ticket_issued_at IS NOT NULL", 'ticketed'],
  ["p.state = 'approved' AND p.seated = 1", 'seated'],
  ["p.state = 'approved' AND p.paid_at IS NOT NULL", 'paid'],
  ["p.state = 'approved' AND p.transfer_claimed = 1", 'transfer'],
  ["p.state = 'approved'", 'owing'],
];

/** Where a participant `p` stands: exactly one of `STANDINGS`; what is not approved stands by its own state. */
export const STANDING = caseOf(STANDING_ARMS, 'p.state');

/** What a participant `p` was asked for and has not done: exactly one of `SILENCES`. */
export const SILENCE = caseOf<Silence>(
  [
    ["p.state = 'returned'", 'returned'],
    ["p.state = 'approved' AND p.paid_at IS NULL AND p.transfer_claimed = 0", 'owing'],
    [
      `p.state = 'approved' AND p.outcome IS NULL AND ${HOLDS_UNOPENED} AND ${sat('planned')} AND NOT ${sat('present')}`,
      'ticket-unopened',
    ],
  ],
  "'none'",
);

/** The last step that a participant `p` came to, whatever became of it then. */
export const REACHED = caseOf<FunnelStep>(
  [
    ["p.state = 'approved' AND p.outcome = 'passed'", 'passed'],
    [`p.outcome = 'failed' OR ${sat('present')}`, 'present'],
    ["p.seated = 1 OR p.outcome = 'absent'", 'seated'],
    ['p.paid_at IS NOT NULL', 'paid'],
    [
      "p.state IN ('approved', 'lapsed') OR (p.state IN ('withdrawn', 'void') AND p.order_state IS NOT NULL)",
      'approved',
    ],
    ['p.first_submitted_on IS NOT NULL', 'submitted'],
  ],
  "'started'",
);

const CAME = `p.outcome IN ('passed', 'failed') OR ${sat('present')}`;
const AWAY = `p.outcome = 'absent' OR (${sat('absent')} AND NOT ${sat('planned')})`;
/** The door, a paper list or an officer said so of at least one subject. */
const noted = (state: 'present' | 'absent'): string =>
  `EXISTS (SELECT 1 FROM attendance n WHERE n.participant_id = p.id AND n.state = '${state}' AND n.live_key IS NOT NULL)`;

/** What it rests on that a participant `p` came, or did not: exactly one of `ATTENDANCE_BASES`. */
export const BASIS = caseOf<AttendanceBasis>(
  [
    [`(${CAME}) AND ${noted('present')}`, 'door'],
    [CAME, 'marks'],
    [`(${AWAY}) AND ${noted('absent')}`, 'door'],
    [AWAY, 'marks'],
  ],
  "'none'",
);
