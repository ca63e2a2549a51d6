import { type PhotosTaken, rosterRows, rosters as contract } from '@jikaotong/shared/contract';
import * as z from 'zod/mini';
import { type StoredFile, recordFile } from '../../platform/files';
import {
  type Context,
  type JobHandler,
  type Route,
  command,
  jobHandler,
  query,
  refuse,
  refusalIn,
  refuseWhen,
  upload,
} from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import {
  type BatchKind,
  batchJobs,
  findBatch,
  handOver,
  photosOf,
  presentBatch,
  serveBatches,
  shownBy,
  wholeBatch,
} from '../../platform/photo-batches';
import { readPictures } from '../../platform/sheets';
import { MENDABLE, findApplication, measurePhoto, photoFaults } from '../applications';
import type { StoredPhoto } from '../candidates';
import { lockUnit } from '../units';
import { type OpenRoster, loadRoster, membersOf, refuseClosed, rosterNow, toldBy } from './own-roster';
import {
  faultyPhoto,
  followTaken,
  isAskedAbout,
  loosePhoto,
  photoProblem,
  photosTaken,
  picturedIn,
  placePhotos,
  unfitPhoto,
} from './place-photos';
import { changeRow, findRosterRow, nextWithPhoto } from './roster.repository';
import { rewriteRow } from './write-row';

const PHOTO_JOB = 'roster-photos';
const MAX_BYTES = 10_000_000;
type Taken = { readonly id: string; readonly photo: StoredPhoto };

/** The photos of a ZIP: whose each is, and whether it is one by the notice's rule; what is right is attached by a job. */
const send = upload(contract.uploadRosterPhotos, {
  keep: async (outside, { bytes }) => {
    const { actor, now, ports } = outside;
    const { open, people } = await outside.read(async (h) => {
      const roster = await loadRoster({ h, actor }, outside.input.params.id);
      refuseWhen(refuseClosed(roster, now.day));
      return { open: roster, people: await picturedIn({ h, ports }, roster.roster.id) };
    });
    const read = await readPictures(bytes);
    if (!read.ok) return refuse('file-refused', { reason: read.error });
    const taken: Taken[] = [];
    const files: StoredFile[] = [];
    const problems: PhotosTaken['problems'] = [];
    const placed = placePhotos(
      read.value.map(({ name }) => name),
      people,
    );
    for (const [at, { name: file, bytes: picture }] of read.value.entries()) {
      const place = placed[at];
      if (!place) continue;
      const problem = 'problem' in place ? place.problem : null;
      if (problem && !isAskedAbout(problem)) {
        problems.push(problem);
        continue;
      }
      const photo = Buffer.from(picture);
      const { facts, faults } = await measured(open, photo);
      if (faults.length > 0) {
        problems.push(
          'person' in place ? faultyPhoto(file, place.person.name, faults) : unfitPhoto(place.problem, faults),
        );
        continue;
      }
      const stored = await ports.files.write(photo, {
        purpose: 'photo',
        ownerAccountId: actor.accountId,
        accept: ['image/jpeg', 'image/png'],
        maxBytes: MAX_BYTES,
      });
      if (stored.ok) files.push(stored.value);
      if ('problem' in place)
        problems.push(
          stored.ok ? loosePhoto(place.problem, stored.value.id, ports.files.link(stored.value.id)) : place.problem,
        );
      else if (stored.ok) taken.push({ id: place.person.id, photo: { fileId: stored.value.id, facts } });
      else problems.push(photoProblem(file, 'photo-damaged', place.person.name));
    }
    return { open, taken, files, told: photosTaken(people, new Set(taken.map(({ id }) => id)), problems) };
  },
  handle: async (ctx, { open, taken, files, told }) => {
    for (const file of files) await recordFile(ctx.h, file);
    await noteTaken(ctx, open, ctx.actor.accountId, taken);
    return told;
  },
});

async function measured({ frame }: OpenRoster, photo: Buffer) {
  const facts = await measurePhoto(photo);
  return { facts, faults: photoFaults(frame.notice, { fileId: '', facts }) };
}

