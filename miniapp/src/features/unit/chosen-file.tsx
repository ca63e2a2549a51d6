import { View } from '@tarojs/components';
import type { LocalFile } from '../../platform';
import { Picture } from '../../ui';

/** The file that was just chosen: by name where the phone tells it, and as a picture if it is one. */
export const ChosenFile = ({ file: { path, name } }: { file: LocalFile }) => (
  <>
    {name === undefined ? null : <View>{name}</View>}
    {name?.toLowerCase().endsWith('.pdf') ? null : <Picture src={path} mode="aspectFit" label="选好的照片" />}
  </>
);
