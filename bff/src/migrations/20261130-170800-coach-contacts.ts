import { type Migration, day, encrypted, id, instant, ref } from '../platform/db';

/** How coaches can be reached whom awards go to. */
export const coachContacts: Migration = {
  name: '20261130-170800-coach-contacts',
  up: async (schema) => {
    await schema.table(
      'award_coach_contact',
      {
        id: id(),
        candidateId: ref(),
        phone: encrypted(),
        agreedOn: day(),
        givenBy: ref(),
        givenAt: instant(),
      },
      {
        index: { ix_award_coach_contact_candidate: ['candidateId'] },
        foreign: {
          fk_award_coach_contact: { column: 'id', references: 'award', onDelete: 'CASCADE' },
          fk_award_coach_contact_candidate: { column: 'candidateId', references: 'candidate', onDelete: 'CASCADE' },
        },
      },
    );
  },
};
