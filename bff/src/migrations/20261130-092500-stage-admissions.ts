import { type Migration, id, instant, ref, sealedText } from '../platform/db';

/** Why somebody went on in place of another, with who decided it. */
export const stageAdmissions: Migration = {
  name: '20261130-092500-stage-admissions',
  up: async (schema) => {
    await schema.table(
      'stage_admission',
      {
        id: id(),
        stageId: ref(),
        entrantId: ref(),
        candidateId: ref(),
        reason: sealedText(200),
        decidedBy: ref(),
        decidedAt: instant(),
      },
      {
        index: { ix_stage_admission: ['stageId', 'id'], ix_stage_admission_candidate: ['candidateId', 'id'] },
        foreign: {
          fk_stage_admission_entrant: { column: 'entrantId', references: 'stage_entrant', onDelete: 'CASCADE' },
        },
      },
    );
  },
};
