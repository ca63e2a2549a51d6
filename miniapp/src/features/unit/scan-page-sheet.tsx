import { type SignedScans, rosterResults } from '@jikaotong/shared/contract';
import { scanPageWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { fileAddress, useCommand } from '../../platform';
import { BigButton, Cell, Group, Picture, RefusalMessage, SearchField, Sheet, TextButton } from '../../ui';

type Props = {
  rosterId: string;
  page: SignedScans['pages'][number];
  people: SignedScans['lacking'];
  onClose: () => void;
};

const SHOWN = 10;
/** As wide as the panel, and high enough for the signature at its foot. */
const SHEET_OF_PAPER = { width: '100%', height: '124vw' } as const;

/** A page that was not taken: whose it is, or that it is of no use. */
export function ScanPageSheet({ rosterId, page, people, onClose }: Props) {
  const give = useCommand(rosterResults.giveScanPage);
  const drop = useCommand(rosterResults.dropScanPage);
  const [word, setWord] = useState('');
  const params = { id: rosterId, pageId: page.id };
  const giveTo = async (rowId: string) => {
    if ((await give.run({ params, body: { rowId } })).ok) onClose();
  };
  const letGo = async () => {
    if ((await drop.run({ params })).ok) onClose();
  };
  const { rowId } = page;
  const found = people.filter(({ name, documentTail }) => `${name}${documentTail}`.includes(word.trim()));
  return (
    <Sheet
      title={`第 ${page.number} 页`}
      onClose={onClose}
      action={
        page.outcome === 'twice' && rowId !== null ? (
          <BigButton id="replace-page" text="换成这一张" busy={give.busy} onTap={() => void giveTo(rowId)} />
        ) : undefined
      }
    >
      <View>{scanPageWord(page.outcome)}</View>
      {page.url ? (
        <Picture src={fileAddress(page.url)} mode="aspectFit" style={SHEET_OF_PAPER} label="扫描的这一页" />
      ) : null}
      {page.outcome === 'no-code' && page.url ? (
        <Group title="这是谁的" foot={found.length > SHOWN ? '还有更多，请输入姓名' : null}>
          <SearchField id="whose-page" label="姓名或证件后四位" value={word} maxlength={20} onChange={setWord} />
          {found.slice(0, SHOWN).map(({ id, name, documentTail }) => (
            <Cell
              key={id}
              id={`give-${id}`}
              title={`${name}（${documentTail}）`}
              value="是这个人的"
              onTap={() => void giveTo(id)}
            />
          ))}
        </Group>
      ) : null}
      <RefusalMessage refusal={give.refusal ?? drop.refusal} />
      <TextButton id="drop-page" text="不用这一页" onTap={() => void letGo()} />
    </Sheet>
  );
}
