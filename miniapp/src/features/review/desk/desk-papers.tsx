import { type ReviewView, applications } from '@jikaotong/shared/contract';
import { type Notice, printedDocument } from '@jikaotong/shared/notice';
import { paperWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { type Refusal, copy, fileAddress, openFile, steadyLink, viewFile } from '../../../platform';
import { RefusalMessage } from '../../../ui';
import { generatedOf, untilWords } from '../../application';
import { useToday } from '../../demonstration';
import { changedMark } from '../changed-mark';
import { PdfInPlace } from './pdf-in-place';

type Props = { review: ReviewView; notice: Notice | null };

/** One page that can be shown in place. */
type Sheet = { readonly key: string; readonly name: string; readonly type: string; readonly url: string };

/** Every paper that was handed in, the chosen one large in place. */
export function DeskPapers({ review, notice }: Props) {
  const nameOf = (document: string) => paperWord(document, notice && printedDocument(notice, document));
  const pages: readonly Sheet[] = [
    ...review.papers.flatMap(({ document, files }) =>
      files.map((file, at) => ({
        key: file.id,
        name: files.length > 1 ? `${nameOf(document)} ${at + 1}` : nameOf(document),
        type: file.type,
        url: steadyLink(file),
      })),
    ),
    ...(review.signature
      ? [{ key: review.signature.id, name: '签名', type: 'image/png', url: steadyLink(review.signature) }]
      : []),
  ];
  const today = useToday();
  const [chosen, choose] = useState<string | null>(null);
  const [turns, setTurns] = useState(0);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const shown = pages.find(({ key }) => key === chosen) ?? pages[0] ?? null;
  const numbers = review.papers.filter(({ number }) => number);
  const openForm = async (document: string) => {
    const args = { params: { id: review.id, document } };
    const name = `${review.candidate.name ?? ''}-${nameOf(document)}`;
    const reply = await openFile(applications.downloadForm, args, { name, kind: 'pdf' });
    setRefusal(reply.ok ? null : reply);
  };
  const mark = changedMark(review.changedFields);
  return (
    <section className="desk-review__column desk-papers" aria-label="提交的材料">
      <div className="desk-papers__names" role="tablist">
        {pages.map((page) => (
          <button
            key={page.key}
            type="button"
            role="tab"
            id={`paper-${page.key}`}
            aria-selected={page === shown}
            className={page === shown ? 'desk-papers__name desk-papers__name--on' : 'desk-papers__name'}
            onClick={() => {
              choose(page.key);
              setTurns(0);
            }}
          >
            {page.name}
          </button>
        ))}
        {mark('documents')} {mark('signature')}
      </div>
      {numbers.map(({ document, number, validUntil }) => (
        <div key={document} className="desk-papers__number">
          {nameOf(document)}：<b>{number}</b>
          <button type="button" className="desk-review__quiet" onClick={() => void copy(number ?? '')}>
            复制
          </button>
          {validUntil ? <span>{untilWords(validUntil, today)}</span> : null}
          {document === 'chsi-code' ? (
            <a
              className="desk-review__quiet"
              href="https://www.chsi.com.cn/xlcx/bgcx.jsp"
              target="_blank"
              rel="noreferrer"
            >
              到学信网核验
            </a>
          ) : null}
        </div>
      ))}
      {shown === null ? (
        <div className="desk-papers__none">没有上传材料</div>
      ) : (
        <>
          <div className="desk-papers__tools">
            {shown.type === 'application/pdf' ? null : (
              <button type="button" id="paper-turn" className="desk-review__quiet" onClick={() => setTurns(turns + 1)}>
                转一转
              </button>
            )}
            <button type="button" id="paper-tab" className="desk-review__quiet" onClick={() => void viewFile(shown)}>
              在新窗口打开
            </button>
          </div>
          <div className="desk-papers__shown" id="paper-shown">
            {shown.type === 'application/pdf' ? (
              <PdfInPlace key={shown.key} url={fileAddress(shown.url)} name={shown.name} />
            ) : (
              <img
                key={shown.key}
                className="desk-papers__picture"
                style={{ transform: `rotate(${(turns % 4) * 90}deg)` }}
                src={fileAddress(shown.url)}
                alt={shown.name}
              />
            )}
          </div>
        </>
      )}
      <RefusalMessage refusal={refusal} />
      <div className="desk-papers__forms">
        {generatedOf(review, notice).map((document) => (
          <button
            key={document}
            type="button"
            id={`form-${document}`}
            className="desk-review__quiet"
            onClick={() => void openForm(document)}
          >
            {nameOf(document)} PDF
          </button>
        ))}
      </div>
    </section>
  );
}
