import { wordsIn } from '../../platform/crypto';
import { type Row, day, encrypted, id, instant, record, ref } from '../../platform/db';

/** How the coach can be reached whom an award goes to, and that they agreed; its id is the award's. */
export const coachContactRecord = record(
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
export type CoachContact = Row<typeof coachContactRecord>;
export const contactWords = wordsIn<'phone'>('award_coach_contact');
