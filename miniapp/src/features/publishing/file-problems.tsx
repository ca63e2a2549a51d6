import { MOST_FILE_PROBLEMS, NoticeFileProblem } from '@jikaotong/shared/contract';
import { fileProblemSentence } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import * as z from 'zod/mini';
import { Group, aria } from '../../ui';
import './publishing.scss';

const FILES = { notice: '通知文件', 'raw-text': '原文', facts: '试算文件' } as const;

/** The places that a refused file names; none when the refusal is about something else. */
export function problemsIn(data: Readonly<Record<string, unknown>>): readonly NoticeFileProblem[] {
  const read = z.safeParse(z.array(NoticeFileProblem), data['problems']);
  return read.success ? read.data : [];
}

/** Every place that is wrong: its line, the words that stand there, and what to do about it. */
export function FileProblems({ problems }: { problems: readonly NoticeFileProblem[] }) {
  if (problems.length === 0) return null;
  const count = problems.length < MOST_FILE_PROBLEMS ? `有 ${problems.length} 处` : `至少有 ${problems.length} 处`;
  return (
    <View id="file-problems" {...aria({ role: 'alert' })}>
      <Group title={`文件里${count}要改，没有导入`} foot="改好后重新选文件再导入。">
        {problems.map(({ file, line, path, code, text }) => (
          <View key={`${file} ${line} ${path} ${code}`} className="slip">
            <View className="slip__where">
              {FILES[file]}第 {line} 行
            </View>
            <View>{fileProblemSentence(code)}</View>
            {text === '' ? null : <View className="slip__line">{text}</View>}
            {path === '' ? null : <View className="slip__path">{path}</View>}
          </View>
        ))}
      </Group>
    </View>
  );
}
