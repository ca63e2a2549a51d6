import { type ContestGroupView, contestGroups } from '@jikaotong/shared/contract';
import { packageTitleOf } from '@jikaotong/shared/rules/units';
import { useState } from 'react';
import { type LocalFile, type Refusal, openFile, useCommand } from '../../platform';
import { Cell, Group, RefusalMessage, TextField } from '../../ui';
import { PACKAGE_LIMIT, PackageUpload } from './package-upload';

/** The list and all photos as one ZIP, under the name that the notice asks for. */
export function GroupPackage({ group }: { group: ContestGroupView }) {
  const params = { id: group.id };
  const [title, setTitle] = useState(group.title ?? '');
  const [fault, setFault] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const call = useCommand(contestGroups.callPackage);
  const fetchTemplate = async () => {
    const reply = await openFile(
      contestGroups.downloadPackageTemplate,
      { params },
      { name: '团体报名名单', kind: 'xlsx' },
    );
    setRefusal(reply.ok ? null : reply);
  };
  // a file that is called as the notice asks says it itself
  const name = async ({ name: file = '' }: Pick<LocalFile, 'name'>): Promise<boolean> => {
    const called = file.replace(/\.zip$/i, '');
    const wanted = packageTitleOf(called) === null ? title.trim() : called;
    setTitle(wanted);
    const isTitle = packageTitleOf(wanted) !== null;
    setFault(isTitle ? null : '请写成“企业简称+报名人数”，例如“甲安防+32”');
    if (!isTitle) return false;
    return wanted === group.title || (await call.run({ params, body: { title: wanted } })).ok;
  };
  if (group.closed !== null) return null;
  return (
    <>
      <Group
        title="打包"
        foot={`在这里上传就算交件，不用再发邮件。表和所有人的蓝底证件照压缩成一个 ZIP，照片用证件号码或姓名命名。${PACKAGE_LIMIT}`}
      >
        <Cell
          id="package-template"
          title="下载名单模板"
          note="附件1、附件2合成一张表"
          onTap={() => void fetchTemplate()}
        />
        <TextField
          id="package-title"
          label="包名（企业简称+报名人数）"
          placeholder="例如 甲安防+32"
          maxlength={80}
          value={title}
          error={fault}
          onChange={setTitle}
        />
      </Group>
      <RefusalMessage refusal={refusal ?? call.refusal} />
      <PackageUpload group={group} before={name} />
    </>
  );
}
