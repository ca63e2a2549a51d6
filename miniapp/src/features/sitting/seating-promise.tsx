import { sittings } from '@jikaotong/shared/contract';
import { dayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Refusal, openFile, useAnswer } from '../../platform';
import { Cell, Group, RefusalMessage } from '../../ui';
import { useToday } from '../demonstration';

/** What is promised about the seats, and once they are given the seed and the file with which anybody deals them again. */
export function SeatingPromise({ sessionId }: { sessionId: string }) {
  const params = { id: sessionId };
  const today = useToday();
  const told = useAnswer(sittings.getSeating, { params });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  if (told.state !== 'ready') return null;
  const { commitment, committedOn, seed, revealedOn } = told.data;
  const download = async () => {
    const reply = await openFile(sittings.downloadSeating, { params }, { name: '排座公开文件', kind: 'json' });
    setRefusal(reply.ok ? null : reply);
  };
  return (
    <Group
      title="排座依据"
      foot="座位按种子随机排，同单位的尽量隔开。承诺值先公布，排座后公布种子，任何人都能用公开文件重新排一遍核对。"
    >
      <Cell
        title={`承诺值（${dayWords(committedOn, today)}公布）`}
        note={<View className="seating__hash">{commitment}</View>}
      />
      {seed !== null && revealedOn !== null ? (
        <Cell
          title={`种子（${dayWords(revealedOn, today)}公布）`}
          note={<View className="seating__hash">{seed}</View>}
        />
      ) : null}
      {seed === null ? null : (
        <Cell
          id="download-seating"
          title="下载公开文件"
          note="只有代号、单位编号、考场和场次，没有姓名和单位"
          onTap={() => void download()}
        />
      )}
      <RefusalMessage refusal={refusal} />
    </Group>
  );
}
