import { BATCH_QUOTA, type RosterView, rosters } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { call, reloadScreens, useAnswer } from '../../platform';
import { Cell, Group } from '../../ui';
import { OriginalsProgress } from './originals-progress';
import { PhotosResult } from './photos-result';
import { fileRefusal, useOriginals } from './use-originals';

const ACCEPT = ['zip', 'jpg', 'jpeg', 'png', 'heic', 'heif'];

/** Photos of many from a desk: originals of any size, shrunk here and sent one by one, from where the network broke. */
export function PhotoZip({ roster: { id, photoRule } }: { roster: Pick<RosterView, 'id' | 'photoRule'> }) {
  const params = { id };
  const answer = useAnswer(rosters.rosterPhotos.get, { params });
  const batch = answer.state === 'ready' ? answer.data.batch : null;
  const [sentNow, setSentNow] = useState<string | null>(null);
  const originals = useOriginals({
    endpoints: rosters.rosterPhotos,
    id,
    accept: ACCEPT,
    look: async ({ photos }) => (photos.length === 0 ? fileRefusal('no-pictures') : null),
    end: async ({ id: batchId }) => {
      const reply = await call(rosters.takeRosterPhotos, { params: { id, batchId } });
      if (reply.ok) {
        setSentNow(batchId);
        // whoever has a photo now stands differently
        void reloadScreens();
      }
      return reply;
    },
  });
  const result = originals.going.phase === 'idle' ? (batch?.result ?? null) : null;
  return (
    <Group
      title="交照片"
      foot={`相机、手机的原图可以直接选，会自动压缩到要求的大小，一次最多 ${BATCH_QUOTA.photos} 张，也可以选 ZIP 压缩包。照片用证件号码或姓名命名。网络断了会接着传。`}
    >
      {photoRule === null ? null : <Cell title="照片要求" note={photoRule} />}
      <OriginalsProgress id="roster-photos" originals={originals} batch={batch} text="选照片或压缩包" />
      {result ? <PhotosResult rosterId={id} taken={result} before={batch?.id !== sentNow} /> : null}
    </Group>
  );
}
