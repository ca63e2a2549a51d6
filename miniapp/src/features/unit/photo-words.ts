import type { ReplyOf, rosters } from '@jikaotong/shared/contract';

type Sent = ReplyOf<typeof rosters.uploadRosterPhotos>;
const MOST_NAMED = 40;

/** Photos that were not taken, together where the reason is the same; what is measured only of one alone. */
export function photosByReason(problems: Sent['problems']): { title: string; whose: string; faults: string[] }[] {
  const groups = new Map<string, Sent['problems']>();
  for (const one of problems) groups.set(one.reason, [...(groups.get(one.reason) ?? []), one]);
  return [...groups].map(([reason, all]) => {
    const named = all.slice(0, MOST_NAMED).map(({ name, file }) => name ?? file);
    return {
      title: `${all.length} 张：${reason}`,
      whose: `${named.join('、')}${all.length > named.length ? '等' : ''}`,
      faults: all.length === 1 ? (all[0]?.faults ?? []) : [],
    };
  });
}

/** `还差 1 人：高小军`. */
export const missingPhotoWords = ({ count, names }: Sent['missing']): string =>
  `还差 ${count} 人：${names.join('、')}${count > names.length ? '等' : ''}`;

/** What was told, once photos in it are given to people since; by file, the name of whoever has it. */
export function followGiven({ taken, problems, missing }: Sent, given: ReadonlyMap<string, string>): Sent {
  const names = problems.flatMap(({ photo }) => (photo && given.get(photo.fileId)) ?? []);
  const left = [...missing.names];
  for (const name of names) if (left.includes(name)) left.splice(left.indexOf(name), 1);
  return {
    taken: taken + names.length,
    problems: problems.filter(({ photo }) => !photo || !given.has(photo.fileId)),
    missing: { count: Math.max(left.length, missing.count - names.length), names: left },
  };
}
