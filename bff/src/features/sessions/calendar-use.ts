import type { Handle } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';

/** Whether the dates of any session were computed with this year known; `calendar_years` is a span such as `2024-2026`. */
async function isUsed(h: Handle, year: number): Promise<boolean> {
  const used = await h.query(
    `SELECT id FROM session
     WHERE calendar_years IS NOT NULL AND SUBSTR(calendar_years, 1, 4) <= ? AND SUBSTR(calendar_years, 6) >= ? LIMIT 1`,
    [String(year), String(year)],
  );
  return used.length > 0;
}

/** Confirmed dates never move by themselves: a year they rest on stays as it is. Refuses `calendar-year-used`. */
export async function refuseUsedYear(ctx: Context, { year }: { readonly year: number }): Promise<void> {
  if (await isUsed(ctx.h, year)) refuse('calendar-year-used', { year });
}
