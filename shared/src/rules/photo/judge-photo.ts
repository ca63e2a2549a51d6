import { BACKGROUND_SHARE, type BorderShares } from './border';

/** What a notice asks of a photo; null where it says nothing. Bounds as printed: bytes inclusive, pixels exclusive. */
export type PhotoRule = {
  readonly format: 'jpeg';
  readonly minBytes: number | null;
  readonly maxBytes: number | null;
  /** The height must be greater than this many pixels. */
  readonly heightAbovePx: number | null;
  /** The width must be greater than this many pixels. */
  readonly widthAbovePx: number | null;
  readonly background: 'white' | 'blue' | null;
};

/** What was measured; size and border are null when the picture could not be decoded. */
export type PhotoFacts = {
  readonly bytes: number;
  /** Told by the content, never by the file's name. */
  readonly format: string | null;
  /** Decoding failed, for instance because the file ends early. */
  readonly damaged: boolean;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
  readonly border: BorderShares | null;
};

export type PhotoFault =
  | { readonly code: 'photo-not-jpeg'; readonly data: { readonly format: string | null } }
  | { readonly code: 'photo-damaged'; readonly data: Record<string, never> }
  | { readonly code: 'photo-too-small-bytes'; readonly data: { readonly bytes: number; readonly minBytes: number } }
  | { readonly code: 'photo-too-large-bytes'; readonly data: { readonly bytes: number; readonly maxBytes: number } }
  | { readonly code: 'photo-too-low'; readonly data: { readonly heightPx: number; readonly heightAbovePx: number } }
  | { readonly code: 'photo-too-narrow'; readonly data: { readonly widthPx: number; readonly widthAbovePx: number } }
  | { readonly code: 'photo-background'; readonly data: { readonly background: 'white' | 'blue' } };

/** Everything wrong with a photo at once; an empty list is a yes. */
export function judgePhoto(facts: PhotoFacts, rule: PhotoRule): readonly PhotoFault[] {
  const faults: PhotoFault[] = [];
  const { bytes, widthPx, heightPx, border } = facts;
  if (facts.format !== rule.format) faults.push({ code: 'photo-not-jpeg', data: { format: facts.format } });
  else if (facts.damaged) faults.push({ code: 'photo-damaged', data: {} });
  if (rule.minBytes !== null && bytes < rule.minBytes) {
    faults.push({ code: 'photo-too-small-bytes', data: { bytes, minBytes: rule.minBytes } });
  }
  if (rule.maxBytes !== null && bytes > rule.maxBytes) {
    faults.push({ code: 'photo-too-large-bytes', data: { bytes, maxBytes: rule.maxBytes } });
  }
  if (heightPx !== null && rule.heightAbovePx !== null && heightPx <= rule.heightAbovePx) {
    faults.push({ code: 'photo-too-low', data: { heightPx, heightAbovePx: rule.heightAbovePx } });
  }
  if (widthPx !== null && rule.widthAbovePx !== null && widthPx <= rule.widthAbovePx) {
    faults.push({ code: 'photo-too-narrow', data: { widthPx, widthAbovePx: rule.widthAbovePx } });
  }
  if (border !== null && rule.background !== null && border[rule.background] < BACKGROUND_SHARE) {
    faults.push({ code: 'photo-background', data: { background: rule.background } });
  }
  return faults;
}
