import type { PhotosTaken } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { Cell, NoticeBar } from '../../ui';
import { missingPhotoWords, photosByReason } from './photo-words';

/** How many photos were taken; what was not stands by its reason, with whose it is. `before`: on an earlier visit. */
export function PhotosResult({
  taken: { taken, problems, missing },
  before,
}: {
  taken: PhotosTaken;
  before?: boolean;
}) {
  const isWhole = problems.length === 0 && missing.count === 0;
  return (
    <>
      <NoticeBar tone={isWhole ? 'go' : 'warn'} title={`${before ? '上次' : ''}采用 ${taken} 张`}>
        {isWhole ? '全部对上了。' : null}
        {problems.length > 0 ? <View>{`${problems.length} 张没有采用，原因见下。`}</View> : null}
        {missing.count > 0 && !before ? <View>{missingPhotoWords(missing)}</View> : null}
      </NoticeBar>
      {photosByReason(problems).map(({ title, whose, faults }) => (
        <Cell
          key={title}
          title={title}
          note={
            <>
              <View>{whose}</View>
              {faults.map((fault) => (
                <View key={fault}>{fault}</View>
              ))}
            </>
          }
        />
      ))}
    </>
  );
}
