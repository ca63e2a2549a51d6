import { MOST_EVIDENCE, objections as contract } from '@jikaotong/shared/contract';
import { recordFile } from '../../platform/files';
import { type Context, type Route, action, command, refuse, upload } from '../../platform/http';
import { afterCommit, takePhoneCode } from '../accounts';
import { presentOwn } from './objection.presenter';
import { type Objection, addFile, fileIdsOf, findByReceipt, lockByReceipt } from './objection.repository';
import { fileObjection, lineObjectedTo } from './objections';

/** The id of this command is the verdict on the code: a wrong one is refused after its try is taken. */
const file = command(contract.fileObjection, {
  handle: async (ctx) => {
    const { code, ...told } = ctx.input.body;
    const filed = { ...told, sessionId: ctx.input.params.id };
    // what cannot be objected to costs nobody a code
    await lineObjectedTo(ctx, filed);
    const verdict = await takePhoneCode(ctx, { phone: filed.phone, code });
    return verdict === 'right' ? { id: verdict, once: await fileObjection(ctx, filed) } : { id: verdict };
  },
  call: afterCommit,
  present: (_, verdict, once) =>
    Promise.resolve(
      once === undefined ? refuse(verdict === 'code-wrong' ? 'code-wrong' : 'code-expired') : { receipt: once },
    ),
});

const ACCEPT = ['image/jpeg', 'image/png', 'application/pdf'];
const MAX_BYTES = 10_000_000;

async function refuseClosed(h: Context['h'], objection: Objection | null): Promise<Objection> {
  if (objection === null) return refuse('not-found');
  if (objection.state !== 'open') refuse('wrong-state', { state: `objection-${objection.state}` });
  if ((await fileIdsOf(h, objection.id)).length >= MOST_EVIDENCE) refuse('upload-quota');
  return objection;
}

const evidence = upload(contract.addEvidence, {
  keep: async (outside, { bytes }) => {
    const { receipt } = outside.input.query;
    await outside.read(async (h) => refuseClosed(h, await findByReceipt(h, receipt)));
    const written = await outside.ports.files.write(bytes, {
      purpose: 'evidence',
      ownerAccountId: null,
      accept: ACCEPT,
      maxBytes: MAX_BYTES,
    });
    if (written.ok) return written.value;
    if (written.error === 'too-large') return refuse('too-large', { maxBytes: MAX_BYTES });
    if (written.error === 'unsupported-type') return refuse('unsupported-type', { accept: ACCEPT });
    return refuse('file-refused', { reason: written.error });
  },
  handle: async (ctx, stored) => {
    const objection = await refuseClosed(ctx.h, await lockByReceipt(ctx.h, ctx.input.query.receipt));
    await recordFile(ctx.h, stored);
    await addFile(ctx.h, objection.id, stored.id, ctx.now.ms);
    return { files: (await fileIdsOf(ctx.h, objection.id)).length };
  },
});

const lookUp = action(contract.lookUpObjection, {
  handle: async (ctx) => presentOwn(ctx, (await findByReceipt(ctx.h, ctx.input.body.receipt)) ?? refuse('not-found')),
});

export const routes: Route[] = [file, evidence, lookUp];
