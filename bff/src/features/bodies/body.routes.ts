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

const getStaffBody = query(contract.getStaffBody, async (c) =>
  presentBody(c.h, await administeredBody(c.h, c.actor, c.input.params.id)),
);

const updateBody = action(contract.updateBody, {
  handle: async (c) => {
    const body = await administeredBody(c.h, c.actor, c.input.params.id);
    const { ticketNumberPattern = body.ticketNumberPattern, certificatePrefix = body.certificatePrefix } = c.input.body;
    const fault =
      checkTicketPattern(ticketNumberPattern) ?? (certificatePrefix && checkBodyPart(bodyPartOf(certificatePrefix)));
    if (fault) refuse('number-pattern-wrong', { reason: fault.code });
    await setNumbers(c.h, body.id, { ticketNumberPattern, certificatePrefix });
    c.audit('body-numbers-changed', { bodyId: body.id }, { ticketNumberPattern });
    return presentBody(c.h, { ...body, ticketNumberPattern, certificatePrefix });
  },
});

const setMerchant = action(contract.setMerchant, {
  handle: async (c) => {
    const body = await administeredBody(c.h, c.actor, c.input.params.id);
    const issues = faultyKeys(c.input.body);
    if (issues.length > 0) refuse('invalid-input', { issues });
    const merchantId = await addMerchant(c.h, c.ports.crypto, { ...c.input.body, bodyId: body.id, nowMs: c.now.ms });
    c.audit('merchant-set', { bodyId: body.id, merchantId }, { mchid: c.input.body.mchid });
    return presentBody(c.h, { ...body, merchantId });
  },
});

const SEAL_BYTES = 2_000_000;

const setSeal = upload(contract.setSeal, {
  keep: async (o, file) => {
    const spec = {
      purpose: 'seal',
      ownerAccountId: null,
      name: file.name,
      accept: ['image/png'],
      maxBytes: SEAL_BYTES,
    };
    const written = await o.ports.files.write(file.bytes, spec);
    return written.ok ? written.value : refuse('file-refused', { reason: written.error });
  },
  handle: async (c, seal) => {
    const body = await administeredBody(c.h, c.actor, c.input.params.id);
    await recordFile(c.h, seal);
    await setSealFile(c.h, body.id, seal.id);
    c.audit('seal-set', { bodyId: body.id, fileId: seal.id });
    return presentBody(c.h, { ...body, sealFileId: seal.id });
  },
});

export const routes: Route[] = [getStaffBody, updateBody, setMerchant, setSeal];
