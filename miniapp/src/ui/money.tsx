import type { Fen } from '@jikaotong/shared/kernel';
import { yuanWords } from '@jikaotong/shared/words';
import { Text } from '@tarojs/components';

/** An amount in yuan. */
export function Money({ fen }: { fen: Fen }) {
  return <Text className="money">{yuanWords(fen)}</Text>;
}
