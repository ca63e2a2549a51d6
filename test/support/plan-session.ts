import { type BodyOf, sessions } from '@jikaotong/shared/contract';
import { type LocalDate, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import type { SubjectCode } from '@jikaotong/shared/notice';
import type { SignedInPerson } from './people';

const TIMES = {
  theory: ['09:00', '10:30'],
  skill: ['13:00', '15:00'],
  review: ['15:30', '17:00'],
} as const satisfies Record<SubjectCode, readonly [string, string]>;

export type SessionPlan = {
  noticeId: string;
  name: string;
  examOn: string;
  /** The subjects of each offering. */
  offerings: Readonly<Record<string, readonly SubjectCode[]>>;
  opens: string;
  closes: string;
  payBy: string;
  /** Of its one room; twenty unless told otherwise. */
  seats?: number;
};

/** Plans a session of any notice on one exam day at one site in one room, confirms its windows and publishes it. */
export const planSession = async (officer: SignedInPerson, plan: SessionPlan): Promise<string> => {
  const day = localDate(plan.examOn);
  const offeringCodes = Object.keys(plan.offerings);
  const { id, assumptions } = await officer.api.ok(sessions.createSession, {
    body: {
      noticeId: plan.noticeId,
      name: plan.name,
      offeringCodes,
      examStart: day,
      examEnd: day,
      applicationOpens: localDate(plan.opens),
      applicationCloses: localDate(plan.closes),
      paymentCloses: localDate(plan.payBy),
    },
  });
  const params = { id };
  await officer.api.ok(sessions.confirmWindows, { params, body: { assumptions: assumptions.map(({ path }) => path) } });
  await officer.api.ok(sessions.setSessionPlaces, { params, body: oneRoom(plan.offerings, day, plan.seats) });
  await officer.api.ok(sessions.publishSession, { params });
  return id;
};

/** Each subject at its usual hours of one day, in the one room of one site. */
export const oneRoom = (
  offerings: SessionPlan['offerings'],
  day: LocalDate,
  seats = 20,
): BodyOf<typeof sessions.setSessionPlaces> => {
  const site = { name: '第一考点', address: '工匠街18号' };
  const papers = Object.entries(offerings).flatMap(([offeringCode, subjects]) =>
    subjects.map((subject) => {
      const [startsAt, endsAt] = TIMES[subject];
      return {
        offeringCode,
        subject,
        day,
        siteName: site.name,
        startsAt: timeOfDay(startsAt),
        endsAt: timeOfDay(endsAt),
      };
    }),
  );
  return { sites: [{ ...site, rooms: [{ name: '101', seats }] }], papers };
};
