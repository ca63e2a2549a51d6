import { may } from '@jikaotong/shared/rules/progress';
import { type KeptRow, keptRowSentence } from '@jikaotong/shared/words';
import { sha256 } from '../../platform/crypto';
import type { Context } from '../../platform/http';
import type { SheetChange } from '../../platform/sheet-imports';
import { MENDABLE, judgedAsTold } from '../applications';
import { progressFactsOf } from '../participants';
import { type Member, type OpenRoster, judgeMember, judgeToldRow, toldBy, withOldPhoto } from './own-roster';
import type { Told } from './told-row';
import { toldAfter } from './write-row';

type Verdict = NonNullable<SheetChange<unknown>['verdict']>;
type Judging = Pick<Context, 'ports' | 'now'>;

/** Why a sheet leaves a row that it names as it is; null: it may change it. */
export const keptWhy = ({ row, application }: Member): KeptRow | null =>
  row.queuedAt !== null ? 'queued' : MENDABLE.includes(application.state) ? null : 'handed-in';

/**
 * What becomes of a row that the sheet does not name, when such rows are to go; null: a draft, which goes. Only what is
 * `withdrawn-if-removed` goes of the others.
 */
export function missingWhy({ now }: Judging, { frame }: OpenRoster, member: Member): KeptRow | null {
  const { application } = member;
  if (application.accountId !== null) return 'claimed';
  if (member.row.queuedAt !== null) return 'queued';
  if (application.firstSubmittedOn === null && application.state === 'draft') return null;
  return may('withdraw', progressFactsOf(application, frame.windows), now.day)
    ? 'not-withdrawn'
    : 'withdrawn-if-removed';
}

/** The verdict of a row that is left as it is. */
export const keptVerdict = (why: KeptRow, words: readonly string[], attention: boolean): Verdict => ({
  standing: null,
  words: [keptRowSentence(why), ...words],
  attention,
});

/**
 * By what a row is judged on a day, as a short mark: what is judged by the same says the same, and need not be judged again
 * when it is written.
 */
export const judgedBy = ({ frame, unit }: OpenRoster, day: Context['now']['day']): string =>
  sha256(JSON.stringify([day, unit.name, frame])).slice(0, 16);

/** Photos come by a way of their own once the sheet is taken: whoever lacks but that is in order. */
const waitsForPhoto = (refused: ReturnType<typeof judgeMember>['refused']): boolean =>
  refused?.refused === 'photo-missing';

/** Judges rows as they would stand once a sheet is taken, by the same rules as afterwards; `words` are added to the reasons. */
export function sheetJudge(ctx: Judging, { frame }: OpenRoster) {
  const verdictOf = (
    { standing, refused, reasons }: ReturnType<typeof judgeMember>,
    words: readonly string[],
  ): Verdict => ({
    standing,
    words: [...reasons, ...words],
    attention: (standing === 'incomplete' && !waitsForPhoto(refused)) || standing === 'ineligible' || words.length > 0,
  });
  return {
    added: (told: Told, words: readonly string[]): Verdict =>
      verdictOf(judgeToldRow(ctx, { application: judgedAsTold(told), told, frame }), words),
    changed: (member: Member, told: Told, words: readonly string[]): Verdict => {
      const { application } = member;
      const judged = judgeToldRow(ctx, {
        application: { ...application, route: told.route },
        told: toldAfter(toldBy(ctx, application), told, ctx.now.day),
        frame,
      });
      // it writes over what stands there: to be looked at one by one
      return { ...verdictOf(withOldPhoto(member, judged), words), attention: true };
    },
    same: (member: Member, words: readonly string[]): Verdict => verdictOf(judgeMember(ctx, member, frame), words),
  };
}