async function noteTaken(
  ctx: Context,
  { roster: { id: rosterId, unitId, sessionId } }: OpenRoster,
  accountId: string,
  taken: readonly Taken[],
): Promise<void> {
  for (const { id, photo } of taken) await changeRow(ctx.h, id, { nextPhoto: photo });
  const [first] = taken;
  if (first)
    await enqueue(ctx.h, {
      kind: PHOTO_JOB,
      key: first.photo.fileId,
      dueMs: ctx.now.ms,
      payload: { rosterId, accountId },
    });
  ctx.audit('roster-photos-sent', { unitId, sessionId }, { count: taken.length });
}

/** The same from a desk, one by one: each is measured as it comes, and all find their rows at the end. */
const BATCH: BatchKind<OpenRoster> = {
  name: 'roster-photos',
  endpoints: contract.rosterPhotos,
  open: loadRoster,
  judge: refuseClosed,
  unitOf: ({ unit }) => unit.id,
  lock: (h, { unit }) => lockUnit(h, unit.id),
  ruleOf: ({ frame }) => frame.notice.photo,
  follow: (ctx, { roster }, result) => followTaken(ctx, roster.id, result),
  measure: measured,
};

const take = command(contract.takeRosterPhotos, {
  handle: async (ctx) => {
    const { id: subjectId, batchId } = ctx.input.params;
    const open = await loadRoster(ctx, subjectId);
    refuseWhen(refuseClosed(open, ctx.now.day));
    const key = { kind: BATCH.name, subjectId, accountId: ctx.actor.accountId, id: batchId };
    const batch = await wholeBatch(ctx, key, 'lock');
    if (batch.state === 'handed-over') return { id: batchId };
    const people = await picturedIn(ctx, subjectId);
    const photos = await photosOf(ctx, batch);
    const taken: Taken[] = [];
    const problems: PhotosTaken['problems'] = [];
    const placed = placePhotos(
      photos.map(({ name }) => name),
      people,
    );
    for (const [at, { name: file, fileId, facts, faults, leftFor }] of photos.entries()) {
      const place = placed[at];
      if (!place) continue;
      if ('problem' in place) {
        const { problem } = place;
        // the link is made when it is shown
        if (!isAskedAbout(problem)) problems.push(problem);
        else problems.push(fileId === null ? unfitPhoto(problem, faults) : loosePhoto(problem, fileId, ''));
      } else if (fileId !== null && facts !== null) taken.push({ id: place.person.id, photo: { fileId, facts } });
      else if (leftFor !== null) problems.push(photoProblem(file, leftFor, place.person.name));
      else problems.push(faultyPhoto(file, place.person.name, faults));
    }
    const result = photosTaken(people, new Set(taken.map(({ id }) => id)), problems);
    const fileIds = [
      ...taken.map(({ photo }) => photo.fileId),
      ...problems.flatMap(({ photo }) => photo?.fileId ?? []),
    ];
    await handOver(ctx, batch, { fileIds, result });
    await noteTaken(ctx, open, ctx.actor.accountId, taken);
    return { id: batchId };
  },
  present: async (ctx, id) => {
    const { id: subjectId } = ctx.input.params;
    const open = await loadRoster(ctx, subjectId);
    const key = { kind: BATCH.name, subjectId, accountId: ctx.actor.accountId, id };
    const found = (await findBatch(ctx.h, key)) ?? refuse('not-found');
    return presentBatch(ctx, found, shownBy(BATCH, open));
  },
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

const photoless = query(rosterRows.listPhotoless, async (ctx) => {
  const { roster } = await loadRoster(ctx, ctx.input.params.id);
  return {
    items: (await membersOf(ctx.h, roster.id))
      .filter(
        ({ row, application }) => MENDABLE.includes(application.state) && application.photo === null && !row.nextPhoto,
      )
      .map(({ row, application }) => {
        const { name, documentNumber } = toldBy(ctx, application).candidate;
        return {
          id: row.id,
          version: application.version,
          name: name ?? '',
          documentTail: documentNumber?.slice(-4) ?? '',
        };
      }),
  };
});

export const routes: Route[] = [send, take, photoless, ...serveBatches(BATCH)];
export const jobs: JobHandler[] = [attach, ...batchJobs];
