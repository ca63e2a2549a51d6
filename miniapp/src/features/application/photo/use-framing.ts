import type { Notice } from '@jikaotong/shared/notice';
import { type PhotoFault, judgeFrame } from '@jikaotong/shared/rules/photo';
import { useState } from 'react';
import { type LocalImage, choosePhoto, fitPhoto } from '../../../platform';
import { type Crop, INCH, frameOf, startCrop } from './crop';
import { UNREADABLE_PHOTO, judgeLocal, noFitWords } from './judge-local';

/** A picture that is being framed, or was turned down with its faults. */
export type Picture = { readonly image: LocalImage; readonly crop: Crop; readonly faults: readonly PhotoFault[] };

export type Framing = {
  /** Null: none is picked. */
  readonly picture: Picture | null;
  readonly busy: boolean;
  /** Why a picture cannot be used at all. */
  readonly trouble: string | null;
  readonly pick: (from: 'camera' | 'album') => Promise<void>;
  readonly move: (crop: Crop) => void;
  /** Cuts, shrinks and judges it; what passes is handed on. */
  readonly use: () => Promise<void>;
  readonly drop: () => void;
};

/** For a notice without a byte rule: small enough to travel, large enough to print. */
const ANY_SIZE = { minBytes: 20_000, maxBytes: 500_000 };

/** A portrait from the camera or the album, framed by hand and judged by the server's own rule; false: it was not taken. */
export function useFraming(rule: Notice['photo'], onTaken: (image: LocalImage) => Promise<boolean>): Framing {
  const [picture, setPicture] = useState<Picture | null>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  const pick = async (from: 'camera' | 'album') => {
    setTrouble(null);
    const image = await choosePhoto(from);
    if (!image) return;
    if (image === 'unreadable') setTrouble(UNREADABLE_PHOTO);
    else setPicture({ image, crop: startCrop(image, INCH), faults: [] });
  };
  const take = async ({ image, crop }: Picture): Promise<void> => {
    const size = rule?.bytes ? { minBytes: rule.bytes.min, maxBytes: rule.bytes.max } : ANY_SIZE;
    const frame = frameOf(crop, image, INCH);
    const tooFew = rule ? judgeFrame(frame, rule) : [];
    if (tooFew.length > 0) {
      setPicture({ image, crop, faults: tooFew });
      return;
    }
    const fitted = await fitPhoto(image, frame, size);
    if (typeof fitted === 'string') {
      setPicture({ image, crop, faults: [] });
      setTrouble(noFitWords(fitted));
      return;
    }
    const faults = await judgeLocal(fitted, rule);
    if (faults.length > 0) setPicture({ image, crop, faults });
    else if (await onTaken(fitted)) setPicture(null);
  };
  const use = async () => {
    if (!picture) return;
    setBusy(true);
    setTrouble(null);
    try {
      await take(picture);
    } catch {
      // a picture this phone cannot decode
      setTrouble(UNREADABLE_PHOTO);
    } finally {
      setBusy(false);
    }
  };
  return {
    picture,
    busy,
    trouble,
    pick,
    move: (crop) => setPicture((known) => known && { ...known, crop }),
    use,
    drop: () => setPicture(null),
  };
}
