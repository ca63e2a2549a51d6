import { sameText } from '../../kernel';
import type { MajorField, Notice, OccupationField, PrintedName, School } from '../../notice';
import type { AssessmentInput } from './judged';

/**
 * How a name stands to the lists of a notice; off an open or a closed list, and where no list is printed, staff judge. `other`:
 * a major of which nothing counts but the lists, and it stands on none.
 */
export type Fit = 'match' | 'off-open-list' | 'off-closed-list' | 'no-list';

/** The same of a major; `categories`: 专业大类 of the lists for such schools, in which staff look for it. */
export type MajorFit = { readonly fit: Fit | 'other'; readonly categories: readonly string[] };

/** Whether an occupation is the offering's own or on the list of related ones. */
export function occupationFit({ notice, offering }: AssessmentInput, field: OccupationField, occupation: string): Fit {
  const own = [offering.occupation, ...(offering.workType === null ? [] : [offering.workType])];
  if (field.own && own.some((name) => sameName(name, occupation))) return 'match';
  const list = notice.relatedOccupations.find(({ id }) => id === field.related);
  if (!list) return 'no-list';
  if (list.names.some((name) => isNamed(name, occupation))) return 'match';
  return list.open.value ? 'off-open-list' : 'off-closed-list';
}

/** Whether a major of a school stands on a list for such schools. Categories alone match nobody: staff judge them. */
export function majorFit(notice: Notice, field: MajorField, school: School, major: string): MajorFit {
  const lists = notice.relatedMajors.filter(
    ({ id, schools }) => field.related.includes(id) && schools.includes(school),
  );
  const categories = lists.flatMap((list) => list.categories);
  if (lists.some(({ names }) => names.some((name) => isNamed(name, major)))) return { fit: 'match', categories };
  // the offering's own majors, which no list names, do not count by themselves: what no open list and no category leaves open is another
  if (!field.own && categories.length === 0 && !lists.some(({ open }) => open.value))
    return { fit: 'other', categories };
  if (lists.length === 0) return { fit: 'no-list', categories };
  return { fit: lists.some(({ open }) => open.value) ? 'off-open-list' : 'off-closed-list', categories };
}

/** The word for a reason's data. */
export const listWord = (fit: Exclude<Fit, 'match'>): 'open' | 'closed' | 'none' =>
  fit === 'off-open-list' ? 'open' : fit === 'off-closed-list' ? 'closed' : 'none';

const isNamed = ({ raw, corrected }: PrintedName, given: string): boolean =>
  sameName(raw, given) || (corrected !== undefined && sameName(corrected, given));

const sameName = (a: string, b: string): boolean => plain(a) === plain(b);

/** Brackets of one kind, no white space, without a closing 专业. */
const plain = (name: string): string => {
  const words = sameText(name);
  return words.length > 2 && words.endsWith('专业') ? words.slice(0, -2) : words;
};
