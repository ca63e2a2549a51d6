import { View } from '@tarojs/components';
import { copy, publicAddress } from '../../platform';
import { BigButton, Card, Qr } from '../../ui';
import './body.scss';

/** The one-time link; it is shown once, right after the invitation, and nowhere kept. */
export function InvitationLink({ name, path }: { name: string; path: string }) {
  const address = publicAddress(path);
  return (
    <Card>
      <View className="invitation__title">{name} 的邀请链接</View>
      <View className="invitation__note">发给本人打开并设密码。只能用一次，三天内有效，离开这一页后不再显示。</View>
      <Qr text={address} label={`${name} 的邀请二维码`} />
      <View className="invitation__link" id="invitation-link">
        {address}
      </View>
      <BigButton id="copy-invitation" text="复制链接" onTap={() => void copy(address)} />
    </Card>
  );
}
