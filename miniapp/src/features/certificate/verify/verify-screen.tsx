import { type ReplyOf, certificates, sittings } from '@jikaotong/shared/contract';
import { certificateStateWord, examDayWords, fullDayWords, levelWord, refusalSentence } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { CAN_SCAN, type Refusal, call, scan } from '../../../platform';
import { BigButton, Cell, Group, Heading, RefusalMessage, NoticeBar, Page, TextField } from '../../../ui';
import { type Checked, checkSignature, tokenIn, verificationKeys } from '../../signed-token';
import '../certificate.scss';

type Record = ReplyOf<typeof certificates.verifyCertificate>;

/** What is known about the last thing that was looked up. */
type Found = {
  /** By the signature alone; null when it was looked up by number and name. */
  readonly checked: Checked | null;
  readonly record: Record | null;
  readonly refusal: Refusal | null;
  /** Whether the ticket still holds, once the body's records have answered. */
  readonly ticket?: ReplyOf<typeof sittings.verifyTicket> | null;
};

/** Anybody checks a certificate: by its QR, first offline by signature and then with the body's records, or by number and name. */
export function VerifyScreen({ token }: { token: string | null }) {
  const [number, setNumber] = useState('');
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const [askedFor, setAskedFor] = useState('');
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<Found | null>(null);

  useEffect(() => {
    const given = token ? tokenIn(token) : null;
    if (given) void judge(given, setFound);
  }, [token]);

  const read = async () => {
    const text = await scan();
    if (text === null) return;
    const given = tokenIn(text);
    setBusy(true);
    if (given) await judge(given, setFound);
    else setFound({ checked: { verdict: 'forged' }, record: null, refusal: null });
    setBusy(false);
  };
  const lookUp = async () => {
    setAsked(true);
    if (!number.trim() || !name.trim()) return;
    setBusy(true);
    setAskedFor(number.trim());
    const reply = await call(certificates.verifyCertificate, { query: { number: number.trim(), name: name.trim() } });
    setFound({ checked: null, record: reply.ok ? reply.data : null, refusal: reply.ok ? null : reply });
    setBusy(false);
  };
  return (
    <Page>
      <Heading title="证书核验">扫证书上的二维码，或填写证书编号和姓名。</Heading>
      {found ? <Verdict found={found} number={askedFor} /> : null}
      {CAN_SCAN ? (
        <View className="verify__go">
          <BigButton id="scan-certificate" text="扫二维码" busy={busy} onTap={() => void read()} />
        </View>
      ) : null}
      <Group title="按编号查询">
        <TextField
          id="certificate-number"
          label="证书编号"
          value={number}
          placeholder={`${NUMBER_LENGTH} 位字母和数字`}
          maxlength={30}
          error={asked && !number.trim() ? '请填写证书编号' : null}
          onChange={setNumber}
        />
        <TextField
          id="certificate-name"
          label="姓名"
          value={name}
          placeholder="证书上的姓名"
          maxlength={60}
          error={asked && !name.trim() ? '请填写姓名' : null}
          onChange={setName}
        />
      </Group>
      <View className="verify__go">
        <BigButton id="verify" text="查询" tone="plain" busy={busy} onTap={() => void lookUp()} />
      </View>
    </Page>
  );
}

/** Of a certificate's number, in characters. */
const NUMBER_LENGTH = 22;

/** Tells what the signature says at once, and what the body's records say as soon as they answer. */
async function judge(token: string, tell: (found: Found) => void): Promise<void> {
  const checked = checkSignature(token, await verificationKeys());
  tell({ checked, record: null, refusal: null });
  if (checked.verdict === 'forged') return;
  if (checked.verdict === 'genuine' && checked.claims.kind === 'ticket') {
    const ticket = await call(sittings.verifyTicket, { query: { token } });
    tell({ checked, record: null, refusal: ticket.ok ? null : ticket, ticket: ticket.ok ? ticket.data : null });
    return;
  }
  const reply = await call(certificates.verifyCertificate, { query: { token } });
  tell({ checked, record: reply.ok ? reply.data : null, refusal: reply.ok ? null : reply });
}

