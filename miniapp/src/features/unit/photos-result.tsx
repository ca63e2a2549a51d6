import type { PhotosTaken } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { toast } from '../../platform';
import { Cell, NoticeBar, TextButton } from '../../ui';
import { GivePhotoSheet, type LoosePhoto } from './give-photo-sheet';
import { followGiven, missingPhotoWords, photosByReason } from './photo-words';

const SHOWN = 20;
type Props = { rosterId: string; taken: PhotosTaken; before?: boolean };

/**
 * How many photos were taken; what was not stands by its reason, with whose it is, and what found nobody can be given to
 * somebody. `before`: on an earlier visit.
 */
export function PhotosResult({ rosterId, taken: told, before }: Props) {
  const [given, setGiven] = useState<ReadonlyMap<string, string>>(new Map());
  const [asked, setAsked] = useState<LoosePhoto | null>(null);
  const [shown, setShown] = useState(SHOWN);
  const { taken, problems, missing } = followGiven(told, given);
  const loose = problems.flatMap(({ photo, file, reason }) => (photo ? [{ ...photo, file, reason }] : []));
  const isWhole = problems.length === 0 && missing.count === 0;
  return (
    <>
      <NoticeBar tone={isWhole ? 'go' : 'warn'} title={`${before ? '上次' : ''}采用 ${taken} 张`}>
        {isWhole ? '全部对上了。' : null}
        {problems.length > 0 ? <View>{`${problems.length} 张没有采用，原因见下。`}</View> : null}
        {loose.length > 0 ? <View>{`其中 ${loose.length} 张点开选是谁的就能用，保留一天。`}</View> : null}
        {missing.count > 0 ? <View>{missingPhotoWords(missing)}</View> : null}
      </NoticeBar>
      {photosByReason(problems.filter(({ photo }) => !photo)).map(({ title, whose, faults }) => (
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
      {loose.slice(0, shown).map((one) => (
        <Cell
          key={one.fileId}
          id={`loose-${one.fileId}`}
          title={one.file}
          note={one.reason}
          value="选是谁的"
          onTap={() => setAsked(one)}
        />
      ))}
      {loose.length > shown ? (
        <TextButton id="more-loose" text="再看一些" onTap={() => setShown(shown + SHOWN)} />
      ) : null}
      {asked ? (
        <GivePhotoSheet
          rosterId={rosterId}
          photo={asked}
          onGiven={(name) => {
            setGiven(new Map([...given, [asked.fileId, name]]));
            setAsked(null);
            toast(`已给${name}`);
          }}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  );
}
