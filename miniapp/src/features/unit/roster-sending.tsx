import { type RosterView, rosterResults, rosters } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { type Refusal, open, openFile } from '../../platform';
import { Cell, Group, RefusalMessage } from '../../ui';
import { SheetImport } from '../sheet';
import { PhotoZip } from './photo-zip';

/** Everything by which people come in: the sheet, the photos, one by one. */
export function RosterSending({ roster }: { roster: RosterView }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { counts } = roster;
  const params = { id: roster.id };
  const isOver = counts.total > 0 && Object.values(counts.standing).every((many) => many === 0);
  const [unfolded, setUnfolded] = useState(roster.runningImport !== null);
  const folded = isOver && !unfolded;
  const fetchSheet = async (which: 'template' | 'current') => {
    const reply = await openFile(
      which === 'template' ? rosters.downloadRosterTemplate : rosters.downloadRoster,
      { params },
      { name: which === 'template' ? '集体报名名单模板' : '集体报名名单', kind: 'xlsx' },
    );
    setRefusal(reply.ok ? null : reply);
  };
  const fetchForms = async () => {
    const file = { name: `申报表-${roster.unitName}`, kind: 'pdf' } as const;
    const reply = await openFile(rosterResults.downloadRosterForms, { params }, file);
    setRefusal(reply.ok ? null : reply);
  };
  if (roster.closed !== null)
    return counts.total === 0 ? null : (
      <Group>
        <Cell
          id="roster-current"
          title="下载这份名单"
          note="下次报名可以直接上传这张表，不用重新填"
          onTap={() => void fetchSheet('current')}
        />
        <RefusalMessage refusal={refusal} />
      </Group>
    );
  return (
    <>
      <Group title="交名单" foot="可以反复上传，同一个人不会重复；改动会先给您看。">
        {folded ? null : <Cell id="roster-template" title="下载名单模板" onTap={() => void fetchSheet('template')} />}
        {counts.total > 0 ? (
          <Cell
            id="roster-current"
            title="下载现在的名单"
            note="每人一行，写明判定和原因，改好可以再上传"
            onTap={() => void fetchSheet('current')}
          />
        ) : null}
        <Cell
          id="roster-notice"
          title="看通知原文"
          onTap={() => open('/pages/notice/index', { id: roster.noticeId })}
        />
        {folded ? null : (
          <Cell
            id="roster-link"
            title="让成员自己填、自己确认"
            note="发二维码到单位的群，各人自己填写、拍照；已经填好的，发认领码请本人确认"
            onTap={() => open('/packages/unit/link/index', { id: roster.id })}
          />
        )}
        {counts.unconfirmed > 0 || roster.where === 'counter' ? (
          <Cell
            id="roster-forms"
            title="打印全部申报表"
            note="连同要签的承诺书，按名单顺序，每页有这个人的码"
            onTap={() => void fetchForms()}
          />
        ) : null}
        {counts.total > 0 && roster.where !== 'counter' && !folded ? (
          <Cell
            id="roster-signed"
            title="上传签好的申报表"
            note="整摞扫描上传，按每页的码自动分到各人"
            onTap={() => open('/packages/unit/signed/index', { id: roster.id })}
          />
        ) : null}
        <Cell
          id="add-row"
          title="逐个添加"
          note="人少时在手机上填写"
          onTap={() => open('/packages/unit/row/index', { id: roster.id })}
        />
        {folded ? (
          <Cell
            id="unfold-sending"
            title="还要加人"
            note="上传名单和照片，或请成员自己填"
            onTap={() => setUnfolded(true)}
          />
        ) : null}
      </Group>
      <RefusalMessage refusal={refusal} />
      {folded ? null : (
        <SheetImport
          id="roster-upload"
          endpoints={rosters.rosterSheet}
          subjectId={roster.id}
          unit="人"
          tone={counts.submittable > 0 || roster.toOrder.candidates > 0 ? 'plain' : 'primary'}
          removes="把表里没有的人移出名单"
          extensions={['xlsx', 'csv']}
          running={roster.runningImport}
          closed={null}
        />
      )}
      {counts.total > 0 && !folded ? <PhotoZip roster={roster} /> : null}
    </>
  );
}
