import { type ReplyOf, type RosterSiteView, rosterSites } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { IN_WECHAT, type LocalFile, type Refusal, call, upload } from '../../platform';
import { BigButton, Group, PickField, RefusalMessage, TextButton } from '../../ui';
import { SheetImport } from '../sheet';

type Headers = ReplyOf<typeof rosterSites.readListHeaders>;
type Asking = Headers & { readonly answer: (isMapped: boolean) => void };

/** The columns about who somebody is and for what; the others of our sheet no such list has. */
const ASKED = 10;
const NONE = '';

/** The list that the system exported, held against the roster; its columns are named once. */
export function ListOfSystem({ rosterId, site }: { rosterId: string; site: RosterSiteView }) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const params = { id: rosterId };
  const isNamed = async (file: LocalFile): Promise<boolean> => {
    const read = await upload(rosterSites.readListHeaders, { params }, file);
    setRefusal(read.ok ? null : read);
    if (!read.ok) return false;
    const { mapping } = site;
    if (mapping && Object.values(mapping).every((header) => read.data.headers.includes(header))) return true;
    return new Promise((resolve) => setAsking({ ...read.data, answer: resolve }));
  };
  const name = async (columns: Record<string, string>) => {
    const reply = await call(rosterSites.mapList, { params, body: { columns } });
    setRefusal(reply.ok ? null : reply);
    if (!reply.ok) return;
    asking?.answer(true);
    setAsking(null);
  };
  return (
    <>
      <Group title="核对系统导出的名单" foot="从自助经办系统导出名单后上传，和这里的名单逐人比较，改动会先给您看。" />
      {asking ? (
        <Naming
          site={site}
          asking={asking}
          onNamed={(columns) => void name(columns)}
          onLeave={() => {
            asking.answer(false);
            setAsking(null);
          }}
        />
      ) : null}
      <RefusalMessage refusal={refusal} />
      <SheetImport
        id="list-upload"
        endpoints={rosterSites.rosterList}
        subjectId={rosterId}
        unit="人"
        text={IN_WECHAT ? '从聊天里选导出的名单' : '上传导出的名单'}
        removes="把系统名单里没有的人移出名单"
        extensions={['xlsx', 'csv']}
        running={site.runningImport}
        before={isNamed}
        closed={asking ? '请先对好列' : null}
      />
    </>
  );
}

type NamingProps = {
  site: RosterSiteView;
  asking: Asking;
  onNamed: (columns: Record<string, string>) => void;
  onLeave: () => void;
};

function Naming({ site, asking, onNamed, onLeave }: NamingProps) {
  const [columns, setColumns] = useState<Record<string, string>>(asking.suggested);
  const options = [
    { key: NONE, text: '名单里没有' },
    ...asking.headers.map((header) => ({ key: header, text: header })),
  ];
  const set = (key: string, header: string) => {
    const { [key]: _, ...others } = columns;
    setColumns(header === NONE ? others : { ...others, [key]: header });
  };
  const isWhole = site.keys.every(({ key, required }) => !required || columns[key] !== undefined);
  return (
    <>
      <Group title="对列：名单里哪一列是什么" foot="只要对一次，下次上传按这样读。">
        {site.keys.slice(0, ASKED).map(({ key, header, required }) => (
          <PickField
            key={key}
            id={`map-${key}`}
            label={required ? `${header}（必须）` : header}
            options={options}
            value={columns[key] ?? NONE}
            onChange={(chosen) => set(key, chosen)}
          />
        ))}
      </Group>
      <BigButton
        id="map-save"
        text="对好了，开始比较"
        waitsFor={!isWhole && '请先对好必须的列'}
        onTap={() => onNamed(columns)}
      />
      <TextButton id="map-leave" text="先不比较" onTap={onLeave} />
    </>
  );
}
