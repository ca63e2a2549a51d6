import { BATCH_QUOTA, contestGroups } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { upload, useAnswer } from '../../platform';
import { ImportRun } from '../sheet';
import type { Chosen } from './originals';
import { OriginalsProgress } from './originals-progress';
import type { PackageUploadProps } from './package-upload';
import { fileRefusal, useOriginals } from './use-originals';

const ACCEPT = ['zip', 'xlsx', 'csv', 'jpg', 'jpeg', 'png', 'heic', 'heif'];

export const PACKAGE_LIMIT = `照片可以是相机、手机的原图，会自动压缩，一次最多 ${BATCH_QUOTA.photos} 张；不打包的，名单和照片一起选也可以。网络断了会接着传。`;
export const PACKAGE_REMOVES = '把表里没有的人退出比赛';

/** The package from a desk: its photos shrunk here and sent one by one, then its list. */
export function PackageUpload({ group: { id }, before }: PackageUploadProps) {
  const params = { id };
  const answer = useAnswer(contestGroups.packagePhotos.get, { params });
  const batch = answer.state === 'ready' ? answer.data.batch : null;
  const [importId, setImportId] = useState<string | null>(null);
  const look = async ({ photos, sheets, title }: Chosen) => {
    setImportId(null);
    if (sheets.length !== 1) return fileRefusal(sheets.length === 0 ? 'no-sheet' : 'sheets-twice');
    if (photos.length === 0) return fileRefusal('no-pictures');
    return (await before(title === null ? {} : { name: title })) ? null : false;
  };
  const originals = useOriginals({
    endpoints: contestGroups.packagePhotos,
    id,
    accept: ACCEPT,
    look,
    end: async ({ id: batchId }, { sheets: [sheet] }) => {
      if (!sheet) return fileRefusal('no-sheet');
      const opened = await sheet.open().catch(() => null);
      if (!opened) return fileRefusal('damaged');
      const path = URL.createObjectURL(opened);
      const file = { path, bytes: opened.size };
      const reply = await upload(contestGroups.packageList, { params: { id, batchId } }, file);
      URL.revokeObjectURL(path);
      if (reply.ok) setImportId(reply.data.id);
      return reply;
    },
  });
  return (
    <>
      <OriginalsProgress
        id="package-upload"
        originals={originals}
        batch={batch}
        text="选压缩包，或名单和照片"
        tone={importId === null ? 'primary' : 'plain'}
      />
      {importId && originals.going.phase === 'idle' ? (
        <ImportRun
          key={importId}
          endpoints={contestGroups.packageSheet}
          params={{ id, importId }}
          unit="人"
          removes={PACKAGE_REMOVES}
          onAgain={() => setImportId(null)}
        />
      ) : null}
    </>
  );
}
