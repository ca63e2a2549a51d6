import { type FoundPlace, type Role, counter, search as contract } from '@jikaotong/shared/contract';
import { certificateList, entryList, orderList, reviewList, scoreList, seatList } from '@jikaotong/shared/lists';
import { maskNumber, maskPhone } from '@jikaotong/shared/rules/identity';
import { stageOf } from '@jikaotong/shared/rules/progress';
import { type Route, bodiesOf, query } from '../../platform/http';
import { findApplications, laterPapersIn, loadFrames } from '../applications';
import { findCandidates, openIdentity } from '../candidates';
import { participantsOf, progressFactsOf } from '../participants';
import { eventNamesOf, offeringViewOf } from '../sessions';
import { type Found, findEverywhere, hangingOn } from './search.repository';

const SHOWN = 30;

/** Who may go on there. */
const WHO: Readonly<Record<FoundPlace, readonly Role[]>> = {
  review: reviewList.who,
  counter: counter.getAtCounter.who,
  entry: entryList.who,
  order: orderList.who,
  // invigilators see who sits in their room, and nobody else
  seat: seatList.who.filter((role) => role !== 'invigilator'),
  score: scoreList.who,
  certificate: certificateList.who,
};

const search = query(contract.searchEverywhere, async (ctx) => {
  const { h, actor, input, ports, now } = ctx;
  const bodyIds = bodiesOf(actor, contract.searchEverywhere.who);
  const all = await findEverywhere(h, ports.crypto, { bodyIds, q: input.query.q, limit: SHOWN * 2 });
  const hanging = await hangingOn(h, all);
  const placesOf = (found: Found): FoundPlace[] => {
    const there: Readonly<Record<FoundPlace, boolean>> = {
      review: found.kind === 'application' && found.isHandedIn,
      counter: found.kind === 'application' && !found.isHandedIn,
      entry: found.kind === 'entry',
      order: hanging.orderOf.has(found.candidateId),
      seat: hanging.seatOf.has(found.participantId),
      score: hanging.ticketOf.has(found.participantId),
      certificate: hanging.certificateOf.has(found.candidateId),
    };
    return contract.FOUND_PLACES.filter((place) => there[place] && bodiesOf(actor, WHO[place]).includes(found.bodyId));
  };
  // whoever may go on nowhere with somebody does not learn of them
  const open = all.flatMap((found) => {
    const places = placesOf(found);
    return places.length === 0 ? [] : [{ found, places }];
  });
  const shown = open.slice(0, SHOWN);
  const candidateIds = shown.map(({ found }) => found.candidateId);
  const candidates = await findCandidates(h, candidateIds);
  const standing = await participantsOf(h, candidateIds);
  const rows = await findApplications(h, candidateIds);
  const frameOf = await loadFrames(h, rows);
  const names = new Map<string, string>();
  for (const bodyId of new Set(shown.map(({ found }) => found.bodyId)))
    for (const [id, name] of await eventNamesOf(h, bodyId)) names.set(id, name);
  const items = shown.flatMap(({ found, places }) => {
    const candidate = candidates.get(found.candidateId);
    if (!candidate) return [];
    const { name, phone, documentNumber } = openIdentity(ports.crypto, candidate);
    const row = rows.find(({ id }) => id === found.candidateId);
    const frame = row && frameOf(row);
    return {
      id: found.candidateId,
      name,
      phoneMasked: phone === null ? null : maskPhone(phone),
      documentNumberMasked: documentNumber === null ? null : maskNumber(documentNumber),
      bodyId: found.bodyId,
      eventId: found.eventId,
      eventName: names.get(found.eventId) ?? '',
      offering: row && frame ? offeringViewOf(frame.notice, row.offeringCode) : null,
      state: standing.get(found.candidateId)?.state ?? 'void',
      stage:
        row && frame
          ? stageOf(progressFactsOf(row, frame.usableWindows, laterPapersIn(frame, row.offeringCode)), now.day).stage
          : null,
      ticketNumber: hanging.ticketOf.get(found.participantId) ?? null,
      certificateNumber: hanging.certificateOf.get(found.candidateId) ?? null,
      orderId: hanging.orderOf.get(found.candidateId)?.id ?? null,
      orderNumber: hanging.orderOf.get(found.candidateId)?.number ?? null,
      orderFen: hanging.orderOf.get(found.candidateId)?.totalFen ?? null,
      by: found.by,
      places,
    };
  });
  return { items, more: open.length > SHOWN || all.length === SHOWN * 2 };
});

export const routes: Route[] = [search];
