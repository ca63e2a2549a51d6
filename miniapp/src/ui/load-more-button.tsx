import { View } from '@tarojs/components';
import { BigButton } from './buttons';
import './load-more-button.scss';

type Props = { list: { readonly more: (() => void) | null; readonly busy: boolean } };

/** The next page of a long list, where there is one. */
export function LoadMoreButton({ list: { more, busy } }: Props) {
  if (!more) return null;
  return (
    <View className="more">
      <BigButton id="more" text="显示更多" tone="plain" busy={busy} onTap={more} />
    </View>
  );
}
