import type { CorrectionView } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { fileAddress } from '../../../platform';
import { Tappable, Picture } from '../../../ui';
import { openScan } from '../sent/open-scan';
import '../sent/sent.scss';

/** The files that prove it, each to be opened. */
export const EvidenceFiles = ({ files }: { files: CorrectionView['evidence'] }) => (
  <View className="paper-in__files">
    {files.map((file, place) => (
      <Tappable
        key={file.id}
        id={`evidence-${place}`}
        className="paper-in__file"
        label={`打开证明材料第 ${place + 1} 页`}
        onTap={() => void openScan(file)}
      >
        {file.type === 'application/pdf' ? (
          <View className="paper-in__pdf">PDF</View>
        ) : (
          <Picture className="paper-in__picture" src={fileAddress(file.url)} mode="aspectFill" label="" />
        )}
      </Tappable>
    ))}
  </View>
);
