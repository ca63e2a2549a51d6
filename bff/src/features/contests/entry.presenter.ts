import { AssessmentView, type EntryView, type StaffEntryDetail } from '@jikaotong/shared/contract';
import { entrantGroupName } from '@jikaotong/shared/notice';
import { maskNumber, maskPhone } from '@jikaotong/shared/rules/identity';
import type { Context } from '../../platform/http';
import { openCasesOf } from '../cases';
import { loadNoticeVersion } from '../notices';
import { loadContest, presentContest } from './contest';
import { type Entry, type OwnEntry, entryWords, madeHere } from './contest.record';
import { doubtsNow, waitsForStaff } from './doubts-now';
import { judgedBy, openEntry } from './entrant';
import { assessEntry } from './judge-entry';
import { outAfter } from './stage-entrants.repository';

type Seen = Pick<Context, 'h' | 'now' | 'ports'>;

/** An entry as its owner sees it. */
export async function presentEntry(ctx: Seen, row: OwnEntry): Promise<EntryView> {
  const contest = await loadContest(ctx, row.noticeId);
  const { documentNumber, phone } = openEntry(ctx.ports.crypto, row);
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
    phoneMasked: phone === null ? '' : maskPhone(phone),
    group: row.entrantGroup,
    groupName: entrantGroupName(contest.rule, row.entrantGroup),
    groupNote: wordIn(ctx, row, 'groupNote'),
    unit: row.unit,
    unitType: row.unitType,
    coach: wordIn(ctx, row, 'coach'),
    unionCard: row.unionCard,
    levels: levelsOf(row),
    training: row.training,
    photoUrl: ctx.ports.files.link(row.photo.fileId),
    enteredOn: row.enteredOn,
    decision: decisionOf(ctx, row),
    outAfter: row.state === 'entered' ? await outAfter(ctx.h, contest, row.id) : null,
    contest: await presentContest(ctx.h, contest, ctx.now.day),
  };
}

/** One entry in full, with what the rules say of it by the version of the notice that it was judged by. */
export async function presentDetail(ctx: Seen, row: Entry): Promise<StaffEntryDetail> {
  const contest = await loadContest(ctx, row.noticeId);
  const cases = await openCasesOf(ctx.h, [row.id]);
  const [coach, groupNote] = [wordIn(ctx, row, 'coach'), wordIn(ctx, row, 'groupNote')];
  const { notice } = await loadNoticeVersion(ctx.h, row.noticeVersionId);
  const own = madeHere(row);
  const judged = own && assessEntry({ notice, offeringCode: row.offeringCode }, judgedBy(ctx.ports.crypto, own));
  const { documentNumber, birthDate, sex, phone } = openEntry(ctx.ports.crypto, row);
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    phone,
    documentNumberMasked: maskNumber(documentNumber),
    unit: row.unit,
    group: row.entrantGroup,
    groupName: row.entrantGroup === null ? null : entrantGroupName(contest.rule, row.entrantGroup),
    groupNote,
    training: row.training,
    verdict: row.verdict,
    onlyGroupWaits: waitsForStaff(row) && (await doubtsNow(ctx, row)).length === 0,
    photoUrl: row.photo && ctx.ports.files.link(row.photo.fileId),
    enteredOn: row.enteredOn,
    decision: decisionOf(ctx, row),
    listedOn: row.listedOn,
    listReference: row.listReference,
    state: row.state,
    origin: row.origin,
    documentType: row.documentType,
    documentNumber,
    documentExpiresOn: row.documentExpiresOn,
    birthDate,
    sex,
    unitType: row.unitType,
    coach,
    unionCard: row.unionCard,
    levels: levelsOf(row),
    assessment: judged && AssessmentView.parse(judged),
    judgedOn: row.judgedOn ?? row.enteredOn,
    cases: cases.map(({ id, kind, candidateId, otherCandidateId }) => ({
      id,
      kind,
      twins: [candidateId, otherCandidateId].filter((one): one is string => one !== null && one !== row.id),
    })),
    unprintable: unprintableIn(ctx, { name: row.name, unit: row.unit, coach, groupNote }),
    contest: await presentContest(ctx.h, contest, ctx.now.day),
  };
}

type Printed = StaffEntryDetail['unprintable'][number]['of'];

/** Which characters of what goes on papers no font has, field by field. */
function unprintableIn(
  { ports }: Pick<Seen, 'ports'>,
  texts: Readonly<Record<Printed, string | null>>,
): StaffEntryDetail['unprintable'] {
  return (['name', 'unit', 'coach', 'groupNote'] as const)
    .map((of) => ({ of, characters: ports.pdf.missingGlyphs(texts[of] ?? '') }))
    .filter(({ characters }) => characters.length > 0);
}

/** What was written beside an entry; null: nothing. */
export const wordIn = (
  { ports }: Pick<Seen, 'ports'>,
  row: Entry | OwnEntry,
  word: 'groupNote' | 'coach' | 'decisionReason',
) => entryWords.openIf(ports.crypto, row, word);

function decisionOf(ctx: Seen, row: Entry): EntryView['decision'] {
  const { decision, decidedOn } = row;
  if (!decision || !decidedOn) return null;
  return { verdict: decision, reason: wordIn(ctx, row, 'decisionReason'), on: decidedOn };
}

export const levelsOf = (row: Pick<Entry, 'levels'>): EntryView['levels'] =>
  row.levels.map(({ occupation, level }) => ({ occupation, level }));
