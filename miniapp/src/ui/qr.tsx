import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { renderSVG } from 'uqr';
import { Picture } from './picture';
import './qr.scss';

/** A QR code of the text, black on white whatever the surroundings. */
export function Qr({ text, label }: { text: string; label: string }) {
  const picture = useMemo(
    () => `data:image/svg+xml,${encodeURIComponent(renderSVG(text, { border: 2, ecc: 'M' }))}`,
    [text],
  );
  return (
    <View className="qr">
      <Picture className="qr__picture" src={picture} mode="aspectFit" label={label} />
    </View>
  );
}
