import { CERTIFICATE_PRINTS, type CertificatePrint, collections, sessions } from '@jikaotong/shared/contract';
import { certificateList } from '@jikaotong/shared/lists';
import { certificatePrintWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { type Refusal, open, openFile, useAnswer } from '../../platform';
import { Cell, Empty, Group, Heading, Loaded, Page, PickField, RefusalMessage, TextField } from '../../ui';
import { SheetImport } from '../sheet';

const WHAT: Readonly<Record<CertificatePrint, string>> = {
  certificates: '白纸整页打印，每人一张，按编号排列',
  'certificates-preprinted': '印好底版的证书纸，只打姓名、编号、照片和二维码',
  'hand-out': '领一份签一个名，按编号排列',
  'unit-notices': '按考生填的单位，每个单位一张，凭单统一领取',
};
const ALL = 'all';

/** The papers of a session's certificates, and the parcels. */
export function CertificatePapersScreen({ sessionId }: { sessionId: string }) {
  const params = { id: sessionId };
  const session = useAnswer(sessions.getStaffSession, { params });
  const counts = useAnswer(certificateList.counts, { params, query: {} });
  const [offering, setOffering] = useState(ALL);
  const [right, setRight] = useState('0');
  const [down, setDown] = useState('0');
  const [making, setMaking] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [reason, setReason] = useState('');
  const offsets = { right: tenths(right), down: tenths(down) };

  const take = async (print: CertificatePrint) => {
    if (making) return;
    setMaking(print);
    setRefusal(null);
    const { right: x, down: y } = offsets;
    const moved = print === 'certificates-preprinted' && x !== null && y !== null ? { right: x, down: y } : {};
    const query = { ...(offering !== ALL && { offering }), ...moved };
    const asked = { params: { ...params, print }, query };
    const reply = await openFile(collections.printCertificates, asked, {
      name: certificatePrintWord(print),
      kind: 'pdf',
    });
    setMaking(null);
    if (!reply.ok) setRefusal(reply);
  };
  const takeParcels = async () => {
    setRefusal(null);
    const query = { reason: reason.trim() };
    const reply = await openFile(collections.downloadParcels, { params, query }, { name: '邮寄清单', kind: 'xlsx' });
    if (!reply.ok) setRefusal(reply);
  };
  return (
    <Page>
      <Heading title="证书打印与邮寄">{session.state === 'ready' ? session.data.name : null}</Heading>
      <Loaded answer={counts} rows={6}>
        {({ by, names }) => {
          const issued = (by['state']?.['issued'] ?? 0) + (by['state']?.['to-replace'] ?? 0);
          const toSend = by['handOver']?.['to-send'] ?? 0;
          if (issued === 0) return <Empty title="还没有发证">发证以后，在这里打印证书、签收表和领证通知单。</Empty>;
          return (
            <>
              <RefusalMessage refusal={refusal} />
              <Group title={`有效证书 ${issued} 份`}>
                <PickField
                  id="papers-offering"
                  label="项目"
                  options={[
                    { key: ALL, text: '全部项目' },
                    ...(names['offering'] ?? []).map(({ code, name }) => ({ key: code, text: name })),
                  ]}
                  value={offering}
                  onChange={setOffering}
                />
                {CERTIFICATE_PRINTS.map((print) => (
                  <Cell
                    key={print}
                    id={`print-${print}`}
                    title={certificatePrintWord(print)}
                    note={WHAT[print]}
                    value={making === print ? '正在生成…' : undefined}
                    onTap={() => void take(print)}
                  />
                ))}
              </Group>
              <Group>
                <Cell
                  id="go-authority"
                  title="上报主管部门的表"
                  note="用主管部门的空表导出报名、成绩和证书"
                  onTap={() => open('/packages/award/authority/index', { session: sessionId })}
                />
              </Group>
              <Group title="套打位置" foot="毫米，先打一张对一对；向左、向上填负数。">
                <TextField
                  id="offset-right"
                  label="向右"
                  value={right}
                  error={offsets.right === null ? '请填 -50 到 50 之间的毫米数' : null}
                  onChange={setRight}
                />
                <TextField
                  id="offset-down"
                  label="向下"
                  value={down}
                  error={offsets.down === null ? '请填 -50 到 50 之间的毫米数' : null}
                  onChange={setDown}
                />
              </Group>
              <Group title={`待邮寄 ${toSend} 份`} foot="清单里有考生的地址和电话，导出会记入操作记录。">
                {toSend > 0 ? (
                  <>
                    <TextField
                      id="parcels-reason"
                      label="导出用途"
                      value={reason}
                      maxlength={200}
                      onChange={setReason}
                    />
                    <Cell
                      id="download-parcels"
                      title="下载邮寄清单"
                      note={reason.trim() === '' ? '先填导出用途' : '寄出后填上单号再传回来'}
                      {...(reason.trim() !== '' && { onTap: () => void takeParcels() })}
                    />
                  </>
                ) : (
                  <Cell title="没有等着邮寄的证书" />
                )}
              </Group>
              <SheetImport
                id="tracking-upload"
                endpoints={collections.trackingSheet}
                subjectId={sessionId}
                unit="个单号"
                closed={null}
                extensions={['xlsx', 'csv']}
              />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** Millimetres as they are typed, in tenths; null for what is none. */
function tenths(text: string): string | null {
  const value = Number(text.trim() === '' ? '0' : text.trim());
  return Number.isFinite(value) && Math.abs(value) <= 50 ? String(Math.round(value * 10) || 0) : null;
}
