import { type ApplicationView, type REMARK_FIELDS, applications } from '@jikaotong/shared/contract';
import {
  type DocumentLeaf,
  type DocumentTree,
  type Notice,
  offeringOf,
  printedDocument,
} from '@jikaotong/shared/notice';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { provisionsOf } from '@jikaotong/shared/rules/documents';
import { paperWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { type Refusal, copy, fileAddress, openFile } from '../../../platform';
import { Cell, Group, RefusalMessage, Tappable, TextButton, Picture } from '../../../ui';
import { useToday } from '../../demonstration';
import { openScan } from './open-scan';
import './sent.scss';

type Props = {
  application: ApplicationView;
  notice: Notice | null;
  /** What stands beside a part, such as that it was changed. */
  mark?: (field: (typeof REMARK_FIELDS)[number]) => ReactNode;
};

/** Every paper that was handed in, and those that are written from the application. */
export function PapersPart({ application, notice, mark = () => null }: Props) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const today = useToday();
  const { papers, signature } = application;
  const nameOf = (document: string) => paperWord(document, notice && printedDocument(notice, document));

  const openForm = async (document: string) => {
    const name = `${application.candidate.name ?? ''}-${nameOf(document)}`;
    const reply = await openFile(
      applications.downloadForm,
      { params: { id: application.id, document } },
      { name, kind: 'pdf' },
    );
    setRefusal(reply.ok ? null : reply);
  };
  return (
    <>
      <Group title="提交的材料">
        {papers.map(({ document, files, number, validUntil }) => (
          <View key={document} className="paper-in">
            <View className="paper-in__name">
              {nameOf(document)} {mark('documents')}
            </View>
            {number ? (
              <View className="paper-in__number">
                编号 {number}
                <TextButton text="复制" label={`复制编号 ${number}`} onTap={() => void copy(number)} />
                {validUntil ? <View>{untilWords(validUntil, today)}</View> : null}
              </View>
            ) : null}
            <View className="paper-in__files">
              {files.map((file, place) => (
                <Tappable
                  key={file.id}
                  id={`paper-${document}-${place}`}
                  className="paper-in__file"
                  label={`打开${nameOf(document)}第 ${place + 1} 页`}
                  onTap={() => void openScan(file)}
                >
                  {file.type === 'application/pdf' ? (
                    <View className="paper-in__pdf">PDF</View>
                  ) : (
                    <Picture className="paper-in__picture" src={fileAddress(file.url)} mode="aspectFill" label="" />
                  )}
                </Tappable>
              ))}
            </View>
          </View>
        ))}
        {papers.every(({ files, number }) => files.length === 0 && !number) ? (
          <Cell title="没有上传材料" note="这一条不要求上传" />
        ) : null}
        {signature ? (
          <View className="paper-in">
            <View className="paper-in__name">签名 {mark('signature')}</View>
            <Picture
              className="paper-in__signature"
              src={fileAddress(signature.url)}
              mode="aspectFit"
              label="手写签名"
            />
          </View>
        ) : null}
      </Group>
      <RefusalMessage refusal={refusal} />
      <Group title={signature ? '按填写内容生成、已签名的表格' : '按填写内容生成的表格'}>
        {generatedOf(application, notice).map((document) => (
          <Cell
            key={document}
            id={`form-${document}`}
            title={nameOf(document)}
            value="PDF"
            onTap={() => void openForm(document)}
          />
        ))}
      </Group>
    </>
  );
}

/** Until when an online code can be looked up, and whether that is over. */
export const untilWords = (until: LocalDate, today: LocalDate): string =>
  until < today ? `有效期到 ${until}，已过期` : `有效期到 ${until}`;

/** The papers of everybody and of the chosen condition that we write ourselves. */
export function generatedOf({ offering, route }: ApplicationView, notice: Notice | null): readonly string[] {
  const own = notice && offeringOf(notice, offering.code)?.routes.find(({ code }) => code === route)?.documents;
  const leaves = [...(notice?.documents ?? []), ...(own ? leavesIn(own) : [])];
  return [...new Set(leaves.map(({ document }) => document))].filter((document) =>
    provisionsOf(document).includes('generated'),
  );
}

const leavesIn = (tree: DocumentTree): readonly DocumentLeaf[] =>
  tree.kind === 'document' ? [tree] : tree.of.flatMap(leavesIn);
