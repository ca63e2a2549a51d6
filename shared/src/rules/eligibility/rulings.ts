import { sameText } from '../../kernel';
import type { DoubtCode, RouteAssessment } from './assessment';

/** Doubts about a word that many may have written: whether it counts is decided once, for all of a session. */
export const RULED_DOUBTS = [
  'job-occupation-not-listed',
  'certificate-occupation-not-listed',
  'title-occupation-not-listed',
  'major-not-listed',
  'major-category-to-judge',
] as const satisfies readonly DoubtCode[];
export type RuledDoubt = (typeof RULED_DOUBTS)[number];

/** Such a word, as the doubt about it says it: an occupation or a major. */
export type DoubtedWord = { readonly code: RuledDoubt; readonly word: string };
/** What staff decided about one: it counts as related, or it does not. */
export type Ruling = DoubtedWord & { readonly counts: boolean };

/** The same for every way of writing a word. */
export const doubtedKey = ({ code, word }: DoubtedWord): string => `${code}:${sameText(word)}`;

const ruled: ReadonlySet<string> = new Set(RULED_DOUBTS);
const isRuled = (code: DoubtCode): code is RuledDoubt => ruled.has(code);

type Judged = {
  readonly route: string | null;
  readonly assessment: { readonly routes: readonly RouteAssessment[] };
};

const doubtsOfChosen = ({ route, assessment: { routes } }: Judged) => {
  const chosen = routes.find((one) => one.route === route);
  return chosen?.verdict === 'needs-review' ? chosen.doubts : null;
};

/** Every word that the chosen condition leaves to judgement, each once. */
export function doubtedWords(judged: Judged): DoubtedWord[] {
  const words = (doubtsOfChosen(judged) ?? []).flatMap(({ code, data }) => {
    const said = data['occupations'] ?? data['majors'];
    return isRuled(code) && Array.isArray(said) ? said.map((word: string): DoubtedWord => ({ code, word })) : [];
  });
  return [...new Map(words.map((word) => [doubtedKey(word), word])).values()];
}

/**
 * Whether nothing of the chosen condition is left to judge: it is left to judgement for such words alone, and every one of
 * them counts. One other doubt, or one word that nobody has decided about, and it must be looked at by itself.
 */
export function isSettled(judged: Judged, rulings: readonly Ruling[]): boolean {
  const doubts = doubtsOfChosen(judged);
  if (doubts === null || !doubts.every(({ code }) => isRuled(code))) return false;
  const counting = new Set(rulings.filter(({ counts }) => counts).map(doubtedKey));
  const words = doubtedWords(judged);
  return words.length > 0 && words.every((word) => counting.has(doubtedKey(word)));
}
