import type { BodyOf, contestEntries } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { type ContestRule, OTHER_GROUP, entrantGroupName } from '@jikaotong/shared/notice';
import { type Assessment, assessEntrant } from '@jikaotong/shared/rules/eligibility';
import {
  completedByNumber,
  judgeToldIdentity,
  missingDetails,
  normaliseNumber,
} from '@jikaotong/shared/rules/identity';
import { isGreyInsteadOfColour } from '@jikaotong/shared/rules/photo';
import { type Context, refuse } from '../../platform/http';
import { photoFaults } from '../applications';
import { type StoredPhoto, sealIdentity } from '../candidates';
import type { Contest } from './contest';
import type { Known } from './entrant';
import { entryDoubtsOf } from './entry-doubts';
import { entryWords } from './contest.record';

export type EntryBody = BodyOf<typeof contestEntries.enterContest>;

/**
 * Judges an entry on a day and gives what is to be written; what is left out is taken from what is known. Refuses in
 * this order: details, document, conditions (on the day of entering), photo.
 */
export function judgeEntry(
  ctx: Judging,
  given: { id: string; contest: Contest; body: EntryBody; known: Known; photo: StoredPhoto | null },
) {
  const { id, contest, body, known } = given;
  const { notice } = contest;
  const { candidate, assessment } = judgeEntrant(ctx, given);
  const photo = given.photo ?? known.photo ?? refuse('photo-missing');
  const wrong = photoFaults(notice, photo);
  if (wrong.length > 0) refuse('photo-refused', { faults: wrong });
  const doubts = entryDoubtsOf({
    name: body.name,
    entrantGroup: body.group,
    routes: assessment.routes,
    isPhotoGrey: isGreyInsteadOfColour(photo.facts, notice.photo),
  });

  return {
    identity: sealIdentity(ctx.ports.crypto, id, candidate),
    photo,
    verdict: assessment.verdict,
    own: {
      entrantGroup: body.group,
      groupNote: entryWords.sealIf(ctx.ports.crypto, id, 'groupNote', body.groupNote),
      unit: body.unit,
      unitType: body.unitType,
      coach: entryWords.sealIf(ctx.ports.crypto, id, 'coach', body.coach),
      unionCard: body.unionCard,
      levels: body.levels,
      training: body.training,
      judgedOn: ctx.now.day,
      doubts: doubts.join(',') || null,
      // decided of what was entered before
      decision: null,
      decisionReason: null,
      decidedOn: null,
      decidedBy: null,
    },
  };
}

type Judging = Pick<Context, 'now' | 'ports'>;

/** The same of the entrant alone, whatever the photo. */
export function judgeEntrant(
  ctx: Pick<Context, 'now'>,
  { contest, body, known }: { readonly contest: Contest; readonly body: EntryBody; readonly known: Known },
) {
  const { notice, rule } = contest;
  if (!isGroup(rule, body.group)) refuse('details-missing', { missing: ['group'] });
  if (body.group === OTHER_GROUP && body.groupNote === null) refuse('details-missing', { missing: ['groupNote'] });
  const candidate = candidateOf(ctx, body, known);
  const missing = missingDetails(candidate);
  if (missing.length > 0) refuse('details-missing', { missing });
  const { birthDate, sex } = candidate;
  if (birthDate === null || sex === null) throw new Error('a detail that was not missed is missing');
  const days = { applicationOn: ctx.now.day, examOn: ctx.now.day };
  const faults = judgeToldIdentity(candidate, { matrix: notice.identity, ...days });
  if (faults.length > 0) refuse('identity-refused', { faults });

  const assessment = assessEntry(contest, { birthDate, sex, entrantGroup: body.group, judgedOn: ctx.now.day });
  if (assessment.verdict === 'ineligible') return refuse('not-eligible', { assessment });
  if (assessment.verdict === 'undecided') return refuse('facts-missing', { missing: assessment.missing });

  return { candidate, assessment: { ...assessment, verdict: assessment.verdict } };
}

/** What the rules say of an entrant on a day. */
export const assessEntry = (
  contest: Pick<Contest, 'notice' | 'offeringCode'>,
  given: { birthDate: LocalDate; sex: 'male' | 'female'; entrantGroup: string; judgedOn: LocalDate },
): Assessment => {
  const { birthDate, sex, entrantGroup, judgedOn } = given;
  return assessEntrant(contest, { birthDate, sex, group: entrantGroup, on: judgedOn });
};

/** Whether the notice lists the group, or leaves its list open. */
const isGroup = (rule: ContestRule, group: string): boolean =>
  group === OTHER_GROUP ? rule.entrantGroups?.open.value !== false : entrantGroupName(rule, group) !== null;

function candidateOf(ctx: Pick<Context, 'now'>, body: EntryBody, known: Known) {
  const isKnownDocument = body.documentType === known.documentType;
  const number = body.documentNumber ?? (isKnownDocument ? known.documentNumber : null);
  const sameNumber = number !== null && number === known.documentNumber;
  return completedByNumber(
    {
      name: body.name,
      origin: body.origin,
      documentType: body.documentType,
      documentNumber: number === null ? null : normaliseNumber(number),
      documentExpiresOn: body.documentExpiresOn,
      birthDate: body.birthDate ?? (sameNumber ? known.birthDate : null),
      sex: body.sex ?? (sameNumber ? known.sex : null),
      phone: body.phone ?? known.phone,
      // the unit somebody starts for is the entry's
      employer: null,
    },
    ctx.now.day,
  );
}
