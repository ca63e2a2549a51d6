import { Signature } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';

/** NutUI gives its two methods through an untyped ref. */
type Pen = { confirm: () => void; clear: () => void };
const isPen = (value: unknown): value is Pen =>
  typeof value === 'object' && value !== null && 'confirm' in value && 'clear' in value;

/** A sheet to sign on, as whoever holds it uses it; `finish` makes the sheet hand its drawing over. */
export type Pad = {
  readonly hold: (pen: unknown) => void;
  readonly finish: () => void;
  readonly clear: () => void;
};

export function newPad(): Pad {
  let pen: unknown = null;
  const act = (does: (held: Pen) => void) => {
    if (isPen(pen)) does(pen);
  };
  return {
    hold: (given) => {
      pen = given;
    },
    finish: () => act((held) => held.confirm()),
    clear: () => act((held) => held.clear()),
  };
}

type Props = {
  pad: Pad;
  /** The drawing once finished; null when nothing was drawn. */
  onDone: (drawing: string | null) => void;
};

/** NutUI prepares its canvas after a second; until then it would take a touch for a signature and draw nothing. */
const WAKES_AFTER_MS = 1_200;

export function SignaturePad({ pad, onDone }: Props) {
  const [awake, setAwake] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAwake(true), WAKES_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    // `catchMove`: NutUI misspells the canvas's own disable-scroll, so the page would move with the pen. It stands on a
    // view of its own: Taro forgets it when a class beside it changes.
    <View catchMove>
      <View className={awake ? 'signature' : 'signature signature--asleep'}>
        <Signature
          ref={(pen) => pad.hold(pen)}
          canvasId="signature"
          lineWidth={3}
          onConfirm={(drawing, isSigned) => onDone(isSigned && drawing !== '' ? drawing : null)}
        />
      </View>
    </View>
  );
}
