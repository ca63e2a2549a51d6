import type { SlipView } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { Group, Source, Tag } from '../../ui';
import './counter.scss';

/** What to bring: each line one paper, or one of several. */
export function BringList({ slip: { bring, photoPrint } }: { slip: Pick<SlipView, 'bring' | 'photoPrint'> }) {
  return (
    <Group title="请带好原件">
      {bring.map(({ alternatives }, line) => (
        <View key={line} className="bring">
          {alternatives.map((items, at) => (
            <View key={at}>
              {at > 0 ? <View className="bring__or">或</View> : null}
              {items.map((item) => (
                <View key={item.document} className="bring__item">
                  <Source of={item.source}>
                    {item.printed} {item.keeps ? <Tag text="手写签名，交窗口" tone="info" /> : null}
                    {item.byNumber ? <Tag text="已填编号，可不带" tone="go" /> : null}
                  </Source>
                </View>
              ))}
            </View>
          ))}
        </View>
      ))}
      {photoPrint ? <View className="bring">照片：{photoPrint}</View> : null}
    </Group>
  );
}
