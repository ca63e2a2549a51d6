import { results, sittings } from '@jikaotong/shared/contract';
import { scoreReviewList } from '@jikaotong/shared/lists';
import { longServingGuard } from '../../builders/facts';
import { everythingChecked, examinationMarked } from '../../support/marking';
import type { World } from '../../support/world';
import type { Candidate, Candidates } from './candidates';
import type { Staff } from './staff';
import { issueCertificates } from '../../support/issue-certificates';

/** October's candidates: some pay, others fall out on the way. */
export const fillCertified = async (of: Candidates, sessionId: string) => {
  const manager = { offeringCode: 'security-manager-3', facts: longServingGuard() };
  await of.approved('oct-lapsed', sessionId, { name: '万无', order: 111 });
  await of.reject(await of.submitted('oct-rejected', sessionId, { name: '景否', order: 112 }));
  await of.withdraw(await of.submitted('oct-withdrawn', sessionId, { name: '詹退', order: 113 }));
  return {
    passed: await of.paid('oct-passed', sessionId, { name: '安娜', order: 101 }),
    manager: await of.paid('oct-manager', sessionId, { ...manager, name: '郭卫国', order: 102 }),
    failed: await of.paidByWechat('oct-failed', sessionId, { name: '薄一', order: 103 }),
    absent: await of.paid('oct-absent', sessionId, { name: '陈晨', order: 104 }),
    corrected: await of.paid('oct-corrected', sessionId, { name: '池来', order: 105 }),
  };
};

export const fillInPublicity = async (of: Candidates, sessionId: string) => ({
  passed: await of.paid('nov-passed', sessionId, { name: '丁宁', order: 121 }),
  failed: await of.paid('nov-failed', sessionId, { name: '段实', order: 122 }),
  asks: await of.paid('nov-asks', sessionId, { name: '范问', order: 123 }),
  decided: await of.paid('nov-decided', sessionId, { name: '方定', order: 124 }),
});

type Marks = Readonly<Record<string, number | string>>;
const numberOf = async ({ person, id }: Candidate) =>
  (await person.api.ok(sittings.getTicket, { params: { id } })).number;

/** The score officer imports the sheet and the publisher publishes. */
export const publish = async (
  world: World,
  staff: Staff,
  sessionId: string,
  marks: readonly (readonly [Candidate, Marks])[],
) => {
  const points = Object.fromEntries(
    await Promise.all(marks.map(async ([one, given]) => [await numberOf(one), given] as const)),
  );
  await examinationMarked(world, staff.marker, sessionId, points);
  await everythingChecked(staff.administrator, sessionId);
  await staff.publisher.api.ok(results.publishResults, { body: {}, params: { id: sessionId } });
};

export const askScoreReview = ({ person, id }: Candidate) =>
  person.api.ok(results.askScoreReview, { params: { id }, body: { subject: 'theory', reason: '与估分差距较大' } });

/** Decides the open check of this name's mark; without points it stays as it was. */
export const decideScoreReview = async ({ checker }: Staff, sessionId: string, name: string, points?: string) => {
  const { items } = await checker.api.ok(scoreReviewList.rows, { params: { id: sessionId }, query: {} });
  const found = items.find((one) => one.name === name && one.state === 'open');
  const reason = '重新核算';
  const body =
    points === undefined
      ? { reason, outcome: 'unchanged' as const }
      : { reason, outcome: 'corrected' as const, points };
  await checker.api.ok(results.decideScoreReview, { params: { id: found?.id ?? '' }, body });
};

export const certify = async (world: World, { publisher }: Staff, sessionId: string, day: string) => {
  await world.moveTo(day);
  await issueCertificates(publisher.api, sessionId);
};
