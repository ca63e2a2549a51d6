import { type Migration, nullable, ref } from '../platform/db';

/** Cases and messages name a candidate of either kind, and an answer to a moved event the participant who gave it. */
export const candidateReferences: Migration = {
  name: '20261128-220000-candidate-references',
  up: async (schema) => {
    await schema.addColumns('open_case', { candidateId: nullable(ref()), otherCandidateId: nullable(ref()) });
    await schema.run(
      `UPDATE open_case SET candidate_id = COALESCE(application_id, entry_id),
         other_candidate_id = COALESCE(other_application_id, other_entry_id)
       WHERE candidate_id IS NULL`,
    );
    await schema.addColumns('message', { candidateId: nullable(ref()) });
    await schema.run('UPDATE message SET candidate_id = COALESCE(application_id, entry_id) WHERE candidate_id IS NULL');
    await schema.addColumns('application_change', { participantId: nullable(ref()) });
    // an application has one event, which a transfer moves in place
    await schema.run(
      `UPDATE application_change SET participant_id =
         (SELECT MIN(p.id) FROM participant p WHERE p.candidate_id = application_change.application_id)
       WHERE participant_id IS NULL`,
    );
  },
};
