import type { TriesLimit } from './wrong-tries.policy';

const HOUR_MS = 3_600_000;

/** Codes to one number: five an hour and ten a day, as the provider has it for one signature. */
export const OF_NUMBER: readonly TriesLimit[] = [
  { most: 5, withinMs: HOUR_MS },
  { most: 10, withinMs: 24 * HOUR_MS },
];

/** Codes asked for from one address (the /64 of IPv6): a school that signs in at once, not a machine that goes through numbers. */
export const OF_ADDRESS: readonly TriesLimit[] = [
  { most: 120, withinMs: HOUR_MS },
  { most: 400, withinMs: 24 * HOUR_MS },
];

/** Codes of the whole installation in a day. */
export const ofAll = (most: number): TriesLimit => ({ most, withinMs: 24 * HOUR_MS });

/** The operator hears when four fifths are sent, and when nothing is left. */
export const alarmAt = (most: number): readonly number[] => [Math.ceil(most * 0.8), most];
