import { portraits as contract } from '@jikaotong/shared/contract';
import { DEFAULT_PAGE, bodiesOf, command, cursorIn, pageOf, query, refuse } from '../../platform/http';
import { openCasesOf } from '../cases';
import { findSessionIn } from '../sessions';
import { presentOffering } from './application.presenter';
import { changeOwnRow } from './application.repository';
import { doubtsNow } from './doubts-now';
import { loadFrames } from './frame';
import { countPortraits, listWithPortrait, waitingAmong } from './portrait.repository';
import { rulingsIn } from './ruling.repository';
import { photoFaults } from './submission.policy';

const list = query(contract.listPortraits, async (ctx) => {
  const { h, actor, input, ports } = ctx;
  const bodyIds = bodiesOf(actor, contract.listPortraits.who);
  const { id: eventId } = (await findSessionIn(h, bodyIds, input.params.id)) ?? refuse('not-found');
  const { of: which, cursor, limit = DEFAULT_PAGE, unit: unitId = null } = input.query;
  const found = await listWithPortrait(h, { eventId, unitId, which }, { after: cursorIn(cursor, 2), limit: limit + 1 });
  const { items: rows, next } = pageOf(found, limit, ({ submittedAt, id }) => [submittedAt ?? 0, id]);
  const frameOf = await loadFrames(h, rows);
  const rulings = await rulingsIn(h, ports.crypto, eventId);
  const cases = await openCasesOf(
    h,
    rows.map(({ id }) => id),
  );
  const withCase = new Set(cases.flatMap(({ candidateId, otherCandidateId }) => [candidateId, otherCandidateId]));
  const items = rows.flatMap((row) => {
    if (row.photo === null) return [];
    const { id, version, name, offeringCode, photo, portraitSeen } = row;
    const { fileId } = photo;
    const frame = frameOf(row);
    const own = rulings.filter((ruling) => ruling.offeringCode === offeringCode);
    return {
      id,
      version,
      name,
      offering: presentOffering(frame, offeringCode),
      photo: { id: fileId, url: ports.files.link(fileId) },
      faults: photoFaults(frame.notice, photo).map(({ code }) => code),
      doubts: doubtsNow(ports.crypto, row, { rulings: own, hasCase: withCase.has(id) }),
      seen: portraitSeen !== null,
    };
  });
  return { items, next, counts: await countPortraits(h, { eventId, unitId }) };
});

const look = command(contract.lookAtPortraits, {
  handle: async (ctx) => {
    const { h, actor, input, now } = ctx;
    const bodyIds = bodiesOf(actor, contract.lookAtPortraits.who);
    const { id: eventId } = (await findSessionIn(h, bodyIds, input.params.id)) ?? refuse('not-found');
    const waiting = await waitingAmong(
      h,
      eventId,
      input.body.seen.map(({ id }) => id),
    );
    const shown = input.body.seen.filter(({ id, photoId }) => waiting.get(id) === photoId);
    for (const { id, photoId } of shown)
      await changeOwnRow(h, id, {
        portraitSeen: photoId,
        portraitSeenBy: actor.accountId,
        portraitSeenAt: now.ms,
      });
    ctx.audit('portraits-looked-at', { sessionId: eventId }, { rows: shown.length });
    return { id: eventId };
  },
  present: async ({ h }, id) => ({ counts: await countPortraits(h, { eventId: id, unitId: null }) }),
});

export const routes = [list, look];
