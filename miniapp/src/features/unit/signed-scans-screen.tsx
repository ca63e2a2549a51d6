import { type SignedScans, rosterResults, rosters } from '@jikaotong/shared/contract';
import { scanPageWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { IN_WECHAT, chooseFile, open, useCommand, useSignIn } from '../../platform';
import { Bar, BigButton, Cell, Group, Loaded, NoticeBar, Page, RefusalMessage, TextButton } from '../../ui';
import { SignInGate } from '../account';
import { useUpload } from '../staff';
import { ScanPageSheet } from './scan-page-sheet';
import { useWork } from './use-work';

/** The signed papers of a roster: scanned in one go, told apart by their codes, and what is left to do. */
export function SignedScansScreen({ id }: { id: string }) {
  const { phase } = useSignIn();
  return (
    <Page>
      {phase === 'in' ? <SignedPapers id={id} /> : <SignInGate why="登录后办理集体报名。">{null}</SignInGate>}
    </Page>
  );
}

function SignedPapers({ id }: { id: string }) {
  const { answer, work } = useWork({
    view: rosterResults.getSignedScans,
    work: rosters.getRosterWork,
    args: { params: { id } },
    isAtWork: (seen) => readIn(seen).length > 0,
    isOld: (seen, now) => readIn(seen).join() !== now.scans.map((scan) => scan.id).join(),
  });
  return (
    <>
      <SendScan id={id} />
      <Loaded answer={answer}>
        {(seen) => (
          <>
            <Scans id={id} scans={seen.scans.map((scan) => ({ ...scan, read: readOf(scan, work?.scans) }))} />
            <LeftPages id={id} seen={seen} />
            <Lacking id={id} seen={seen} />
          </>
        )}
      </Loaded>
    </>
  );
}

const readIn = ({ scans }: SignedScans): string[] =>
  scans.flatMap(({ id, state }) => (state === 'reading' ? [id] : []));

/** How far it is by what was heard last. */
const readOf = ({ id, read }: Scan, heard: readonly Pick<Scan, 'id' | 'read'>[] = []): number =>
  Math.max(read, heard.find((scan) => scan.id === id)?.read ?? 0);

function SendScan({ id }: { id: string }) {
  const send = useUpload(rosterResults.uploadSignedScan, { params: { id } });
  const choose = async () => {
    const file = await chooseFile(['pdf', 'zip', 'jpg', 'jpeg', 'png']);
    if (file) await send.run(file);
  };
  return (
    <Group
      title="上传扫描件"
      foot="把签好的申报表叠成一摞，连同承诺书扫描成 PDF，顺序、正反都不要紧；也可以拍照打成 ZIP。一份不超过 10 MB，多的分几份传。"
    >
      <BigButton
        id="send-scan"
        text={IN_WECHAT ? '从聊天里选扫描件' : '选扫描件'}
        busy={send.busy}
        onTap={() => void choose()}
      />
      <RefusalMessage refusal={send.refusal} />
    </Group>
  );
}

type Scan = SignedScans['scans'][number];

/** By the order in which they came. */
const nthOf = (scans: readonly Scan[], scanId: string): number =>
  scans.length - scans.findIndex(({ id }) => id === scanId);

function Scans({ id, scans }: { id: string; scans: readonly Scan[] }) {
  const cancel = useCommand(rosterResults.cancelSignedScan);
  if (scans.length === 0) return null;
  return (
    <Group title="已上传" foot={scans.some(({ state }) => state === 'reading') ? '可以离开这一页，读取会继续。' : null}>
      {scans.map((scan) => (
        <Cell
          key={scan.id}
          title={`第 ${nthOf(scans, scan.id)} 份`}
          note={scan.outcome}
          value={scan.state === 'reading' ? undefined : doneWords(scan)}
        >
          {scan.state === 'reading' ? (
            <>
              <Bar share={scan.read / scan.pages} label={`已读 ${scan.read} / ${scan.pages} 页`} />
              <TextButton
                id={`stop-${scan.id}`}
                text="停止读取"
                onTap={() => void cancel.run({ params: { id, scanId: scan.id } })}
              />
            </>
          ) : null}
        </Cell>
      ))}
      <RefusalMessage refusal={cancel.refusal} />
    </Group>
  );
}

const doneWords = ({ state, pages, read, taken }: Scan): string => {
  if (state === 'refused') return '读不了';
  return state === 'cancelled' ? `已停止，读了 ${read} 页` : `${pages} 页，对上 ${taken} 页`;
};

type Part = { id: string; seen: SignedScans };

function LeftPages({ id, seen }: Part) {
  const [pageId, setPageId] = useState<string | null>(null);
  const page = seen.pages.find((one) => one.id === pageId);
  if (seen.counts.pages === 0) return null;
  const more = seen.counts.pages - seen.pages.length;
  return (
    <Group title={`要处理的页 ${seen.counts.pages}`} foot={more > 0 ? `处理完这些，还有 ${more} 页。` : null}>
      {seen.pages.map(({ id: one, scanId, number, outcome, name }) => (
        <Cell
          key={one}
          id={`left-${one}`}
          title={`第 ${nthOf(seen.scans, scanId)} 份第 ${number} 页${name === null ? '' : ` ${name}`}`}
          note={scanPageWord(outcome)}
          onTap={() => setPageId(one)}
        />
      ))}
      {page ? <ScanPageSheet rosterId={id} page={page} people={seen.lacking} onClose={() => setPageId(null)} /> : null}
    </Group>
  );
}

const SHOWN = 50;

function Lacking({ id, seen }: Part) {
  const [shown, setShown] = useState(SHOWN);
  const { lacking, counts } = seen;
  if (lacking.length === 0)
    return counts.signed === 0 ? null : (
      <NoticeBar tone="go" title="签字表都齐了">
        {`${counts.signed} 人，可以回到名单提交。`}
      </NoticeBar>
    );
  return (
    <Group
      title={`还没有齐的人 ${lacking.length}`}
      foot={counts.signed > 0 ? `已齐 ${counts.signed} 人。` : '本人在手机上确认过的，不用再交签字表。'}
    >
      {lacking.slice(0, shown).map((one) => (
        <Cell
          key={one.id}
          id={`lacking-${one.id}`}
          title={`${one.name}（${one.documentTail}）`}
          value={one.missing.length > 0 ? `缺第 ${one.missing.join('、')} 页` : '还没有'}
          onTap={() => open('/packages/unit/row/index', { id, row: one.id })}
        />
      ))}
      {lacking.length > shown ? (
        <TextButton id="more-lacking" text="再看一些" onTap={() => setShown(shown + SHOWN)} />
      ) : null}
    </Group>
  );
}
