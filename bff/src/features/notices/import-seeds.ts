import { ANNOUNCED_YEARS } from '@jikaotong/shared/rules/calendar';
import type { Handle } from '../../platform/db';
import { addBodyIfAbsent } from '../bodies';
import { addCalendarYearIfAbsent, noticeExists } from './notice.repository';
import { publishVersion } from './publish-version';
import { readSeed, seedFolder, seedIdsIn } from './seeds';

/**
 * Brings the notices that come with the code, their bodies and the announced years into the database where they are
 * absent; what is there is never overwritten. Returns the ids of the notices that were new.
 */
export async function importSeeds(h: Handle, nowMs: number, folder = seedFolder()): Promise<string[]> {
  for (const announced of ANNOUNCED_YEARS) await addCalendarYearIfAbsent(h, announced, nowMs);
  const added: string[] = [];
  for (const noticeId of await seedIdsIn(folder)) {
    if (await noticeExists(h, noticeId)) continue;
    const { notice, rawText } = await readSeed(folder, noticeId);
    await addBodyIfAbsent(h, { ...notice.body, nowMs });
    if ((await publishVersion(h, { notice, rawText, base: 0, nowMs })) === null) continue;
    added.push(noticeId);
  }
  return added;
}
