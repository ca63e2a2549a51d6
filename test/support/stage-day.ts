import { type BodyOf, contests, sessions, sittings, stages } from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { C25 } from './contest-entry';
import type { SignedInPerson } from './people';

/** C25's preliminary is held on this day from now on. */
export const announcePreliminary = (by: SignedInPerson, day: string) =>
  by.api.ok(contests.announceStage, {
    params: { id: C25, stage: 'preliminary' },
    body: { day: localDate(day), startsAt: timeOfDay('08:30'), place: '亦庄实训基地' },
  });

/** One site with rooms of so many seats, the theory part at nine. */
export const theoryIn = (day: string, ...seats: readonly number[]): BodyOf<typeof sessions.setSessionPlaces> => ({
  sites: [
    {
      name: '亦庄考点',
      address: '科谷一街10号院',
      rooms: seats.map((many, at) => ({ name: `10${at + 1}`, seats: many })),
    },
  ],
  papers: [
    {
      offeringCode: 'monitor-operator',
      subject: 'theory',
      day: localDate(day),
      startsAt: timeOfDay('09:00'),
      endsAt: timeOfDay('10:30'),
      siteName: '亦庄考点',
    },
  ],
});

/** The stage is announced, has these rooms, and everybody a seat and a ticket. */
export async function seatedStage(
  by: SignedInPerson,
  params: { readonly id: string },
  day: string,
  ...seats: readonly number[]
): Promise<void> {
  await announcePreliminary(by, day);
  await by.api.ok(stages.openStageDay, { params });
  await by.api.ok(sessions.setSessionPlaces, { params, body: theoryIn(day, ...seats) });
  await by.api.ok(sittings.seatSession, { params });
  await by.api.ok(sittings.issueTickets, { params });
}
