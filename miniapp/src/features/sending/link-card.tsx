import { View } from '@tarojs/components';
import { copy, publicAddress } from '../../platform';
import { Card, Qr, TextButton } from '../../ui';
import './sending.scss';

type Props = { path: string; name: string; about: string; where?: string };

/** A one-time link is shown once: copied, or scanned on the spot; with where and when it is for, if that is known. */
export function LinkCard({ path, name, about, where }: Props) {
  const address = publicAddress(path);
  const message = `${name}的${about}：${where ?? ''}。用登记的手机号登录后打开：${address}`;
  return (
    <Card>
      <View>把链接发给 {name}，只显示这一次。用登记的手机号登录后打开。</View>
      {where === undefined ? null : <View>{where}</View>}
      <Qr text={address} label={`${name}的${about}`} />
      <View className="sending-centre">
        <TextButton id="copy-link" text="复制链接" onTap={() => void copy(where === undefined ? address : message)} />
      </View>
    </Card>
  );
}
