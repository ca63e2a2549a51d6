import {
  type ApplicationView,
  type CounterView,
  type BodyRole,
  accounts,
  applications,
  bodies,
  counter,
  sessions,
  slips,
} from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import type { Facts } from '@jikaotong/shared/notice';
import { longServingGuard } from '../builders/facts';
import { portrait } from '../builders/photos';
import { type Applicant, identityOf, uploaded } from './apply';
import { createApiClient } from './api-client';
import { type SignedInPerson, firstAdministrator, password } from './people';
import type { World } from './world';

/** The body whose notice S25 is: individuals apply at its counter, on Fridays. */
export const shqbxh = { id: 'shqbxh', name: '上海市企事业单位治安保卫协会' } as const;

/** A guard for more than ten years by 2025, with the education that S25 asks for: eligible for level 3 by route 3-1. */
export const guardOf2025 = (change: Partial<Facts> = {}): Facts =>
  longServingGuard({
    jobs: [{ occupation: '保卫管理员', from: localDate('2012-03-01'), to: null, employer: '上海某某物业有限公司' }],
    declared: { works: true, 'minimum-education': true },
    ...change,
  });

/** Plans and publishes a session of S25; its windows come from the row of that month, and 综合评审 is announced later. */
export const openS25 = async (
  officer: SignedInPerson,
  given: {
    name: string;
    examOn: string;
    offeringCodes: string[];
    opens: string;
    closes: string;
    payBy: string;
    seats?: number;
  },
): Promise<string> => {
  const day = localDate(given.examOn);
  const { id, assumptions } = await officer.api.ok(sessions.createSession, {
    body: {
      noticeId: 'shqbxh-2025-certification',
      name: given.name,
      offeringCodes: given.offeringCodes,
      examStart: day,
      examEnd: day,
      applicationOpens: localDate(given.opens),
      applicationCloses: localDate(given.closes),
      paymentCloses: localDate(given.payBy),
    },
  });
  const params = { id };
  await officer.api.ok(sessions.confirmWindows, { params, body: { assumptions: assumptions.map(({ path }) => path) } });
  const site = { name: '虹口考点', address: '天宝路879号' };
  const times = [
    ['theory', '09:00', '10:30'],
    ['skill', '13:00', '15:00'],
  ] as const;
  await officer.api.ok(sessions.setSessionPlaces, {
    params,
    body: {
      sites: [{ ...site, rooms: [{ name: '201', seats: given.seats ?? 20 }] }],
      papers: given.offeringCodes.flatMap((offeringCode) =>
        times.map(([subject, startsAt, endsAt]) => ({
          offeringCode,
          subject,
          startsAt: timeOfDay(startsAt),
          endsAt: timeOfDay(endsAt),
          day,
          siteName: site.name,
        })),
      ),
    },
  });
  await officer.api.ok(sessions.publishSession, { params });
  return id;
};

/** S25's August session, as printed: applications 06-16 to 07-15. */
export const openS25August = (officer: SignedInPerson): Promise<string> =>
  openS25(officer, {
    name: '2025年8月批次',
    examOn: '2025-08-23',
    offeringCodes: ['security-manager-3', 'security-manager-2'],
    opens: '2025-06-16',
    closes: '2025-07-15',
    payBy: '2025-07-20',
  });

/** The administrator of a body, and a colleague of any body with these roles. */
export const colleagueOf = async (
  world: World,
  administrator: SignedInPerson,
  bodyId: string,
  name: string,
  roles: readonly BodyRole[],
): Promise<SignedInPerson> => {
  const { invitationPath } = await administrator.api.ok(bodies.inviteStaff, {
    params: { id: bodyId },
    body: { name, displayName: name, roles: [...roles] },
  });
  const token = new URLSearchParams(invitationPath?.split('?')[1]).get('token') ?? '';
  const session = await world.stranger.ok(accounts.acceptInvitation, {
    params: { token },
    body: { password, keep: 'body' },
  });
  return { api: createApiClient(world.origin, session.accessToken), accountId: session.account.id, session };
};

export const firstOfShqbxh = (world: World): Promise<SignedInPerson> => firstAdministrator(world, 'hu-admin', shqbxh);

/** A draft filled on the phone as far as the counter needs it: no papers, no signature on the screen. */
export const prefilled = async (
  person: SignedInPerson,
  sessionId: string,
  who: Applicant = {},
): Promise<ApplicationView> => {
  const { offeringCode = 'security-manager-3', route = '3-1', facts = guardOf2025() } = who;
  const draft = await person.api.ok(applications.createApplication, { body: { sessionId, offeringCode, facts } });
  const photoFileId = await uploaded(person, 'photo', await portrait());
  return person.api.ok(applications.saveApplication, {
    params: { id: draft.id },
    ifMatch: draft.version,
    body: { candidate: identityOf(who), route, photoFileId },
  });
};

/** Ticks the first alternative of every group of originals, as a clerk who has seen them all. */
export const tickAll = async (clerk: SignedInPerson, view: CounterView): Promise<CounterView> => {
  let seen = view;
  const params = { id: view.application.id };
  for (const { document, keeps } of view.originals.flatMap(({ alternatives }) => alternatives[0] ?? []))
    seen = await clerk.api.ok(counter.tickOriginal, { params, body: { document, seen: true, received: keeps } });
  return seen;
};

/** Confirms what the clerk sees. */
export const confirmed = (clerk: SignedInPerson, { application }: CounterView): Promise<CounterView> =>
  clerk.api.ok(counter.confirmAtCounter, {
    params: { id: application.id },
    body: { version: application.version, truthful: true, noticeRead: true },
  });

/** Filled in on the phone: the slip is opened at the counter, its originals are ticked, and it is confirmed or refused. */
export async function confirmSlip(
  clerk: SignedInPerson,
  one: { readonly person: SignedInPerson; readonly id: string },
) {
  const params = { id: one.id };
  const { code } = await one.person.api.ok(slips.createSlip, { params });
  const seen = await tickAll(clerk, await clerk.api.ok(counter.openSlip, { params: { code: code ?? '' } }));
  const body = { version: seen.application.version, truthful: true as const, noticeRead: true as const };
  return clerk.api.call(counter.confirmAtCounter, { params, body });
}
