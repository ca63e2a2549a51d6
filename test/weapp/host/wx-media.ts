import sharp, { type Sharp } from 'sharp';
import { asynchronous, numberOption, refusal, textOption, type WxOptions, type WxWorld } from './wx-world';
import { bytesFrom } from './phone-files';
import { canvasPicture } from './canvas';

/** Pictures and files: choosing, looking at, cropping, compressing, opening, saving. */
export const mediaApis = (world: WxWorld): Record<string, unknown> => {
  const { files, person } = world;
  const readable = (path: string): Buffer => {
    const bytes = files.read(path);
    if (!bytes) throw refusal(`no such file or directory, open "${path}"`);
    return bytes;
  };
  const pick = async (): Promise<{ path: string; size: number; name: string }> => {
    const picked = await person.picksFile();
    if (!picked) throw refusal('cancel');
    const path = files.keep(picked.bytes, picked.name.split('.').pop() ?? 'unknown');
    return { path, size: picked.bytes.length, name: picked.name };
  };
  const shaped = async (options: WxOptions, shape: (image: Sharp) => Sharp): Promise<string> => {
    const image = sharp(readable(textOption(options, 'src')));
    const bytes = await shape(image)
      .toBuffer()
      .catch(() => Promise.reject(refusal('decode image failed')));
    return files.keep(bytes, 'jpg');
  };
  return {
    chooseMedia: asynchronous(world, 'chooseMedia', async () => {
      const { path, size } = await pick();
      return { type: 'image', tempFiles: [{ tempFilePath: path, size, fileType: 'image' }] };
    }),
    chooseImage: asynchronous(world, 'chooseImage', async () => {
      const { path, size } = await pick();
      return { tempFilePaths: [path], tempFiles: [{ path, size }] };
    }),
    chooseMessageFile: asynchronous(world, 'chooseMessageFile', async () => ({
      tempFiles: [{ ...(await pick()), type: 'file', time: 0 }],
    })),
    getImageInfo: asynchronous(world, 'getImageInfo', async (options) => {
      const path = textOption(options, 'src');
      const { width, height, format } = await sharp(readable(path))
        .metadata()
        .catch(() => Promise.reject(refusal('decode image failed')));
      return { path, width, height, type: format, orientation: 'up' };
    }),
    compressImage: asynchronous(world, 'compressImage', async (options) => {
      const width = numberOption(options, 'compressedWidth', 0) || null;
      const height = numberOption(options, 'compressedHeight', 0) || null;
      const quality = Math.max(1, numberOption(options, 'quality', 80));
      const fit = width && height ? 'fill' : 'inside';
      return { tempFilePath: await shaped(options, (image) => image.resize(width, height, { fit }).jpeg({ quality })) };
    }),
    cropImage: asynchronous(world, 'cropImage', async (options) => {
      const [across = 1, down = 1] = (textOption(options, 'cropScale') || '1:1').split(':').map(Number);
      const { width = 1, height = 1 } = await sharp(readable(textOption(options, 'src'))).metadata();
      const scale = Math.min(width / across, height / down);
      const size = { width: Math.floor(across * scale), height: Math.floor(down * scale), fit: 'cover' as const };
      return { tempFilePath: await shaped(options, (image) => image.resize(size).jpeg({ quality: 95 })) };
    }),
    canvasToTempFilePath: asynchronous(world, 'canvasToTempFilePath', async (options) => {
      const extension = textOption(options, 'fileType') === 'jpg' ? 'jpg' : 'png';
      const picture = await canvasPicture(options, (path) => files.read(path));
      if (!picture) throw refusal('canvas is empty');
      return { tempFilePath: files.keep(picture, extension) };
    }),
    previewImage: asynchronous(world, 'previewImage', () => ({})),
    saveImageToPhotosAlbum: asynchronous(world, 'saveImageToPhotosAlbum', (options) => {
      readable(textOption(options, 'filePath'));
    }),
    openDocument: asynchronous(world, 'openDocument', (options) => {
      readable(textOption(options, 'filePath'));
      const type = textOption(options, 'fileType') || textOption(options, 'filePath').split('.').pop();
      if (!/^(docx?|xlsx?|pptx?|pdf)$/.test(type ?? '')) throw refusal('filetype not supported');
    }),
    shareFileMessage: asynchronous(world, 'shareFileMessage', (options) => {
      readable(textOption(options, 'filePath'));
    }),
    getFileSystemManager: () => fileSystem(world, readable),
  };
};

const fileSystem = (world: WxWorld, readable: (path: string) => Buffer): Record<string, unknown> => {
  const { files } = world;
  const read = (path: string, encoding: unknown): unknown => {
    const bytes = readable(path);
    return typeof encoding === 'string' && Buffer.isEncoding(encoding) ? bytes.toString(encoding) : bytes;
  };
  const write = (path: string, data: unknown, encoding: unknown): void =>
    files.write(path, bytesFrom(data, String(encoding ?? 'utf8')));
  const remove = (path: string): void => {
    if (!files.remove(path)) throw refusal(`no such file or directory "${path}"`);
  };
  const stat = (path: string): object => ({ size: readable(path).length, mode: 33188, lastModifiedTime: 0 });
  const onPath = (name: string, run: (path: string, options: WxOptions) => unknown): unknown =>
    asynchronous(world, name, (options) =>
      run(textOption(options, 'filePath') || textOption(options, 'path'), options),
    );
  return {
    readFile: onPath('readFile', (path, options) => ({ data: read(path, options['encoding']) })),
    writeFile: onPath('writeFile', (path, options) => write(path, options['data'], options['encoding'])),
    readdir: asynchronous(world, 'readdir', (options) => ({ files: files.below(textOption(options, 'dirPath')) })),
    unlink: onPath('unlink', remove),
    access: onPath('access', (path) => void readable(path)),
    stat: onPath('stat', (path) => ({ stats: stat(path) })),
    getFileInfo: onPath('getFileInfo', (path) => ({ size: readable(path).length })),
    readFileSync: (path: string, encoding?: unknown) => world.adopt(read(path, encoding)),
    writeFileSync: write,
    unlinkSync: remove,
    accessSync: (path: string) => void readable(path),
    statSync: (path: string) => world.adopt(stat(path)),
  };
};
