import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { BigButton, Cell, Group, Heading, TextButton } from '../../../ui';
import { Unsure } from './unsure';

type Props<T> = {
  title: string;
  hint: string;
  /** What one row is called: `工作`, `证书`. */
  noun: string;
  /** The answer that there is none, such as `没有做过`. */
  none: string;
  given: readonly T[];
  describe: (row: T) => { title: string; note: string };
  /** The row being written, null until it is complete. */
  draft: T | null;
  /** What the row being written still lacks, by the words of its fields; empty while nobody has begun it. */
  missing: readonly string[];
  form: ReactNode;
  onClear: () => void;
  /** Puts a row into the form again, to be changed; absent: rows can only be removed. */
  onEdit?: (row: T) => void;
  onAnswer: (rows: T[]) => void;
  onUnsure: () => void;
};

/** A question with any number of rows as its answer; a complete draft counts without being added first. */
export function RowsQuestion<T>(props: Props<T>) {
  const { title, hint, noun, none, given, describe, draft, missing, form, onClear, onEdit, onAnswer, onUnsure } = props;
  const [rows, setRows] = useState<readonly T[]>(given);
  const [writing, setWriting] = useState(given.length === 0);
  const all = writing && draft ? [...rows, draft] : [...rows];

  // what was typed is neither thrown away nor passed over in silence
  const unfinished = writing && !draft && missing.length > 0;
  const dropRow = () => {
    onClear();
    setWriting(rows.length === 0);
  };

  const addAnother = () => {
    if (writing && draft) setRows([...rows, draft]);
    onClear();
    setWriting(true);
  };
  const edit = (row: T) => {
    const others = rows.filter((other) => other !== row);
    setRows(writing && draft ? [...others, draft] : others);
    onEdit?.(row);
    setWriting(true);
  };
  return (
    <>
      <Heading title={title}>{hint}</Heading>
      {rows.length > 0 ? (
        <Group title={`已填的${noun}`}>
          {rows.map((row, index) => {
            const words = describe(row);
            return (
              <Cell
                key={index}
                title={words.title}
                note={words.note}
                value={
                  <>
                    {onEdit ? <TextButton text="修改" label={`修改 ${words.title}`} onTap={() => edit(row)} /> : null}
                    <TextButton
                      text="删除"
                      label={`删除 ${words.title}`}
                      onTap={() => setRows(rows.filter((other) => other !== row))}
                    />
                  </>
                }
              />
            );
          })}
        </Group>
      ) : null}
      {writing ? <Group title={rows.length > 0 ? `再填一份${noun}` : ''}>{form}</Group> : null}
      <View className="ask__go">
        {writing && !draft ? null : <BigButton text={`再加一份${noun}`} tone="plain" onTap={addAnother} />}
        {unfinished ? (
          <>
            <View className="still-because">{`这份${noun}还差：${missing.join('、')}`}</View>
            <BigButton id="next" text="下一题" disabled onTap={() => undefined} />
            <TextButton id="drop-row" text={`不填这份${noun}了`} onTap={dropRow} />
          </>
        ) : all.length > 0 ? (
          <BigButton id="next" text="下一题" onTap={() => onAnswer(all)} />
        ) : (
          <BigButton id="none" text={none} tone="plain" onTap={() => onAnswer([])} />
        )}
        <Unsure onTap={onUnsure} />
      </View>
    </>
  );
}
