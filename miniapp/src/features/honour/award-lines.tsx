import { type AwardBoardView, awards } from '@jikaotong/shared/contract';
import { awardRecipientWord, awardStateWord, yuanWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Refusal, confirm, openFile, useCommand } from '../../platform';
import { Cell, Group, RefusalMessage, Source, Tag } from '../../ui';
import { AwardCoach } from './award-coach';
import { AwardSheet } from './award-sheet';

type Award = AwardBoardView['awards'][number];
type Line = Award['lines'][number];

/** So many are shown at first. */
const SHOWN = 5;

/** One printed award with its clause and whom it goes to. */
export function AwardLines({ award, board }: { award: Award; board: AwardBoardView }) {
  const { code, name, giver, source, lines, numbering } = award;
  const isLocked = board.state === 'locked';
  const [changing, setChanging] = useState<(Line & { id: string }) | null>(null);
  const [isWhole, setWhole] = useState(false);
  const [failed, setFailed] = useState<Refusal | null>(null);
  const issue = useCommand(awards.issueAwardPapers);
  const params = { id: board.noticeId };
  const number = async ({ papers, first, last }: NonNullable<Award['numbering']>) => {
    const range = papers === 1 ? first : `${first}至${last}`;
    const title = `给${papers}份证书编号？`;
    const text = `${name}：${papers}份按名次连续编号，${range}。编上以后不能收回，也不能改号。`;
    if (await confirm({ title, text, yes: '编号' })) void issue.run({ params, body: { award: code } });
  };
  const print = async () => {
    const reply = await openFile(awards.printAwardPapers, { params, query: { award: code } }, { name, kind: 'pdf' });
    setFailed(reply.ok ? null : reply);
  };
  const shown = isWhole ? lines : lines.slice(0, SHOWN);
  return (
    <Group title={`${giver ?? '按有关政策'}：${lines.length === 0 ? '没有' : `${lines.length}项`}`}>
      <View className="honour__source">
        <Source of={source}>{name}</Source>
      </View>
      <RefusalMessage refusal={failed ?? issue.refusal} />
      {shown.map((line, at) => (
        <Cell
          key={at}
          id={`award-${code}-${at + 1}`}
          title={line.name}
          note={[
            line.rank === null ? awardRecipientWord(line.to) : `第${line.rank}名`,
            line.unit,
            line.paperNumber,
            line.reason,
          ]
            .filter(Boolean)
            .join(' · ')}
          value={
            line.state === 'given' ? (
              line.fen === null ? undefined : (
                `${yuanWords(line.fen)}${award.tax ? `（${award.tax}）` : ''}`
              )
            ) : (
              <Tag text={awardStateWord(line.state)} tone="stop" />
            )
          }
          {...(isLocked && line.id !== null ? { onTap: () => setChanging({ ...line, id: line.id ?? '' }) } : {})}
        />
      ))}
      {isLocked
        ? lines.map(({ id, to, state }) =>
            to === 'coach' && id !== null && state === 'given' ? <AwardCoach key={id} awardId={id} /> : null,
          )
        : null}
      {lines.length > shown.length ? (
        <Cell
          id={`all-${code}`}
          title={`还有${lines.length - shown.length}项`}
          value="全部显示"
          onTap={() => setWhole(true)}
        />
      ) : null}
      {numbering ? (
        <Cell
          id={`issue-${code}`}
          title={`给${numbering.papers}份证书编号`}
          note={numbering.papers === 1 ? numbering.first : `${numbering.first}至${numbering.last}，编上以后不能收回`}
          onTap={() => void number(numbering)}
        />
      ) : null}
      {isLocked && lines.some(({ paperNumber }) => paperNumber !== null) ? (
        <Cell id={`print-${code}`} title="打印全部证书（PDF）" onTap={() => void print()} />
      ) : null}
      {changing ? <AwardSheet award={changing} onClose={() => setChanging(null)} /> : null}
    </Group>
  );
}
