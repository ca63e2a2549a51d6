import { type BodyView, bodies } from '@jikaotong/shared/contract';
import { chooseFile, toast } from '../../platform';
import { Cell, Group, RefusalMessage } from '../../ui';
import { useUpload } from '../staff';

/** The seal that is printed on certificates. */
export function SealPart({ body }: { body: BodyView }) {
  const send = useUpload(bodies.setSeal, { params: { id: body.id } });
  const choose = async () => {
    const file = await chooseFile(['png']);
    if (!file) return;
    const reply = await send.run(file);
    if (reply.ok) toast('印章已更新');
  };
  return (
    <>
      <Group title="印章" foot="透明底 PNG，2 MB 以内，印在证书的落款处。">
        <Cell
          id="upload-seal"
          title={body.sealFileId ? '更换印章图片' : '上传印章图片'}
          value={send.busy ? '正在上传' : body.sealFileId ? '已上传' : '未上传'}
          onTap={() => void choose()}
        />
      </Group>
      <RefusalMessage refusal={send.refusal} />
    </>
  );
}
