import { type CounterView, type Original, counter } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Refusal, openFile, useCommand } from '../../platform';
import { Cell, Check, Group, RefusalMessage, Source } from '../../ui';
import { useToday } from '../demonstration';
import { momentWords } from '../staff';
import './clerk.scss';

type Props = { view: CounterView; mayTick: boolean };

/** The originals: each ticked when it was seen, with who and when; papers that stay with the body can be printed. */
export function OriginalsPart({ view, mayTick }: Props) {
  const today = useToday();
  const tick = useCommand(counter.tickOriginal);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { id } = view.application;
  const tickOf = (document: string) => view.ticks.find((one) => one.document === document);
  const set = (original: Original, seen: boolean) =>
    void tick.run({ params: { id }, body: { document: original.document, seen, received: seen && original.keeps } });
  const print = async ({ document, printed }: Original) => {
    const name = `${view.application.candidate.name ?? ''}-${printed}`;
    const reply = await openFile(counter.downloadCounterForm, { params: { id, document } }, { name, kind: 'pdf' });
    setRefusal(reply.ok ? null : reply);
  };
  const all = view.originals.flatMap(({ alternatives }) => alternatives.flat());
  const toPrint = all.filter(
    ({ keeps }, at) => keeps && all.findIndex((one) => one.document === all[at]?.document) === at,
  );
  const noteOf = ({ document, keeps, byNumber }: Original): string => {
    const seen = tickOf(document);
    if (seen) return `${momentWords(seen.seenAt, today)} ${seen.seenBy}${seen.received ? ' 已收原件' : ' 已看原件'}`;
    if (byNumber) return '已填编号，可以不看原件';
    return keeps ? '打印后由本人手写签名，收下原件' : '请看原件';
  };
  return (
    <>
      <Group title="核对原件">
        {view.originals.map(({ alternatives }, line) => (
          <View key={line} className="originals">
            {alternatives.map((items, way) => (
              <View key={way}>
                {way > 0 ? <View className="originals__or">或</View> : null}
                {items.map((original) => (
                  <View key={original.document}>
                    {mayTick ? (
                      <Check
                        id={`original-${original.document}`}
                        text={original.printed}
                        note={noteOf(original)}
                        checked={tickOf(original.document) !== undefined}
                        onChange={(seen) => set(original, seen)}
                      />
                    ) : (
                      <Cell title={original.printed} note={noteOf(original)} />
                    )}
                    <View className="originals__source">
                      <Source of={original.source}>{original.keeps ? '手写签名后交窗口' : '原件'}</Source>
                    </View>
                  </View>
                ))}
              </View>
            ))}
          </View>
        ))}
      </Group>
      {mayTick && toPrint.length > 0 ? (
        <Group title="打印给考生签名">
          {toPrint.map((original) => (
            <Cell
              key={original.document}
              id={`print-${original.document}`}
              title={original.printed}
              value="PDF"
              onTap={() => void print(original)}
            />
          ))}
        </Group>
      ) : null}
      <RefusalMessage refusal={tick.refusal ?? refusal} />
    </>
  );
}
