import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import { type SubjectCode, SubjectCodeSchema } from '@jikaotong/shared/notice';
import { feeOf } from '@jikaotong/shared/rules/fees';
import { type Answer, type Problem, refused } from './answer';
import { findOffering } from './find-notice';
import { readArguments } from './read-arguments';

/** `fee ID --offering C [--retake theory,skill]`: lines and total in fen. */
export async function fee(args: readonly string[]): Promise<Answer> {
  const read = readArguments(args, ['offering', 'retake']);
  if (!read.ok) return read;
  const found = await findOffering(read.value.subject, read.value.options.offering);
  if (!found.ok) return found;
  const retake = subjectsOf(read.value.options.retake);
  if (!retake.ok) return retake;
  const price = feeOf(found.value.notice, found.value.offering.code, { retake: retake.value });
  if (!price.ok) {
    const { code, data } = price.error;
    return failed([{ path: 'fees', line: null, code, message: `${code}: ${Object.values(data).join(', ')}` }]);
  }
  const { lines, totalFen } = price.value;
  return ok({ lines: lines.map(({ item, fen }) => ({ item, fen })), totalFen });
}

function subjectsOf(given: string | undefined): Result<SubjectCode[] | undefined, readonly Problem[]> {
  if (given === undefined) return ok(undefined);
  const subjects: SubjectCode[] = [];
  for (const name of given.split(',')) {
    const subject = SubjectCodeSchema.safeParse(name.trim());
    if (!subject.success) return refused('--retake', 'subject-unknown', `${name} is not theory, skill or review`);
    if (!subjects.includes(subject.data)) subjects.push(subject.data);
  }
  return ok(subjects);
}
