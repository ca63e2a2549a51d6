import { type Examination, openExamination } from './examination';
import { issueCertificates } from './issue-certificates';
import { addPaid } from './many-paid';
import { equipBody } from './people';
import { fillSheet } from './score-sheet';
import { readAll } from './read-all';
import { certificateList, scoreList } from '@jikaotong/shared/lists';
import type { World } from './world';

/** A session of so many who all passed, with certificates, on the day after publicity; the first two have accounts. */
export async function issuedSession(world: World, { more = 0 } = {}) {
  const exam = await openExamination(world);
  const anna = await exam.paid('o-anna', { name: '安娜', order: 1 });
  const bo = await exam.paid('o-bo', { name: '薄一', order: 2 });
  if (more > 0) await addPaid(world, anna.id, more);
  await exam.setRooms(...Array<number>(Math.ceil((more + 2) / 30)).fill(30));
  await world.moveTo('2026-12-07');
  await world.moveTo('2026-12-14');
  await passEverybody(exam);
  await world.moveTo('2026-12-18');
  await exam.publish();
  await world.moveTo('2026-12-30');
  await equipBody(world, exam.administrator);
  await issueCertificates(exam.publisher.api, exam.params.id);
  return { exam, anna, bo, rows: () => readAll(exam.publisher.api, certificateList, exam.params.id) };
}

/** Everybody who has a ticket passes. */
export async function passEverybody(exam: Examination): Promise<void> {
  const listed = await readAll(exam.publisher.api, scoreList, exam.params.id);
  const passed = { 理论知识: 80, 操作技能: 80 };
  const entries = Object.fromEntries(listed.map(({ ticketNumber }) => [ticketNumber, passed]));
  await exam.take(await fillSheet(await exam.template(), entries));
}