function Verdict({ found: { checked, record, refusal, ticket }, number }: { found: Found; number: string }) {
  if (checked?.verdict === 'forged') {
    return (
      <NoticeBar tone="stop" title="不是有效的二维码">
        {refusalSentence('token-invalid')}
      </NoticeBar>
    );
  }
  const claims = checked?.verdict === 'genuine' ? checked.claims : null;
  if (claims?.kind === 'ticket') {
    const words = examDayWords(ticket?.ofStage);
    return (
      <>
        {ticket?.state === 'revoked' ? (
          <NoticeBar tone="stop" title={`${words.ticket}已作废`}>
            {ticket.revokedOn ? `${fullDayWords(ticket.revokedOn)}起作废，` : ''}
            {words.exam}有变动，请出示新的{words.ticket}。
          </NoticeBar>
        ) : (
          <NoticeBar tone="go" title={`${words.ticket}二维码真实`}>
            {ticket ? '签名核验通过，与机构的登记一致。' : '签名核验通过。'}
          </NoticeBar>
        )}
        {refusal?.code === 'offline' ? (
          <NoticeBar tone="warn">网络连接不上，还没有核对是否作废，联网后请再核验一次。</NoticeBar>
        ) : refusal ? (
          <NoticeBar tone="stop">{refusalSentence(refusal.code, refusal.data)}</NoticeBar>
        ) : null}
        <Group>
          <Cell title="姓名" value={claims.name} />
          <Cell title={words.ticketNumber} value={claims.number} />
          <Cell title={`${words.exam}日期`} value={fullDayWords(claims.examOn)} />
        </Group>
      </>
    );
  }
  if (record) {
    const isValid = record.state === 'issued';
    return (
      <>
        <NoticeBar
          tone={isValid ? 'go' : 'stop'}
          title={`证书${certificateStateWord(record.replaced ? 'replaced' : record.state)}`}
        >
          {isValid
            ? `与发证机构的登记一致。${record.fromBefore ? '这是机构使用本系统以前发的证书，按机构的台账登记。' : ''}${record.duplicatedOn ? `${fullDayWords(record.duplicatedOn)}补发过，编号不变。` : ''}`
            : voidWords(record)}
        </NoticeBar>
        <Facts of={{ ...record, name: record.nameMasked }} />
      </>
    );
  }
  if (claims) {
    return (
      <>
        <NoticeBar tone="go" title="二维码真实">
          签名核验通过，内容没有被改动。
        </NoticeBar>
        <Facts of={claims} />
        {refusal ? (
          <NoticeBar tone={refusal.code === 'offline' ? 'warn' : 'stop'}>
            {refusal.code === 'offline'
              ? '网络连接不上，还没有核对发证机构的登记，联网后请再核验一次。'
              : refusalSentence(refusal.code, refusal.data)}
          </NoticeBar>
        ) : null}
      </>
    );
  }
  if (refusal?.code === 'not-found') {
    return (
      <NoticeBar tone="stop" title="没有查到">
        {number === '' || number.length === NUMBER_LENGTH
          ? '请核对证书编号和姓名，姓名须与证书完全一致。'
          : `证书编号是 ${NUMBER_LENGTH} 位，您填了 ${number.length} 位，请对照证书核对。`}
        仍查不到的，请向证书上的发证机构询问。
      </NoticeBar>
    );
  }
  return <RefusalMessage refusal={refusal} />;
}

/** Since when it does not hold, and whether its holder has another one. */
const voidWords = ({ voidedOn, replaced }: Record): string =>
  `${voidedOn ? `${fullDayWords(voidedOn)}起，` : ''}${
    replaced ? '这个编号已由新证书代替，不再有效，请持证人出示新证书。' : '发证机构已将这份证书作废。'
  }`;

type FactsOf = Pick<Record, 'number' | 'occupation' | 'level' | 'bodyName' | 'issuedOn'> & { name: string };

function Facts({ of: { name, number, occupation, level, bodyName, issuedOn } }: { of: FactsOf }) {
  return (
    <Group>
      <Cell title="姓名" value={name} />
      <Cell title="职业" value={occupation} />
      {level === null ? null : <Cell title="等级" value={levelWord(level)} />}
      <Cell title="证书编号" note={number} />
      <Cell title="发证机构" value={bodyName} />
      <Cell title="发证日期" value={fullDayWords(issuedOn)} />
    </Group>
  );
}
