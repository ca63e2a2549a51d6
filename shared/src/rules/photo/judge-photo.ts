import { every } from '../../kernel';
import type { PhotoRule } from '../../notice';
import { BACKGROUND_SHARE, type BorderShares } from './border';

/** A background a notice may ask for. */
export type Background = keyof BorderShares;

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
  /** Nowhere a colour; absent where it was not looked at. */
  readonly grey?: boolean;
};

export type PhotoFault =
  | { readonly code: 'photo-not-jpeg' | 'photo-not-png'; readonly data: { readonly format: string | null } }
  | { readonly code: 'photo-damaged'; readonly data: Record<string, never> }
  | {
      readonly code: 'photo-too-small-bytes' | 'photo-too-large-bytes';
      readonly data: { readonly bytes: number; readonly minBytes: number; readonly maxBytes: number };
    }
  | { readonly code: 'photo-too-low'; readonly data: { readonly heightPx: number; readonly heightAbovePx: number } }
  | { readonly code: 'photo-too-narrow'; readonly data: { readonly widthPx: number; readonly widthAbovePx: number } }
  | { readonly code: 'photo-background'; readonly data: { readonly background: Background } };

export const PHOTO_FAULTS = every<PhotoFault['code']>()([
  'photo-not-jpeg',
  'photo-not-png',
  'photo-damaged',
  'photo-too-small-bytes',
  'photo-too-large-bytes',
  'photo-too-low',
  'photo-too-narrow',
  'photo-background',
]);

/** Everything wrong with a photo at once; an empty list is a yes. What the notice leaves unsaid is never refused. */
export function judgePhoto(facts: PhotoFacts, rule: PhotoRule): readonly PhotoFault[] {
  const faults: PhotoFault[] = [];
  const format = rule.format?.value;
  if (format && facts.format !== format) {
    faults.push({ code: `photo-not-${format}`, data: { format: facts.format } });
  } else if (facts.damaged) {
    faults.push({ code: 'photo-damaged', data: {} });
  }
  return [...faults, ...sizeFaults(facts, rule), ...backgroundFaults(facts, rule)];
}

/** Whether a grey photo is for the reviewer to look at: the notice says 彩色, and no measure tells a pale face from none. */
export const isGreyInsteadOfColour = (facts: Pick<PhotoFacts, 'grey'> | null, rule: PhotoRule | null): boolean =>
  facts?.grey === true && rule !== null && JSON.stringify(rule).includes('彩色');

/** What is wrong with the part of a picture that is kept, before it is drawn anew: enlarging it makes no larger photo. */
export const judgeFrame = (frame: { readonly width: number; readonly height: number }, rule: PhotoRule) =>
  pixelFaults({ widthPx: Math.floor(frame.width), heightPx: Math.floor(frame.height) }, rule);

function sizeFaults({ bytes, ...measured }: PhotoFacts, rule: PhotoRule): PhotoFault[] {
  const faults: PhotoFault[] = [];
  if (rule.bytes) {
    const data = { bytes, minBytes: rule.bytes.min, maxBytes: rule.bytes.max };
    if (bytes < rule.bytes.min) faults.push({ code: 'photo-too-small-bytes', data });
    if (bytes > rule.bytes.max) faults.push({ code: 'photo-too-large-bytes', data });
  }
  return [...faults, ...pixelFaults(measured, rule)];
}

function pixelFaults({ widthPx, heightPx }: Pick<PhotoFacts, 'widthPx' | 'heightPx'>, rule: PhotoRule): PhotoFault[] {
  const faults: PhotoFault[] = [];
  if (rule.pixels && heightPx !== null && heightPx <= rule.pixels.heightAbove) {
    faults.push({ code: 'photo-too-low', data: { heightPx, heightAbovePx: rule.pixels.heightAbove } });
  }
  if (rule.pixels && widthPx !== null && widthPx <= rule.pixels.widthAbove) {
    faults.push({ code: 'photo-too-narrow', data: { widthPx, widthAbovePx: rule.pixels.widthAbove } });
  }
  return faults;
}

function backgroundFaults({ border }: PhotoFacts, rule: PhotoRule): PhotoFault[] {
  const background = rule.background?.value;
  if (!background || !border || border[background] >= BACKGROUND_SHARE) return [];
  return [{ code: 'photo-background', data: { background } }];
}
