import { type Migration, bool, nullable, ref, text } from '../platform/db';

/** A retake builds on the passes of a first sitting, one at a time; people are found by their person. */
export const retakes: Migration = {
  name: '20261129-175400-retakes',
  up: async (schema) => {
    await schema.addColumns('candidate', { retakeOfId: nullable(ref()), retakeKey: nullable(text(60)) });
    await schema.addKeys('candidate', {
      unique: { uq_candidate_retake: ['retakeKey'] },
      index: { ix_candidate_person: ['personId', 'bodyId'], ix_candidate_retake: ['retakeOfId'] },
    });
    await schema.addColumns('application', { forfeitsPasses: bool() });
  },
};
