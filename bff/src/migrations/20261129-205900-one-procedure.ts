import { type Migration, nullable, ref, text } from '../platform/db';

/**
 * What a door recorded becomes a case or nothing, a hold ends by its own cause, and a case may wait for its printed item. What
 * a single officer decided before stands as a cancelled result.
 */
export const oneProcedure: Migration = {
  name: '20261129-205900-one-procedure',
  up: async (schema) => {
    await schema.addColumns('door_act', { breachId: nullable(ref()) });
    await schema.changeColumns('breach', { item: nullable(text(64)) });
    await schema.changeColumns('result_hold', { liveKey: nullable(text(120)) });
    const joined = (...parts: readonly string[]) =>
      schema.dialect === 'sqlite' ? parts.join(' || ') : `CONCAT(${parts.join(', ')})`;
    await schema.run(
      `INSERT INTO penalty (id, participant_id, subject, live_key, at)
       SELECT a.id, a.participant_id, CASE WHEN a.penalty = 'all-subjects' THEN NULL ELSE s.subject END,
              ${joined("'door:'", 'a.id')}, a.penalty_at
       FROM door_act a LEFT JOIN sitting s ON s.id = a.sitting_id
       WHERE a.penalty IN ('this-subject', 'all-subjects') AND a.participant_id IS NOT NULL AND a.penalty_at IS NOT NULL
         AND (a.penalty = 'all-subjects' OR s.subject IS NOT NULL)
         AND NOT EXISTS (SELECT 1 FROM penalty p WHERE p.id = a.id)`,
    );
    await schema.run(
      `UPDATE result_hold SET live_key = ${joined('participant_id', "':mark:'")}
       WHERE live_key = participant_id AND cause = 'mark'`,
    );
    await schema.run(
      `INSERT INTO result_hold (id, body_id, session_id, participant_id, cause, live_key, held_at, held_by, released_at)
       SELECT a.id, o.body_id, o.session_id, o.participant_id, 'door', ${joined('o.participant_id', "':door:'", 'a.id')},
              o.held_at, o.held_by, NULL
       FROM result_hold o JOIN door_act a ON a.participant_id = o.participant_id
         AND a.kind = 'breach' AND a.outcome = 'done' AND a.penalty IS NULL
       WHERE o.live_key = o.participant_id AND o.cause = 'breach'
         AND NOT EXISTS (SELECT 1 FROM result_hold n WHERE n.id = a.id)`,
    );
    await schema.run(
      `UPDATE result_hold SET live_key = NULL, released_at = held_at WHERE live_key = participant_id AND cause = 'breach'`,
    );
  },
};
