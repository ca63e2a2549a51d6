import { View } from '@tarojs/components';
import { useRef } from 'react';
import type { LocalImage } from '../../../platform';
import { BigButton, aria, Picture } from '../../../ui';
import { type Crop, INCH, dragged, frameOf, zoomed } from './crop';

type Props = { image: LocalImage; crop: Crop; onChange: (crop: Crop) => void };
type Finger = { x: number; y: number };

/** The width of the frame on screen, in points; application.scss draws it so. */
const FRAME_WIDTH = 240;

/** The picture behind an inch frame: drag to move, pinch or press to draw near. */
export function PhotoCropper({ image, crop, onChange }: Props) {
  const fingers = useRef<readonly Finger[]>([]);
  const frame = frameOf(crop, image, INCH);
  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;

  const move = (event: object) => {
    const before = fingers.current;
    const now = fingersOf(event);
    fingers.current = now;
    const [first, second] = now;
    const [firstBefore, secondBefore] = before;
    if (!first || !firstBefore) return;
    if (second && secondBefore) {
      const factor = distance(first, second) / Math.max(1, distance(firstBefore, secondBefore));
      onChange(zoomed(crop, factor, image, INCH));
      return;
    }
    const by = {
      across: (first.x - firstBefore.x) / FRAME_WIDTH,
      down: (first.y - firstBefore.y) / (FRAME_WIDTH * (INCH.height / INCH.width)),
    };
    onChange(dragged(crop, by, image, INCH));
  };
  return (
    <View className="cropper">
      <View
        className="cropper__frame"
        catchMove
        onTouchStart={(event) => {
          fingers.current = fingersOf(event);
        }}
        onTouchMove={move}
        {...aria({ role: 'img', label: '照片裁剪框，拖动调整位置' })}
      >
        <Picture
          className="cropper__picture"
          src={image.path}
          mode="scaleToFill"
          label=""
          style={{
            width: percent(image.width, frame.width),
            height: percent(image.height, frame.height),
            left: `-${percent(frame.left, frame.width)}`,
            top: `-${percent(frame.top, frame.height)}`,
          }}
        />
        <View className="cropper__head" />
      </View>
      <View className="cropper__keys">
        <BigButton id="zoom-out" text="缩小" tone="plain" onTap={() => onChange(zoomed(crop, 1 / 1.15, image, INCH))} />
        <BigButton id="zoom-in" text="放大" tone="plain" onTap={() => onChange(zoomed(crop, 1.15, image, INCH))} />
      </View>
    </View>
  );
}

/** Where the fingers are; Taro types the event without its touches. */
function fingersOf(event: object): readonly Finger[] {
  const touches: unknown = 'touches' in event ? event.touches : null;
  if (typeof touches !== 'object' || touches === null || !('length' in touches)) return [];
  return Array.from({ length: Number(touches.length) }, (_, index): unknown => Reflect.get(touches, index)).flatMap(
    (touch) => (isFinger(touch) ? [{ x: touch.clientX, y: touch.clientY }] : []),
  );
}

const isFinger = (touch: unknown): touch is { clientX: number; clientY: number } =>
  typeof touch === 'object' && touch !== null && 'clientX' in touch && 'clientY' in touch;

const distance = (a: Finger, b: Finger): number => Math.hypot(a.x - b.x, a.y - b.y);
