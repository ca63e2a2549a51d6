import type { EntryView, StaffEntryView } from '@jikaotong/shared/contract';
import { maskNumber, maskPhone } from '@jikaotong/shared/rules/identity';
import type { Context } from '../../platform/http';
import { type Contest, loadContest, presentContest } from './contest';
import type { Entry } from './contest.record';
import { openEntrant } from './entrant';

/** An entry as its owner sees it. */
export async function presentEntry(
  c: Pick<Context, 'h' | 'now' | 'ports'>,
  row: Entry,
  contest?: Contest,
): Promise<EntryView> {
  const { documentNumber, phone } = openEntrant(c.ports.crypto, row);
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    verdict: row.verdict,
    name: row.name,
    origin: row.origin,
    documentType: row.documentType,
    documentNumberMasked: maskNumber(documentNumber),
    documentExpiresOn: row.documentExpiresOn,
    phoneMasked: maskPhone(phone),
    group: row.entrantGroup,
    groupNote: row.groupNote,
    unit: row.unit,
    unitType: row.unitType,
    coach: row.coach,
    unionCard: row.unionCard,
    levels: levelsOf(row),
    training: row.training,
    photoUrl: c.ports.files.link(row.photo.fileId),
    enteredOn: row.enteredOn,
    contest: await presentContest(c.h, contest ?? (await loadContest(c, row.noticeId)), c.now.day),
  };
}

/** An entry as staff see it. */
export function presentStaffEntry({ ports }: Pick<Context, 'ports'>, row: Entry): StaffEntryView {
  const { documentNumber, phone } = openEntrant(ports.crypto, row);
  return {
    id: row.id,
    name: row.name,
    phone,
    documentNumberMasked: maskNumber(documentNumber),
    unit: row.unit,
    group: row.entrantGroup,
    groupNote: row.groupNote,
    training: row.training,
    verdict: row.verdict,
    twice: row.documentKey === null,
    photoUrl: ports.files.link(row.photo.fileId),
    enteredOn: row.enteredOn,
  };
}

const levelsOf = (row: Entry): EntryView['levels'] =>
  row.levels.map(({ occupation, level }) => ({ occupation, level }));
