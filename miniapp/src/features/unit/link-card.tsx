import { View } from '@tarojs/components';
import { copy, publicAddress } from '../../platform';
import { BigButton, Card, NoticeBar, Qr } from '../../ui';

/** The one-time link; shown once, right after the invitation, and nowhere kept. */
export function LinkCard({ phone, path }: { phone: string; path: string }) {
  const address = publicAddress(path);
  return (
    <Card>
      <NoticeBar tone="go" title={`${phone} 的邀请链接`}>
        发给本人，用这个手机号登录后打开。只能用一次，三天内有效，离开这一页后不再显示。
      </NoticeBar>
      <Qr text={address} label={`${phone} 的邀请二维码`} />
      <View id="agent-link">{address}</View>
      <BigButton id="copy-agent-link" text="复制链接" onTap={() => void copy(address)} />
    </Card>
  );
}
