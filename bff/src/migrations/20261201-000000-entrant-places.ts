import { type Migration, int, nullable } from '../platform/db';

/** Gives everybody on the roster of a stage their row in its published list, by which a list is sorted; before that, the number. */
export const entrantPlaces: Migration = {
  name: '20261201-000000-entrant-places',
  up: async (schema) => {
    await schema.addColumns('stage_entrant', { place: nullable(int()) });
    await schema.run(
      `UPDATE stage_entrant SET place = COALESCE(
         (SELECT r.place FROM stage_rank r JOIN stage_desk d ON d.id = r.stage_id AND d.revision = r.revision
          WHERE r.entrant_id = stage_entrant.id),
         number) WHERE place IS NULL`,
    );
    await schema.changeColumns('stage_entrant', { place: int() });
    await schema.addKeys('stage_entrant', { index: { ix_stage_entrant_place: ['stageId', 'place', 'id'] } });
  },
};
