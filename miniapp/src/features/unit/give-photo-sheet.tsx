import { type PhotosTaken, type ReplyOf, rosterRows } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { fileAddress, useAnswer, useCommand } from '../../platform';
import { Cell, Group, Loaded, Picture, RefusalMessage, SearchField, Sheet } from '../../ui';

export type LoosePhoto = NonNullable<PhotosTaken['problems'][number]['photo']> &
  Pick<PhotosTaken['problems'][number], 'file' | 'reason'>;

type Props = { rosterId: string; photo: LoosePhoto; onGiven: (name: string) => void; onClose: () => void };
type Person = ReplyOf<typeof rosterRows.listPhotoless>['items'][number];

const SHOWN = 10;
const AS_PRINTED = { width: '160px', height: '220px' } as const;

/** A photo that found nobody, and who has none yet: whose it is. */
export function GivePhotoSheet({ rosterId, photo, onGiven, onClose }: Props) {
  const answer = useAnswer(rosterRows.listPhotoless, { params: { id: rosterId } });
  const give = useCommand(rosterRows.changeRosterRow);
  const [word, setWord] = useState('');
  const giveTo = async ({ id: rowId, version, name }: Person) => {
    const args = { params: { id: rosterId, rowId }, body: { photoFileId: photo.fileId } };
    if ((await give.run(args, { ifMatch: version })).ok) onGiven(name);
  };
  const isNamed = ({ name, documentTail }: Person) => `${name}${documentTail}`.includes(word.trim());
  return (
    <Sheet title={photo.file} onClose={onClose}>
      <View>{photo.reason}</View>
      <Picture src={fileAddress(photo.url)} mode="aspectFit" style={AS_PRINTED} label="这张照片" />
      <RefusalMessage refusal={give.refusal} />
      <Loaded answer={answer}>
        {({ items }) => (
          <Group title="这是谁的" foot={footOf(items.length, items.filter(isNamed).length)}>
            <SearchField id="whose-photo" label="姓名或证件后四位" value={word} maxlength={20} onChange={setWord} />
            {items
              .filter(isNamed)
              .slice(0, SHOWN)
              .map((person) => (
                <Cell
                  key={person.id}
                  id={`photo-of-${person.id}`}
                  title={`${person.name}（${person.documentTail}）`}
                  value="是这个人的"
                  onTap={() => void giveTo(person)}
                />
              ))}
          </Group>
        )}
      </Loaded>
    </Sheet>
  );
}

function footOf(all: number, found: number): string | null {
  if (all === 0) return '名单里的人都有照片了；要换照片的，打开那个人换。';
  return found > SHOWN ? '还有更多，请输入姓名' : null;
}
