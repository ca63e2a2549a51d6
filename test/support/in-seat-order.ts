import { seatList } from '@jikaotong/shared/lists';
import type { Candidate, Examination } from './examination';

/** Candidates in the order of their rooms and seats in the first hour, each called by a name of their own: seats are drawn. */
export async function inSeatOrder(exam: Examination, candidates: readonly Candidate[]): Promise<Candidate[]> {
  const { items } = await exam.officer.api.ok(seatList.rows, { params: exam.params, query: { limit: '200' } });
  const names = items.filter(({ hour }) => hour === items[0]?.hour).map(({ name }) => name);
  return names.flatMap((name) => candidates.find(({ who }) => who.name === name) ?? []);
}
