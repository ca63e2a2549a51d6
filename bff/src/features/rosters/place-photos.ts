import type { PhotosTaken } from '@jikaotong/shared/contract';
import type { PhotoFault } from '@jikaotong/shared/rules/photo';
import { matchPhotos } from '@jikaotong/shared/rules/units';
import { photoFaultSentence, photoLackWord, photoProblemSentence } from '@jikaotong/shared/words';
import type { Context } from '../../platform/http';
import { MENDABLE } from '../applications';
import { attachedAmong } from '../candidates';
import { membersOf, toldBy } from './own-roster';

type Problem = PhotosTaken['problems'][number];

/** Somebody of a roster whom a photo may be of. */
export type Pictured = {
  readonly id: string;
  readonly name: string;
  readonly documentNumber: string;
  readonly isOpen: boolean;
  readonly hasPhoto: boolean;
};

const MOST_NAMED = 20;

export async function picturedIn(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  rosterId: string,
): Promise<readonly Pictured[]> {
  return (await membersOf(h, rosterId)).map(({ row, application }) => {
    const { name, documentNumber } = toldBy({ ports }, application).candidate;
    return {
      id: row.id,
      name: name ?? '',
      documentNumber: documentNumber ?? '',
      isOpen: MENDABLE.includes(application.state),
      hasPhoto: application.photo !== null || row.nextPhoto !== null,
    };
  });
}

/** Whose each file is, in their order; what is nobody's to take, or of somebody who was handed in, is a problem. */
export function placePhotos(
  files: readonly string[],
  people: readonly Pictured[],
): readonly ({ readonly person: Pictured } | { readonly problem: Problem })[] {
  return matchPhotos(files, people).map((match) => {
    const person = 'id' in match ? people.find(({ id }) => id === match.id) : undefined;
    const { file } = match;
    if (!person) return { problem: photoProblem(file, 'code' in match ? match.code : 'photo-unknown', null) };
    return person.isOpen ? { person } : { problem: photoProblem(file, 'row-closed', person.name) };
  });
}

export const photoProblem = (file: string, code: string, name: string | null): Problem => ({
  file,
  code,
  name,
  reason: photoProblemSentence(code),
  faults: [],
});

/** The same of one by the rule: it is kept, to be given to somebody. */
export const loosePhoto = (problem: Problem, fileId: string, url: string): Problem => ({
  ...problem,
  photo: { fileId, url },
});

/** The same of one that is not even by the rule: nobody can be given it. */
export const unfitPhoto = (problem: Problem, faults: readonly PhotoFault[]): Problem => ({
  ...problem,
  reason: `${problem.reason}，照片也不合要求，请换一张、改好文件名再传`,
  faults: faults.map(({ code, data }) => photoFaultSentence(code, data)),
});

/** Whether somebody can say whose it is. */
export const isAskedAbout = ({ code }: Problem): boolean => ASKED.includes(code);
const ASKED: readonly string[] = ['photo-unknown', 'photo-ambiguous', 'photo-twice'];

/** A photo that the notice's rule does not take. */
export const faultyPhoto = (file: string, name: string, faults: readonly PhotoFault[]): Problem => ({
  ...photoProblem(file, 'photo-refused', name),
  reason: faults.map(({ code, data }) => photoLackWord(code, data)).join('，'),
  faults: faults.map(({ code, data }) => photoFaultSentence(code, data)),
});

/** What is told once these have got a photo. */
export function photosTaken(
  people: readonly Pictured[],
  given: ReadonlySet<string>,
  problems: readonly Problem[],
): PhotosTaken {
  const without = people.filter(({ id, isOpen, hasPhoto }) => isOpen && !hasPhoto && !given.has(id));
  const missing = { count: without.length, names: without.slice(0, MOST_NAMED).map(({ name }) => name) };
  return { taken: given.size, problems: [...problems], missing };
}

/** What was told then, as it stands by now: what was given since counts as taken, and what is kept can be looked at. */
export async function followTaken(
  ctx: Pick<Context, 'h' | 'ports'>,
  rosterId: string,
  { taken, problems }: PhotosTaken,
): Promise<PhotosTaken> {
  const attached = await attachedAmong(
    ctx.h,
    problems.flatMap(({ photo }) => photo?.fileId ?? []),
  );
  const left = problems
    .filter(({ photo }) => !photo || attached.get(photo.fileId) !== true)
    .map(({ photo, ...problem }) =>
      photo && attached.has(photo.fileId)
        ? loosePhoto(problem, photo.fileId, ctx.ports.files.link(photo.fileId))
        : problem,
    );
  const { missing } = photosTaken(await picturedIn(ctx, rosterId), new Set(), []);
  return { taken: taken + problems.length - left.length, problems: left, missing };
}
