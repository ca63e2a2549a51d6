import { type ReplyOf, rosters as contract } from '@jikaotong/shared/contract';
import { matchPhotos } from '@jikaotong/shared/rules/units';
import { photoFaultSentence, photoLackWord, photoProblemSentence } from '@jikaotong/shared/words';
import * as z from 'zod/mini';
import { type StoredFile, recordFile } from '../../platform/files';
import {
  type Context,
  type JobHandler,
  type Route,
  jobHandler,
  refuse,
  refusalIn,
  refuseWhen,
  upload,
} from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { readPictures } from '../../platform/sheets';
import { MENDABLE, findApplication, measurePhoto, photoFaults } from '../applications';
import type { StoredPhoto } from '../candidates';
import { loadRoster, membersOf, refuseClosed, rosterNow, toldBy } from './own-roster';
import { changeRow, findRosterRow, nextWithPhoto } from './roster.repository';
import { rewriteRow } from './write-row';

const PHOTO_JOB = 'roster-photos';
const MAX_BYTES = 10_000_000;
type Taken = { readonly id: string; readonly file: StoredFile; readonly photo: StoredPhoto };
type Sent = ReplyOf<typeof contract.uploadRosterPhotos>;
type Problem = Sent['problems'][number];
const MOST_NAMED = 20;

/** The photos of a ZIP: whose each is, and whether it is one by the notice's rule; what is right is attached by a job. */
const send = upload(contract.uploadRosterPhotos, {
  keep: async (outside, { bytes }) => {
    const { actor, now, ports } = outside;
    const { open, people } = await outside.read(async (h) => {
      const roster = await loadRoster({ h, actor }, outside.input.params.id);
      refuseWhen(refuseClosed(roster, now.day));
      const members = await membersOf(h, roster.roster.id);
      return {
        open: roster,
        people: members.map(({ row, application }) => {
          const { name, documentNumber } = toldBy({ ports }, application).candidate;
          return {
            id: row.id,
            name: name ?? '',
            documentNumber: documentNumber ?? '',
            isOpen: MENDABLE.includes(application.state),
            hasPhoto: application.photo !== null || row.nextPhoto !== null,
          };
        }),
      };
    });
    const read = await readPictures(bytes);
    if (!read.ok) return refuse('file-refused', { reason: read.error });
    const pictures = read.value;
    const matches = matchPhotos(
      pictures.map(({ name }) => name),
      people,
    );
    const taken: Taken[] = [];
    const problems: Problem[] = [];
    for (const [at, match] of matches.entries()) {
      const picture = pictures[at];
      const person = 'id' in match ? people.find(({ id }) => id === match.id) : null;
      if (!picture || !('id' in match) || !person) {
        problems.push(problemOf({ file: match.file, code: 'code' in match ? match.code : 'photo-unknown' }, null));
        continue;
      }
      if (!person.isOpen) {
        problems.push(problemOf({ file: match.file, code: 'row-closed' }, person.name));
        continue;
      }
      const photo = Buffer.from(picture.bytes);
      const facts = await measurePhoto(photo);
      const faults = photoFaults(open.frame.notice, { fileId: '', facts });
      const stored =
        faults.length > 0
          ? null
          : await ports.files.write(photo, {
              purpose: 'photo',
              ownerAccountId: actor.accountId,
              accept: ['image/jpeg', 'image/png'],
              maxBytes: MAX_BYTES,
            });
      if (stored?.ok) taken.push({ id: match.id, file: stored.value, photo: { fileId: stored.value.id, facts } });
      else if (stored) problems.push(problemOf({ file: match.file, code: 'photo-damaged' }, person.name));
      else
        problems.push({
          ...problemOf({ file: match.file, code: 'photo-refused' }, person.name),
          reason: faults.map(({ code, data }) => photoLackWord(code, data)).join('，'),
          faults: faults.map(({ code, data }) => photoFaultSentence(code, data)),
        });
    }
    const given = new Set(taken.map(({ id }) => id));
    const without = people.filter(({ id, isOpen, hasPhoto }) => isOpen && !hasPhoto && !given.has(id));
    const missing = { count: without.length, names: without.slice(0, MOST_NAMED).map(({ name }) => name) };
    return { open, taken, problems, missing };
  },
  handle: async (ctx, { open, taken, problems, missing }) => {
    for (const { id, file, photo } of taken) {
      await recordFile(ctx.h, file);
      await changeRow(ctx.h, id, { nextPhoto: photo });
    }
    const { id: rosterId, unitId, sessionId } = open.roster;
    if (taken.length > 0)
      await enqueue(ctx.h, {
        kind: PHOTO_JOB,
        key: taken[0]?.file.id ?? rosterId,
        dueMs: ctx.now.ms,
        payload: { rosterId, accountId: ctx.actor.accountId },
      });
    ctx.audit('roster-photos-sent', { unitId, sessionId }, { count: taken.length });
    return { taken: taken.length, problems: [...problems], missing };
  },
});

const problemOf = ({ file, code }: Pick<Problem, 'file' | 'code'>, name: string | null): Problem => ({
  file,
  code,
  name,
  reason: photoProblemSentence(code),
  faults: [],
});

const Payload = z.object({ rosterId: z.string(), accountId: z.string() });

/** Attaches photos, a transaction a row; who was handed in meanwhile keeps the one that was seen. */
const attach = jobHandler(PHOTO_JOB, Payload, async (run, given) => {
  for (;;) {
    const row = await run.tx((ctx) => nextWithPhoto(ctx.h, given.rosterId));
    if (!row) return;
    await run
      .tx((ctx) => attachOne(ctx, given, row.id))
      .catch(async (error: unknown) => {
        if (!refusalIn(error)) throw error;
        await run.tx((ctx) => changeRow(ctx.h, row.id, { nextPhoto: null }));
      });
  }
});

async function attachOne(ctx: Context, { rosterId, accountId }: z.output<typeof Payload>, id: string): Promise<void> {
  const row = (await findRosterRow(ctx.h, rosterId, id)) ?? refuse('not-found');
  const open = (await rosterNow({ h: ctx.h, actor: { accountId } }, rosterId)) ?? refuse('forbidden');
  const application = (await findApplication(ctx.h, id)) ?? refuse('not-found');
  await rewriteRow(ctx, open, id, application.version, { photo: row.nextPhoto, agentId: accountId });
  await changeRow(ctx.h, id, { nextPhoto: null });
}

export const routes: Route[] = [send];
export const jobs: JobHandler[] = [attach];
