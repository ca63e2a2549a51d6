import { registrations } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Refusal, openFile } from '../../platform';
import { Card, RefusalMessage, TextButton } from '../../ui';
import { SheetImport } from '../sheet';
import { useStaff } from '../staff';
import './contest.scss';

/** The list of the site where people register: what it would change is shown before it is taken. */
export function ListImport({ noticeId }: { noticeId: string }) {
  const { may } = useStaff();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  if (!may(registrations.listSheet.upload)) return null;
  const fetchTemplate = async () => {
    const reply = await openFile(
      registrations.downloadListTemplate,
      { params: { id: noticeId } },
      { name: '官网报名名单', kind: 'xlsx' },
    );
    setRefusal(reply.ok ? null : reply);
  };
  return (
    <>
      <Card>
        <View>从报名官网导出名单，核对列名后上传（Excel 或 CSV）。可以反复上传，不会重复。</View>
        <TextButton id="list-template" text="下载名单模板" onTap={() => void fetchTemplate()} />
        <RefusalMessage refusal={refusal} />
      </Card>
      <SheetImport
        id="list-upload"
        endpoints={registrations.listSheet}
        subjectId={noticeId}
        unit="人"
        removes="把名单里没有了的人移出报名名单"
        extensions={['xlsx', 'csv']}
        closed={null}
      />
    </>
  );
}
