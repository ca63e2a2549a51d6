import { applications, results } from '@jikaotong/shared/contract';
import { scoreList } from '@jikaotong/shared/lists';
import { longServingGuard } from '../../test/builders/facts';
import { portrait } from '../../test/builders/photos';
import { handIn, readyDraft, uploaded } from '../../test/support/apply';
import { type Candidate, type Examination, openExamination } from '../../test/support/examination';
import { KNOWN_KEYS, addPaid } from '../../test/support/many-paid';
import { startMariadb } from '../../test/support/mariadb';
import { candidateByWechat } from '../../test/support/people';
import { readAll } from '../../test/support/read-all';
import { type World, openWorld } from '../../test/support/world';
import { type Spread, spreadOf } from './statistics';

export type ResultFigures = {
  /** Sign-in by WeChat and one's own result, a second, while nobody publishes. */
  readonly rate: Spread;
  /** Milliseconds of the slowest in a hundred look-ups, while nobody publishes and while staff do. */
  readonly idleP99: Spread;
  readonly busyP99: Spread;
  readonly ratio: Spread;
  /** Seconds that publishing takes meanwhile. */
  readonly published: Spread;
};

const WAITING = 280;
const AT_ONCE = 10;

/**
 * Candidates look their results up while those of another offering, 280 people, are published: each look-up a new
 * sign-in by WeChat and a read of one's own result, over HTTP. One process serves and asks, on MariaDB.
 */
export async function measureResults({ rounds }: { rounds: number }): Promise<ResultFigures> {
  const mariadb = await startMariadb();
  try {
    process.env['TEST_DATABASE_URL'] = mariadb.url;
    process.env['JIKAOTONG_TEST_DB'] = 'mariadb';
    const measured: Awaited<ReturnType<typeof publishedMeanwhile>>[] = [];
    // each publication is the only one of its session
    for (let round = 0; round < rounds; round += 1) measured.push(await publishedMeanwhile());
    return {
      rate: spreadOf(measured.map(({ rate }) => rate)),
      idleP99: spreadOf(measured.map(({ idle }) => idle)),
      busyP99: spreadOf(measured.map(({ busy }) => busy)),
      ratio: spreadOf(measured.map(({ idle, busy }) => busy / idle)),
      published: spreadOf(measured.map(({ seconds }) => seconds)),
    };
  } finally {
    await mariadb.stop();
  }
}

async function publishedMeanwhile() {
  const world = await openWorld({ day: '2026-11-23', env: KNOWN_KEYS });
  try {
    const { exam, alone, publishOthers } = await markedSession(world);
    const lookUp = async () => {
      const own = await candidateByWechat(world, 'o-alone', { consents: false });
      await own.api.ok(results.getResult, { params: { id: alone.id } });
    };
    for (let warming = 0; warming < 20; warming += 1) await lookUp();
    const seconds = 4;
    const until = performance.now() + seconds * 1000;
    const idle = await lookUps(lookUp, () => performance.now() < until);
    let isPublished = false;
    const began = performance.now();
    const publishing = publishOthers(exam.params.id).then(() => {
      isPublished = true;
      return (performance.now() - began) / 1000;
    });
    const busy = await lookUps(lookUp, () => !isPublished);
    return { rate: idle.length / seconds, idle: p99Of(idle), busy: p99Of(busy), seconds: await publishing };
  } finally {
    await world.stop();
  }
}

/** Everybody has marks that somebody else has confirmed; one offering is published, the other waits. */
async function markedSession(world: World) {
  const exam = await openExamination(world);
  const first = await exam.paid('o-first', { name: '首位', order: 1 });
  await addPaid(world, first.id, WAITING);
  const alone = await managerPaid(world, exam);
  await exam.setRooms(...Array<number>(Math.ceil((WAITING + 2) / 30)).fill(30));
  await world.moveTo('2026-12-07');
  await world.moveTo('2026-12-14');
  const listed = await readAll(exam.publisher.api, scoreList, exam.params.id);
  const passed = { 理论知识: 80, 操作技能: 80 };
  await exam.takeFilled(Object.fromEntries(listed.map(({ ticketNumber }) => [ticketNumber, passed])));
  await world.moveTo('2026-12-18');
  await exam.checked();
  const publish = (id: string, offering: string) =>
    exam.publisher.api.ok(results.publishResults, { params: { id }, body: { offerings: [offering] } });
  await publish(exam.params.id, 'security-manager-3');
  await world.runJobs();
  const publishOthers = async (id: string) => {
    await publish(id, 'installer-5');
    // and everybody is told
    await world.runJobs();
  };
  return { exam, alone, publishOthers };
}

/** The one candidate of the other offering. */
async function managerPaid(world: World, exam: Examination): Promise<Pick<Candidate, 'person' | 'id'>> {
  const person = await candidateByWechat(world, 'o-alone');
  const who = { name: '另位', order: 2, offeringCode: 'security-manager-3', facts: longServingGuard() };
  const draft = await readyDraft(person, exam.params.id, who);
  const fileIds = [await uploaded(person, 'document', await portrait())];
  await person.api.ok(applications.saveApplication, {
    params: { id: draft.id },
    ifMatch: draft.version,
    body: { papers: [{ document: 'work-experience-letter', fileIds }] },
  });
  const { id, version } = await handIn(person, draft.id);
  await exam.reviewer.api.ok(applications.approveApplication, { params: { id }, body: { version } });
  await exam.pay({ person, id });
  return { person, id };
}

/** Milliseconds of each look-up, so many at once, as long as `goesOn`. */
export async function lookUps(lookUp: () => Promise<void>, goesOn: () => boolean): Promise<readonly number[]> {
  const took: number[] = [];
  const one = async () => {
    while (goesOn()) {
      const began = performance.now();
      await lookUp();
      took.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return took;
}

/** The slowest in a hundred. */
export const p99Of = (took: readonly number[]): number =>
  took.toSorted((a, b) => a - b)[Math.min(took.length - 1, Math.floor(took.length * 0.99))] ?? 0;
