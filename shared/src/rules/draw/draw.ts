import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What is shown before the draw: it fixes the seed and does not tell it. Hex of 64 digits. */
export const commitmentTo = (seed: string): string => hexOf(seed);

/** The entrants in the order that the seed gives them; `purpose` keeps several draws from one seed apart. */
export const drawnOrder = ({
  seed,
  purpose,
  entrants,
}: {
  seed: string;
  purpose: string;
  entrants: readonly string[];
}): readonly string[] =>
  entrants
    .map((entrant) => ({ entrant, hash: hexOf(`${seed}\n${purpose}\n${entrant}`) }))
    .toSorted((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0))
    .map(({ entrant }) => entrant);

/** Where an entrant stands: heat and station from 1. */
export type Station = { readonly entrant: string; readonly heat: number; readonly station: number };

/** Heats of so many stations, filled in the drawn order; only the last one may have room. */
export const stationsOf = (order: readonly string[], stations: number): readonly Station[] =>
  order.map((entrant, position) => ({
    entrant,
    heat: Math.floor(position / stations) + 1,
    station: (position % stations) + 1,
  }));

/** Papers dealt in turn along the drawn order, so that each is used as often as the others, give or take one. */
export const papersOf = (
  order: readonly string[],
  papers: readonly string[],
): readonly { readonly entrant: string; readonly paper: string }[] =>
  order.flatMap((entrant, position) => {
    const paper = papers[position % papers.length];
    return paper === undefined ? [] : [{ entrant, paper }];
  });

/** SHA-256 of a text, in hex. */
export const hexOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
