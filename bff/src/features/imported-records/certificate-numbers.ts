import { yearOf } from '@jikaotong/shared/kernel';
import { bodyPartOf, certificateFormOf } from '@jikaotong/shared/rules/numbering';
import { type Context, refuse } from '../../platform/http';
import { nextNumber, takeNumbers } from '../../platform/numbers';
import type { SheetProblem } from '../../platform/sheets';
import { findBody, listBodies } from '../bodies';
import { broughtIn, issuedHere } from './imported-record.repository';

type Looking = Pick<Context, 'h' | 'now'>;
/** By so many a number may lie beyond the highest known of its sequence; further off it is a slip of the pen. */
const FARTHEST = 1000;

/** The parts of a number in the national form, whose sequence is given out here; null: another form. */
function partsOf(number: string) {
  if (certificateFormOf(number) !== 'vocational-skill') return null;
  return {
    bodyPart: number.slice(0, 13),
    year: Number(number.slice(13, 15)),
    series: number.slice(0, 16),
    sequence: Number(number.slice(16)),
  };
}
const shortYear = ({ now }: Pick<Context, 'now'>): number => yearOf(now.day) % 100;

/** Numbers that were issued here, are another body's, or run far ahead of the body's own sequence. */
export async function numberProblems(
  ctx: Looking,
  bodyId: string,
  rows: readonly { readonly row: number; readonly number: string }[],
): Promise<SheetProblem<string>[]> {
  const problems: SheetProblem<string>[] = [];
  const prefixes = (await listBodies(ctx.h)).flatMap(({ id, certificatePrefix }) =>
    certificatePrefix ? [{ isOwn: id === bodyId, bodyPart: bodyPartOf(certificatePrefix) }] : [],
  );
  const own = prefixes.find(({ isOwn }) => isOwn)?.bodyPart ?? null;
  const ours = await issuedHere(
    ctx.h,
    rows.map(({ number }) => number),
  );
  const highest = new Map<string, number>();
  for (const { row, number } of rows.toSorted((one, other) => (one.number < other.number ? -1 : 1))) {
    const wrong = (code: string) => problems.push({ row, column: '证书编号', code, value: number });
    if (ours.has(number)) wrong('certificate-ours');
    const parts = partsOf(number);
    if (!parts) {
      // a slip in a number of this country's form would otherwise pass as one of another form
      if (prefixes.some(({ bodyPart }) => number.startsWith(bodyPart))) wrong('certificate-form-wrong');
      continue;
    }
    const { bodyPart, year, series, sequence } = parts;
    if (bodyPart !== own) {
      if (prefixes.some((prefix) => prefix.bodyPart === bodyPart)) wrong('certificate-of-another');
      else if (own === null && year >= shortYear(ctx)) wrong('certificate-prefix-first');
      continue;
    }
    if (year > shortYear(ctx) && year < 90) wrong('certificate-year-to-come');
    if (year !== shortYear(ctx)) continue;
    const known = highest.get(series) ?? (await highestKnown(ctx, bodyId, series));
    highest.set(series, Math.max(known, sequence));
    if (sequence <= known + FARTHEST) continue;
    wrong('certificate-number-far');
    highest.set(series, known);
  }
  return problems;
}

async function highestKnown({ h }: Looking, bodyId: string, series: string): Promise<number> {
  const given = (await nextNumber(h, `certificate:${series}`)) - 1;
  // a letter sorts behind all digits, and such a number is of another form
  const brought = (await broughtIn(h, { bodyId, series })).find((number) => partsOf(number) !== null);
  return Math.max(given, brought === undefined ? 0 : (partsOf(brought)?.sequence ?? 0));
}

/**
 * A number of this year's own sequence is given out no second time. Refuses `wrong-state` for one that was issued here
 * meanwhile.
 */
export async function passNumber(ctx: Looking, bodyId: string, number: string): Promise<void> {
  const parts = partsOf(number);
  const prefix = (await findBody(ctx.h, bodyId))?.certificatePrefix;
  if (parts && prefix && parts.bodyPart === bodyPartOf(prefix) && parts.year === shortYear(ctx)) {
    const counter = `certificate:${parts.series}`;
    const behind = parts.sequence - (await nextNumber(ctx.h, counter)) + 1;
    if (behind > 0) await takeNumbers(ctx.h, counter, behind);
  }
  if ((await issuedHere(ctx.h, [number])).has(number)) refuse('wrong-state', { state: 'certificate-ours' });
}
