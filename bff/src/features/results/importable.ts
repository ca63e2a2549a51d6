import { type Session, isAllPublished } from '../sessions';

/** A session as the door of its score sheets sees it: published once all of its offerings are. */
export const importable = (session: Session): Session => ({
  ...session,
  resultsPublishedOn: isAllPublished(session) ? session.resultsPublishedOn : null,
});
