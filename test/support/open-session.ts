import { sessions } from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import type { SignedInPerson } from './people';

const day = localDate;
const offeringCodes = ['installer-5', 'security-manager-3'];
const papers = offeringCodes.flatMap((offeringCode) => [
  { offeringCode, subject: 'theory' as const, startsAt: timeOfDay('09:00'), endsAt: timeOfDay('10:30') },
  { offeringCode, subject: 'skill' as const, startsAt: timeOfDay('13:00'), endsAt: timeOfDay('15:00') },
]);

/**
 * B26's December session as the demonstration has it, published: applications 11-16 to 11-30, payment to 12-04, exam on
 * 12-12. Other days or fewer offerings on request, for an exam of one day. Returns its
 * id.
 */
export const openSession = async (officer: SignedInPerson, change: Partial<typeof december> = {}): Promise<string> => {
  const plan = { ...december, ...change };
  const { id, assumptions } = await officer.api.ok(sessions.createSession, { body: plan });
  const params = { id };
  await officer.api.ok(sessions.confirmWindows, { params, body: { assumptions: assumptions.map(({ path }) => path) } });
  const site = { name: '亦庄考点', address: '北京经济技术开发区科谷一街10号院12号楼' };
  await officer.api.ok(sessions.setSessionPlaces, {
    params,
    body: {
      sites: [{ ...site, rooms: [{ name: '101', seats: 30 }] }],
      papers: papers
        .filter(({ offeringCode }) => plan.offeringCodes.includes(offeringCode))
        .map((paper) => ({ ...paper, day: plan.examStart, siteName: site.name })),
    },
  });
  await officer.api.ok(sessions.publishSession, { params });
  return id;
};

const december = {
  noticeId: 'bspia-2026-certification',
  name: '2026年12月批次',
  offeringCodes,
  examStart: day('2026-12-12'),
  examEnd: day('2026-12-12'),
  applicationOpens: day('2026-11-16'),
  applicationCloses: day('2026-11-30'),
  paymentCloses: day('2026-12-04'),
};
