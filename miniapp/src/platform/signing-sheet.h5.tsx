import { type PointerEvent, useEffect, useRef } from 'react';
import { localFile } from './files.h5';
import { type Handwriting, type Point, sharpen } from './handwriting';
import type { LocalFile } from './local-file';
import { tellTrouble } from './tell-trouble';

/**
 * A sheet as large as the box around it that is written on with a finger. A plain canvas: Taro's gives its own a size
 * whenever it is drawn anew, which empties it.
 */
export function SigningSheet({ handwriting }: { handwriting: Handwriting }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const finger = useRef<number | null>(null);
  useEffect(() => {
    const fit = () => layCanvas(handwriting, canvas.current);
    fit();
    window.addEventListener('resize', fit);
    // a quick stroke would be taken for a swipe, and the tap on the button after it for the end of that
    const board = canvas.current;
    board?.addEventListener('touchstart', keepStill, { passive: false });
    return () => {
      board?.removeEventListener('touchstart', keepStill);
      window.removeEventListener('resize', fit);
      handwriting.lay(null);
    };
  }, [handwriting]);
  const end = ({ pointerId }: PointerEvent) => {
    if (finger.current !== pointerId) return;
    finger.current = null;
    handwriting.end();
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    if (finger.current !== null || event.button > 0) return;
    finger.current = event.pointerId;
    event.currentTarget.setPointerCapture(event.pointerId);
    layCanvas(handwriting, event.currentTarget);
    handwriting.begin(placeOf(event));
  };
  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    if (finger.current === event.pointerId) handwriting.go(placeOf(event));
  };
  return (
    <canvas
      ref={canvas}
      className="signature__sheet"
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}

const keepStill = (event: TouchEvent): void => event.preventDefault();

/** What is written, as a picture; null when none came out and the person was told. */
export async function pictureOf(handwriting: Handwriting): Promise<LocalFile | null> {
  try {
    const board = handwriting.sheet()?.board;
    if (!(board instanceof HTMLCanvasElement)) throw new Error('the page has no canvas');
    handwriting.rewrite();
    const blob = await new Promise<Blob>((resolve, reject) =>
      board.toBlob((made) => (made ? resolve(made) : reject(new Error('no PNG came out'))), 'image/png'),
    );
    return localFile(blob);
  } catch (error) {
    await tellTrouble('drawing', error);
    return null;
  }
}

/** Gives the canvas the size of its box; a page that is not in front has none. */
function layCanvas(handwriting: Handwriting, board: HTMLCanvasElement | null): void {
  const pen = board?.getContext('2d');
  if (!board || !pen) return;
  const { clientWidth: width, clientHeight: height } = board;
  const before = handwriting.sheet()?.size;
  if (width === 0 || height === 0 || (before?.width === width && before.height === height)) return;
  handwriting.lay(sharpen({ board, pen, size: { width, height } }, window.devicePixelRatio));
}

const placeOf = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLCanvasElement>): Point => {
  const { left, top } = currentTarget.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
};
