import type { StaffSessionView } from '@jikaotong/shared/contract';

/** What is still to be done before candidates see a session, in this order. */
export type SetUpStep = 'places' | 'windows' | 'publish';

export const SET_UP_WORDS: Readonly<Record<SetUpStep, string>> = {
  places: '填写考点、考场和各科时间',
  windows: '逐条确认各项时间',
  publish: '发布给考生',
};

/** Whether candidates see it, also as cancelled. */
export const isShown = ({ published, state }: StaffSessionView): boolean => published || state === 'cancelled';

/** The next step of a session's set-up; null once it is published. */
export function nextSetUpStep(session: StaffSessionView): SetUpStep | null {
  if (isShown(session)) return null;
  if (!hasPlaces(session)) return 'places';
  return session.windowsConfirmed ? 'publish' : 'windows';
}

/** Whether every offering is examined somewhere and every place in use has a room; the server counts the subjects. */
export const hasPlaces = ({ offerings, plan: { sites, papers } }: StaffSessionView): boolean =>
  offerings.every(({ code }) => papers.some(({ offeringCode }) => offeringCode === code)) &&
  papers.every(({ siteName }) => sites.some(({ name, rooms }) => name === siteName && rooms.length > 0));
