import { View } from '@tarojs/components';
import { copy, publicAddress } from '../../platform';
import { Card, Qr, TextButton } from '../../ui';
import './sending.scss';

/** A one-time link is shown once: copied, or scanned on the spot. */
export function LinkCard({ path, name, about }: { path: string; name: string; about: string }) {
  const address = publicAddress(path);
  return (
    <Card>
      <View>把链接发给 {name}，只显示这一次。用登记的手机号登录后打开。</View>
      <Qr text={address} label={`${name}的${about}`} />
      <View className="sending-centre">
        <TextButton id="copy-link" text="复制链接" onTap={() => void copy(address)} />
      </View>
    </Card>
  );
}
