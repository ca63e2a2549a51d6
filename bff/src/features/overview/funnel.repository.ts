import { FUNNEL_STEPS, type FunnelCut, SILENCES, STANDINGS, type Silence } from '@jikaotong/shared/contract';
import { ATTENDANCE_BASES } from '@jikaotong/shared/lists';
import { tidyLine } from '@jikaotong/shared/kernel';
import type { Crypto } from '../../platform/crypto';
import type { Handle } from '../../platform/db';
import { neighboursOf } from '../candidates';
import type { Crowd } from './funnel';
import { BASIS, REACHED, SILENCE, STANDING } from './standing';

/** The site at which somebody sits first; of whoever has no seat, none. */
const SITE = `COALESCE((SELECT s.site_name FROM sitting s WHERE s.participant_id = p.id ORDER BY s.place LIMIT 1), '')`;
const PART: Readonly<Record<Exclude<FunnelCut, 'unit'>, string>> = { offering: 'p.offering_code', site: SITE };

type Counted = { part: string; reached: string; standing: string; basis: string; n: number | string };

/** Everybody who ever began to apply to a session, counted by part, last step and standing. */
export async function crowdsOf(h: Handle, crypto: Crypto, eventId: string, by: FunnelCut): Promise<Crowd[]> {
  if (by === 'unit') return crowdsByUnit(h, crypto, eventId);
  const rows = await h.query<Counted>(
    `SELECT f.part AS part, f.reached AS reached, f.standing AS standing, f.basis AS basis, COUNT(*) AS n FROM (
       SELECT ${PART[by]} AS part, ${REACHED} AS reached, ${STANDING} AS standing, ${BASIS} AS basis
       FROM participant p WHERE p.event_id = ?) f
     GROUP BY f.part, f.reached, f.standing, f.basis`,
    [eventId],
  );
  return rows.map(crowdOf);
}

const AT_ONCE = 500;

/** Employers stand sealed: they are opened and counted here. */
async function crowdsByUnit(h: Handle, crypto: Crypto, eventId: string): Promise<Crowd[]> {
  const rows = await h.query<Omit<Counted, 'part' | 'n'> & { id: string }>(
    `SELECT p.candidate_id AS id, ${REACHED} AS reached, ${STANDING} AS standing, ${BASIS} AS basis
     FROM participant p WHERE p.event_id = ?`,
    [eventId],
  );
  const counts = new Map<string, Crowd>();
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE);
    const facts = await neighboursOf(
      h,
      crypto,
      some.map(({ id }) => id),
    );
    for (const { id, ...row } of some) {
      const crowd = crowdOf({ ...row, part: tidyLine(facts.get(id)?.employer ?? ''), n: 1 });
      const key = JSON.stringify([crowd.part, crowd.reached, crowd.standing, crowd.presumed]);
      counts.set(key, { ...crowd, people: (counts.get(key)?.people ?? 0) + 1 });
    }
  }
  return [...counts.values()];
}

function crowdOf({ part, reached, standing, basis, n }: Counted): Crowd {
  const step = FUNNEL_STEPS.find((one) => one === reached);
  const stands = STANDINGS.find((one) => one === standing);
  const based = ATTENDANCE_BASES.find((one) => one === basis);
  if (!step || !stands || !based) throw new Error(`nobody stands as ${standing} by ${basis} after ${reached}`);
  return { part, reached: step, standing: stands, presumed: based === 'marks', people: Number(n) };
}

/** How many of a session were asked for something and have not done it. */
export async function silencesOf(h: Handle, eventId: string): Promise<Record<Exclude<Silence, 'none'>, number>> {
  const rows = await h.query<{ silence: string; n: number | string }>(
    `SELECT f.silence AS silence, COUNT(*) AS n FROM (
       SELECT ${SILENCE} AS silence FROM participant p WHERE p.event_id = ? AND p.submitted_at IS NOT NULL) f
     GROUP BY f.silence`,
    [eventId],
  );
  const counts = new Map(rows.map(({ silence, n }) => [SILENCES.find((one) => one === silence), Number(n)]));
  return {
    returned: counts.get('returned') ?? 0,
    owing: counts.get('owing') ?? 0,
    'ticket-unopened': counts.get('ticket-unopened') ?? 0,
  };
}
