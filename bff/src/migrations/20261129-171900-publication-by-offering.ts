import { type Migration, day, instant, json, nullable, ref } from '../platform/db';

/** Results are published offering by offering, each with the windows that hang on its own day. */
export const publicationByOffering: Migration = {
  name: '20261129-171900-publication-by-offering',
  up: async (schema) => {
    await schema.addColumns('session_offering', {
      resultsPublishedOn: nullable(day()),
      resultWindows: nullable(json()),
      publicationAskedBy: nullable(ref()),
      publicationAskedAt: nullable(instant()),
    });
    await schema.run(
      `UPDATE session_offering SET results_published_on =
         (SELECT s.results_published_on FROM session s WHERE s.id = session_offering.session_id)
       WHERE results_published_on IS NULL`,
    );
  },
};
