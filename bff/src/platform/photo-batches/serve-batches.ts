import { BATCH_QUOTA, type ReplyDraft } from '@jikaotong/shared/contract';
import { sha256 } from '../crypto';
import { newId } from '../db';
import { recordFile } from '../files';
import { type Actor, type Context, type Route, action, command, query, refuse, refuseWhen, upload } from '../http';
import type { BatchKind } from './batch-kind';
import { planEnd, planErasing } from './end-batch';
import { type PhotoBatch, itemWords } from './photo-batch.record';
import {
  type Whose,
  countSettled,
  endBatch,
  findBatch,
  findItem,
  insertBatch,
  itemsOf,
  lastBatchOf,
  lockBatch,
  openBatchOf,
  settleItem,
} from './photo-batch.repository';
import { isOver, presentBatch, shownBy } from './present-batch';

/** Whoever does not come back in a day sends them anew. */
const KEPT_MS = 24 * 3_600_000;
/** And hears so long that nothing came of it. */
const TOLD_MS = 7 * KEPT_MS;
const DONE: ReplyDraft<BatchKind<unknown>['endpoints']['send']> = { done: true };
const NOTHING = { leftFor: null, fileId: null, facts: null, faults: [] } as const;

type Chosen = readonly { readonly name: string; readonly bytes: number }[];

