import type { EndpointSpec } from '@jikaotong/shared/contract';
import Taro from '@tarojs/taro';
import { type Envelope, envelopeOf } from './http';
import { OFFLINE, type Reply, refusalOf } from './reply';
import { type CallArgs, urlOf } from './send';
import { accessToken } from './signed-in';
import { tellTrouble } from './tell-trouble';

export type FileKind = 'pdf' | 'xlsx' | 'csv' | 'zip' | 'png' | 'ics' | 'json';

/** Fetches a file and opens it: in WeChat's viewer, with the menu to print or send it on. */
export async function openFile<E extends EndpointSpec>(
  endpoint: E,
  args: CallArgs<E>,
  file: { name: string; kind: FileKind },
): Promise<Reply<null>> {
  const fetched = await fetchFile(endpoint, args, file);
  if (!fetched.ok) return fetched;
  await shown(fetched.data, file.kind);
  return { ok: true, data: null };
}

/** Fetches a picture and puts it into the album of the phone; the data says whether it lies there. */
export async function savePicture<E extends EndpointSpec>(
  endpoint: E,
  args: CallArgs<E>,
  name: string,
): Promise<Reply<boolean>> {
  const fetched = await fetchFile(endpoint, args, { name, kind: 'png' });
  if (!fetched.ok) return fetched;
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: fetched.data });
    return { ok: true, data: true };
  } catch (error) {
    await tellTrouble('album', error);
    return { ok: true, data: false };
  }
}

/** Where the file lies. */
async function fetchFile<E extends EndpointSpec>(
  endpoint: E,
  args: CallArgs<E>,
  { name, kind }: { name: string; kind: FileKind },
): Promise<Reply<string>> {
  const token = await accessToken();
  try {
    const { statusCode, tempFilePath } = await Taro.downloadFile({
      url: urlOf(endpoint, args),
      header: token ? { Authorization: `Bearer ${token}` } : {},
      filePath: `${Taro.env.USER_DATA_PATH}/${name}.${kind}`,
    });
    const path = tempFilePath || `${Taro.env.USER_DATA_PATH}/${name}.${kind}`;
    if (statusCode !== 200) return refusalOf(await envelopeAt(path));
    return { ok: true, data: path };
  } catch {
    return OFFLINE;
  }
}

/** The file has come; that it does not open, or may not be sent on, is no matter of the network. */
async function shown(path: string, kind: FileKind): Promise<void> {
  try {
    if (kind === 'pdf' || kind === 'xlsx') await Taro.openDocument({ filePath: path, fileType: kind, showMenu: true });
    else await Taro.shareFileMessage({ filePath: path });
  } catch (error) {
    await tellTrouble('document', error);
  }
}

/** A refusal of a download arrives as a file that holds the envelope. */
function envelopeAt(path: string): Promise<Envelope> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().readFile({
      filePath: path,
      encoding: 'utf8',
      success: ({ data }) => resolve(envelopeOf(data)),
      fail: () => resolve(envelopeOf(null)),
    });
  });
}
