import type { Source as SourceData } from '@jikaotong/shared/notice';
import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Source } from '../../../ui';
import './references.scss';

/** A row of a group that says something and where it stands; `reading`: how an unclear print is read. */
export function SourcedRow({
  of,
  reading,
  children,
}: PropsWithChildren<{ of: SourceData; reading?: SourceData | undefined }>) {
  return (
    <View className="sourced">
      <Source of={of}>{children}</Source>
      {reading ? (
        <Source of={reading}>
          <View className="sourced__reading">为什么这样理解</View>
        </Source>
      ) : null}
    </View>
  );
}
