import { type Migration, ref } from '../platform/db';

/** What named an application or an entry goes; every key has a new name, so a second run takes none away. */
export const candidateReferencesMoved: Migration = {
  name: '20261128-220100-candidate-references-moved',
  up: async (schema) => {
    await schema.dropKeys('open_case', [
      'ix_open_case_application',
      'ix_open_case_other',
      'ix_open_case_entry',
      'ix_open_case_other_entry',
    ]);
    await schema.dropColumns('open_case', ['applicationId', 'otherApplicationId', 'entryId', 'otherEntryId']);
    await schema.addKeys('open_case', {
      index: {
        ix_open_case_candidate: ['candidateId', 'state'],
        ix_open_case_other_candidate: ['otherCandidateId', 'state'],
      },
    });

    await schema.dropColumns('message', ['applicationId', 'entryId']);

    await schema.changeColumns('application_change', { participantId: ref() });
    await schema.dropKeys('application_change', ['fk_application_change', 'ix_application_change_of']);
    await schema.dropColumns('application_change', ['applicationId']);
    await schema.addKeys('application_change', {
      index: { ix_application_change_participant: ['participantId', 'id'] },
      foreign: {
        fk_application_change_participant: {
          column: 'participantId',
          references: 'participant',
          onDelete: 'RESTRICT',
        },
      },
    });

    await schema.dropKeys('counter_slip', ['fk_counter_slip_application', 'uq_counter_slip_application']);
    await schema.renameColumn('counter_slip', 'applicationId', 'candidateId');
    await schema.addKeys('counter_slip', {
      unique: { uq_counter_slip_candidate: ['candidateId'] },
      foreign: {
        fk_counter_slip_candidate: { column: 'candidateId', references: 'candidate', onDelete: 'CASCADE' },
      },
    });
  },
};
