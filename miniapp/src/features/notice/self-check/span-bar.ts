import { durationWords } from '@jikaotong/shared/words';

export type SpanBar = { readonly share: number; readonly label: string };

/** `9年3个月 / 10年` of a shortfall that time fills; null for every other reason. */
export function spanBarOf(code: string, data: Readonly<Record<string, unknown>>): SpanBar | null {
  if (code !== 'experience-short' && code !== 'residence-short') return null;
  const { countedDays, neededDays, years } = data;
  if (typeof countedDays !== 'number' || typeof neededDays !== 'number' || neededDays <= 0) return null;
  return { share: countedDays / neededDays, label: `${durationWords(countedDays)} / ${String(years)}年` };
}