/** The routes of one kind: originals listed → each sent, as often as it takes → taken by the kind itself. */
export function serveBatches<S>(kind: BatchKind<S>): Route[] {
  const { endpoints, name } = kind;
  const whoseOf = ({ actor, subjectId }: { actor: Actor; subjectId: string }): Whose => ({
    kind: name,
    subjectId,
    accountId: actor.accountId,
  });
  type Asked = Pick<Context, 'h' | 'now'> & { readonly actor: Actor };
  const openNow = async (ctx: Asked, id: string): Promise<S> => {
    const subject = await kind.open(ctx, id);
    refuseWhen(kind.judge(subject, ctx.now.day));
    return subject;
  };

  const begin = command(endpoints.begin, {
    handle: async (ctx) => {
      const { id: subjectId } = ctx.input.params;
      const { photos } = ctx.input.body;
      const subject = await openNow(ctx, subjectId);
      if (photos.length > BATCH_QUOTA.photos) refuse('batch-too-many', { most: BATCH_QUOTA.photos });
      const whose = whoseOf({ actor: ctx.actor, subjectId });
      await kind.lock(ctx.h, subject);
      const open = await openBatchOf(ctx.h, whose);
      if (open && !isOver(open, ctx.now.ms))
        return (await isOf(ctx, open, photos)) ? { id: open.id } : refuse('batch-open');
      if (open && (await endBatch(ctx.h, open.id, { state: 'expired' }))) await planErasing(ctx, open.id);
      const id = newId();
      const expiresAt = ctx.now.ms + KEPT_MS;
      const items = photos.map((photo, at) => {
        const itemId = newId();
        const sealed = itemWords.seal(ctx.ports.crypto, itemId, 'name', photo.name);
        const said = { batchId: id, number: at + 1, name: sealed, originalBytes: photo.bytes };
        return { id: itemId, ...said, settledAt: null, ...NOTHING };
      });
      const blank = {
        state: 'open',
        photos: photos.length,
        settled: 0,
        bytes: 0,
        importId: null,
        result: null,
      } as const;
      const batch = { id, ...whose, unitId: kind.unitOf(subject), ...blank, createdAt: ctx.now.ms, expiresAt };
      const begun = await insertBatch(ctx.h, batch, items);
      if (begun !== 'begun') return refuse(begun === 'open' ? 'batch-open' : 'batches-at-once');
      await planEnd(ctx, id, expiresAt);
      return { id };
    },
    present: async (ctx, id) => {
      const { id: subjectId } = ctx.input.params;
      const subject = await kind.open(ctx, subjectId);
      const key = { ...whoseOf({ actor: ctx.actor, subjectId }), id };
      return presentBatch(ctx, (await findBatch(ctx.h, key)) ?? refuse('not-found'), shownBy(kind, subject));
    },
  });

  const get = query(endpoints.get, async (ctx) => {
    const { id: subjectId } = ctx.input.params;
    const subject = await kind.open(ctx, subjectId);
    const last = await lastBatchOf(ctx.h, whoseOf({ actor: ctx.actor, subjectId }));
    const isKept = last !== null && last.state !== 'cancelled' && ctx.now.ms < last.createdAt + TOLD_MS;
    return { batch: isKept ? await presentBatch(ctx, last, shownBy(kind, subject)) : null };
  });

  const send = upload(endpoints.send, {
    keep: async (outside, { bytes }) => {
      const { params, query: said } = outside.input;
      const key = { ...whoseOf({ actor: outside.actor, subjectId: params.id }), id: params.batchId };
      const { subject, isThere } = await outside.read(async (h) => {
        const open = await openNow({ ...outside, h }, params.id);
        const batch = (await findBatch(h, key)) ?? refuse('not-found');
        if (batch.state !== 'handed-over' && (batch.state !== 'open' || isOver(batch, outside.now.ms)))
          refuse('batch-over');
        const item = await findItem(h, batch.id, params.number);
        // what was handed over has no items any more
        if (!item && batch.state === 'open') refuse('not-found');
        return { subject: open, isThere: item?.settledAt !== null };
      });
      if (isThere) return { key, photo: null };
      if (sha256(bytes) !== said.sha256) refuse('checksum-wrong');
      if (bytes.length > BATCH_QUOTA.photoBytes) refuse('too-large', { maxBytes: BATCH_QUOTA.photoBytes });
      const { facts, faults } = await kind.measure(subject, bytes);
      const stored =
        faults.length > 0
          ? null
          : await outside.ports.files.write(bytes, {
              purpose: 'photo',
              ownerAccountId: outside.actor.accountId,
              accept: ['image/jpeg', 'image/png'],
              maxBytes: BATCH_QUOTA.photoBytes,
            });
      return { key, photo: { facts, faults, file: stored?.ok ? stored.value : null, bytes: bytes.length } };
    },
    handle: async (ctx, { key, photo }) => {
      if (photo === null) return DONE;
      const { facts, faults, file, bytes } = photo;
      const leftFor = file === null && faults.length === 0 ? 'photo-damaged' : null;
      const isFirst = await settle(ctx, key, { facts, faults, leftFor, fileId: file?.id ?? null, bytes });
      // what another request of the same number brought stays, and these bytes are swept
      if (isFirst && file) await recordFile(ctx.h, file);
      return DONE;
    },
  });

  type Settling = Omit<Parameters<typeof settleItem>[2], 'settledAt'> & { readonly bytes: number };

  const settle = async (
    ctx: Context & Pick<Asked, 'actor'> & { readonly input: { readonly params: { number: number } } },
    key: Whose & Pick<PhotoBatch, 'id'>,
    { bytes, ...said }: Settling,
  ): Promise<boolean> => {
    const batch = (await lockBatch(ctx.h, key)) ?? refuse('not-found');
    if (batch.state !== 'open') refuse('batch-over');
    const { number } = ctx.input.params;
    if (!(await settleItem(ctx.h, { batchId: batch.id, number }, { ...said, settledAt: ctx.now.ms }))) return false;
    if (!(await countSettled(ctx.h, batch.id, bytes))) refuse('batch-full');
    return true;
  };

  const leave = action(endpoints.leave, {
    handle: async (ctx) => {
      const { id: subjectId, batchId, number } = ctx.input.params;
      await openNow(ctx, subjectId);
      const key = { ...whoseOf({ actor: ctx.actor, subjectId }), id: batchId };
      if (!(await findItem(ctx.h, batchId, number))) refuse('not-found');
      await settle(ctx, key, { ...NOTHING, leftFor: ctx.input.body.why, bytes: 0 });
      return DONE;
    },
  });

  const cancel = action(endpoints.cancel, {
    handle: async (ctx) => {
      const { id: subjectId, batchId } = ctx.input.params;
      await kind.open(ctx, subjectId);
      const key = { ...whoseOf({ actor: ctx.actor, subjectId }), id: batchId };
      const batch = (await lockBatch(ctx.h, key)) ?? refuse('not-found');
      if (!(await endBatch(ctx.h, batch.id, { state: 'cancelled' }))) refuse('batch-over');
      await planErasing(ctx, batch.id);
      return DONE;
    },
  });

  return [begin, get, send, leave, cancel];
}

/** Whether a batch is of these very originals, in this order. */
async function isOf({ h, ports }: Context, { id }: PhotoBatch, chosen: Chosen): Promise<boolean> {
  const items = await itemsOf(h, id);
  return (
    items.length === chosen.length &&
    items.every((item, at) => {
      const one = chosen[at];
      return one?.bytes === item.originalBytes && one.name === itemWords.open(ports.crypto, item, 'name');
    })
  );
}
