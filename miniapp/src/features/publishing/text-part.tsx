import { View } from '@tarojs/components';
import { useState } from 'react';
import { IN_WECHAT, bytesOf, chooseFile } from '../../platform';
import { BigButton, Card, NoticeBar, ProseField, TextButton } from '../../ui';
import { textOfUtf8 } from './utf8';
import './publishing.scss';

type Props = {
  /** Ids begin with it: `<id>-file`, `<id>-paste`. */
  id: string;
  title: string;
  hint: string;
  extensions: readonly string[];
  /** Characters. */
  most: number;
  text: string | null;
  onText: (text: string | null) => void;
  /** Another file was chosen: what was said of the old one is over. */
  onFile: () => void;
};

/** A text that is chosen as a file or pasted; what is no text, or too long, is told at once. */
export function TextPart({ id, title, hint, extensions, most, text, onText, onFile }: Props) {
  const [pasting, setPasting] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const choose = async () => {
    const file = await chooseFile(extensions);
    if (!file) return;
    setFault(null);
    onText(null);
    onFile();
    if (file.bytes > most * 4) return setFault('文件太大，不像一份通知，请检查选的文件。');
    const read = textOfUtf8(await bytesOf(file));
    if (read === null) return setFault('这不是 UTF-8 文本文件。请在编辑器里另存为 UTF-8 编码后再选。');
    if (read.length > most) return setFault(`文件有 ${read.length} 个字，最多 ${most} 个。`);
    setPasting(false);
    onText(read);
  };
  const lines = text === null || text === '' ? 0 : text.split('\n').length;
  return (
    <Card>
      <View>{title}</View>
      <View className="read-in">{lines > 0 && !pasting ? `已读入 ${lines} 行` : hint}</View>
      {fault ? <NoticeBar tone="stop">{fault}</NoticeBar> : null}
      <BigButton
        id={`${id}-file`}
        text={lines > 0 ? '重新选文件' : IN_WECHAT ? '从聊天里选文件' : '选文件'}
        tone="plain"
        onTap={() => void choose()}
      />
      {pasting ? (
        <ProseField id={`${id}-text`} label="粘贴全文" maxlength={most} value={text ?? ''} onChange={onText} />
      ) : (
        <TextButton id={`${id}-paste`} text="或者粘贴文字" onTap={() => setPasting(true)} />
      )}
    </Card>
  );
}
