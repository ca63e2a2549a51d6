import { View } from '@tarojs/components';

export default function Placeholder() {
  return <View>我的</View>;
}
