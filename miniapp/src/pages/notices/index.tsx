import { View } from '@tarojs/components';

export default function Placeholder() {
  return <View>通知</View>;
}
