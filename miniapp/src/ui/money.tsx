import type { Fen } from '@jikaotong/shared/kernel';
import { Text } from '@tarojs/components';

/** `280 元`, or `280.50 元` where there are fen. */
export function yuanWords(amount: Fen): string {
  const rest = amount % 100;
  const yuan = Math.floor(amount / 100);
  return rest === 0 ? `${yuan} 元` : `${yuan}.${String(rest).padStart(2, '0')} 元`;
}

export function Money({ fen }: { fen: Fen }) {
  return <Text>{yuanWords(fen)}</Text>;
}
