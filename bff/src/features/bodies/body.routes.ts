import { bodies as contract } from '@jikaotong/shared/contract';
import { bodyPartOf, checkBodyPart, checkTicketPattern } from '@jikaotong/shared/rules/numbering';
import { recordFile } from '../../platform/files';
import type { Handle } from '../../platform/db';
import { type Actor, type Route, action, bodiesOf, query, refuse, upload } from '../../platform/http';
import { presentBody } from './body.presenter';
import { type Body, addMerchant, findBody, setNumbers, setSealFile } from './body.repository';
import { faultyKeys } from './merchant.policy';

/** The body, if the caller administers it; else it does not exist for the caller. */
export async function administeredBody(h: Handle, actor: Actor, bodyId: string): Promise<Body> {
  const mine = bodiesOf(actor, ['administrator']).includes(bodyId);
  return (mine ? await findBody(h, bodyId) : null) ?? refuse('not-found');
}

const getStaffBody = query(contract.getStaffBody, async (ctx) =>
  presentBody(ctx.h, await administeredBody(ctx.h, ctx.actor, ctx.input.params.id)),
);

const updateBody = action(contract.updateBody, {
  handle: async (ctx) => {
    const body = await administeredBody(ctx.h, ctx.actor, ctx.input.params.id);
    const {
      ticketNumberPattern = body.ticketNumberPattern,
      certificatePrefix = body.certificatePrefix,
      graceMinutes = body.graceMinutes,
      publicityShows = body.publicityShows,
    } = ctx.input.body;
    const fault =
      checkTicketPattern(ticketNumberPattern) ?? (certificatePrefix && checkBodyPart(bodyPartOf(certificatePrefix)));
    if (fault) refuse('number-pattern-wrong', { reason: fault.code });
    const set = { ticketNumberPattern, certificatePrefix, graceMinutes, publicityShows };
    await setNumbers(ctx.h, body.id, set);
    ctx.audit('body-numbers-changed', { bodyId: body.id }, { ticketNumberPattern });
    return presentBody(ctx.h, { ...body, ...set });
  },
});

const setMerchant = action(contract.setMerchant, {
  handle: async (ctx) => {
    const body = await administeredBody(ctx.h, ctx.actor, ctx.input.params.id);
    const issues = faultyKeys(ctx.input.body);
    if (issues.length > 0) refuse('invalid-input', { issues });
    const merchantId = await addMerchant(ctx.h, ctx.ports.crypto, {
      ...ctx.input.body,
      bodyId: body.id,
      nowMs: ctx.now.ms,
    });
    ctx.audit('merchant-set', { bodyId: body.id, merchantId }, { mchid: ctx.input.body.mchid });
    return presentBody(ctx.h, { ...body, merchantId });
  },
});

const SEAL_BYTES = 2_000_000;

const setSeal = upload(contract.setSeal, {
  keep: async (outside, file) => {
    const spec = {
      purpose: 'seal',
      ownerAccountId: null,
      accept: ['image/png'],
      maxBytes: SEAL_BYTES,
    };
    const written = await outside.ports.files.write(file.bytes, spec);
    if (written.ok) return written.value;
    if (written.error === 'too-large') return refuse('too-large', { maxBytes: SEAL_BYTES });
    if (written.error === 'unsupported-type') return refuse('unsupported-type', { accept: spec.accept });
    return refuse('file-refused', { reason: written.error });
  },
  handle: async (ctx, seal) => {
    const body = await administeredBody(ctx.h, ctx.actor, ctx.input.params.id);
    await recordFile(ctx.h, seal);
    await setSealFile(ctx.h, body.id, seal.id);
    ctx.audit('seal-set', { bodyId: body.id, fileId: seal.id });
    return presentBody(ctx.h, { ...body, sealFileId: seal.id });
  },
});

export const routes: Route[] = [getStaffBody, updateBody, setMerchant, setSeal];
