import {
  applications,
  contestEntries,
  corrections,
  counter,
  messages,
  orders,
  posters,
  publishing,
  registrations,
  rosterRows,
  rosters,
} from '@jikaotong/shared/contract';
import { scoreList } from '@jikaotong/shared/lists';
import { nextB26 } from '../builders/notice-files';
import { readyDraft } from './apply';
import { C25, entryBody } from './contest-entry';
import { openExamination } from './examination';
import type { Known } from './hostile';
import {
  type SignedInPerson,
  bspia,
  candidateByPhone,
  candidateByWechat,
  equipBody,
  firstAdministrator,
} from './people';
import { openGroup } from './packages';
import { printConduct } from './printed-conduct';
import { installerRow } from './rosters';
import { approvedUnit } from './units';
import { type World, type WorldOptions, openWorld } from './world';

/** A world in the middle of a session, and what can be asked about in it. */
export type PeopledWorld = {
  readonly world: World;
  readonly known: Known;
  /** The owner, and what nobody else owns. */
  readonly owner: SignedInPerson;
  readonly owned: Known['ids'];
  /** A candidate and an administrator of another body, who have nothing to do with the owner. */
  readonly others: readonly SignedInPerson[];
};

/** B26's December session while people apply (drafts, submissions, orders), or after its results (tickets, marks). */
export async function openPeopledWorld(
  stage: 'applying' | 'published',
  options: Pick<WorldOptions, 'h5Folder'> = {},
): Promise<PeopledWorld> {
  const world = await openWorld({ day: '2024-05-08', ...options });
  const contest = await enterContests(world);
  await printConduct(world);
  const exam = await openExamination(world);
  await equipBody(world, exam.administrator);
  const elsewhere = await firstAdministrator(world, 'waidi', { id: 'elsewhere', name: '外地协会' });
  const anna = await exam.paid('o-anna', { order: 1 });
  const bo = await (stage === 'applying' ? exam.approved : exam.paid)('o-bo', { order: 2 });
  const chen = await candidateByWechat(world, 'o-chen');
  const draft = await readyDraft(chen, exam.params.id, { order: 3 });
  const walkIn = await exam.reviewer.api.ok(counter.enterWalkIn, {
    body: { sessionId: exam.params.id, offeringCode: 'installer-5', consents: true },
  });
  const agent = await candidateByPhone(world, '13900000001');
  const unit = await approvedUnit(agent, exam.reviewer);
  const roster = await agent.api.ok(rosters.openRoster, {
    params: { id: unit.id },
    body: { sessionId: exam.params.id },
  });
  const row = await agent.api.ok(rosterRows.addRosterRow, {
    params: { id: roster.id },
    body: { values: installerRow(9) },
  });
  const group = (await openGroup(agent, unit.id)).id;
  if (stage === 'published') await publish(world, exam, [anna, bo]);

  const correction = await anna.person.api.ok(corrections.askCorrection, {
    params: { id: anna.id },
    body: { phone: '13911112222', reason: '换了手机号', evidenceFileIds: [] },
  });
  const { photo } = await anna.person.api.ok(applications.getApplication, { params: { id: anna.id } });
  const order = await anna.person.api.ok(orders.getOrder, { params: { id: anna.id } });
  const told = await anna.person.api.ok(messages.listMessages, { query: {} });
  const unpaid = await bo.person.api.ok(orders.getOrder, { params: { id: bo.id } });
  const imported = await exam.publisher.api.ok(publishing.importNotice, { body: nextB26() });
  const owned = {
    applications: [anna.id],
    orders: [order.id],
    files: photo ? [photo.id] : [],
    messages: told.items.map(({ id }) => id),
    entries: contest.entries,
    corrections: [correction.id],
    units: [unit.id],
    rosters: [roster.id],
    rows: [row.id],
    'contest-groups': [group],
  };
  const { administrator, reviewer, finance, officer, marker, checker, publisher } = exam;
  return {
    world,
    owner: anna.person,
    owned,
    others: [chen, elsewhere],
    known: {
      people: [
        anna.person,
        bo.person,
        chen,
        administrator,
        elsewhere,
        reviewer,
        finance,
        officer,
        marker,
        checker,
        publisher,
        agent,
      ],
      ids: {
        ...owned,
        applications: [anna.id, bo.id, draft.id, walkIn.application.id],
        orders: [order.id, unpaid.id],
        sessions: [exam.params.id],
        bodies: [bspia.id],
        'notice-drafts': [imported.id],
        notices: ['bspia-2026-certification'],
        contests: [C24, C25],
        posters: await posterCodes(administrator),
        offerings: ['installer-5', 'security-manager-3'],
      },
    },
  };
}

const C24 = 'bspia-2024-competition-installer';

/**
 * While people could: the owner keeps a record of C24's registration, and enters C25. Leaves the world in B26's
 * autumn.
 */
async function enterContests(world: World): Promise<{ entries: string[] }> {
  const anna = await candidateByWechat(world, 'o-anna');
  const step = { params: { id: C24, step: 1 }, body: { way: 'individual' as const, done: true } };
  await anna.api.ok(registrations.tickStep, step);
  await world.moveTo('2025-07-10');
  const body = await entryBody(anna, { order: 1 });
  const entry = await anna.api.ok(contestEntries.enterContest, { params: { id: C25 }, body });
  await world.moveTo('2026-11-23');
  return { entries: [entry.id] };
}

async function posterCodes(staff: SignedInPerson): Promise<string[]> {
  return (await staff.api.ok(posters.listPosters, {})).items.map(({ code }) => code);
}

async function publish(world: World, exam: Awaited<ReturnType<typeof openExamination>>, who: { id: string }[]) {
  await world.moveTo('2026-12-07');
  await world.moveTo('2026-12-14');
  const { items } = await exam.marker.api.ok(scoreList.rows, { params: exam.params, query: {} });
  if (items.length !== who.length) throw new Error('not everybody has a ticket');
  const marks = (at: number) => ({ 理论知识: 60 + at, 操作技能: 59 });
  await exam.takeFilled(Object.fromEntries(items.map(({ ticketNumber }, at) => [ticketNumber, marks(at)])));
  await exam.publish();
  await world.moveTo('2026-12-21');
}
