/** The files on the phone, by the paths WeChat gives them. */
export type PhoneFiles = {
  /** Keeps bytes as a temporary file and gives its path. */
  keep: (bytes: Uint8Array, extension: string) => string;
  write: (path: string, bytes: Uint8Array) => void;
  /** The bytes, or null when there is no such file. */
  read: (path: string) => Buffer | null;
  remove: (path: string) => boolean;
  /** The names in a folder. */
  below: (folder: string) => string[];
};

export const userFolder = 'wxfile://usr';

export const emptyPhone = (): PhoneFiles => {
  const files = new Map<string, Buffer>();
  let kept = 0;
  return {
    keep: (bytes, extension) => {
      kept += 1;
      const path = `wxfile://tmp_${kept}.${extension}`;
      files.set(path, Buffer.from(bytes));
      return path;
    },
    write: (path, bytes) => void files.set(path, Buffer.from(bytes)),
    read: (path) => files.get(path) ?? null,
    remove: (path) => files.delete(path),
    below: (folder) =>
      [...files.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1)),
  };
};

/** Bytes that the mini-program handed over: a string in the named encoding, or an ArrayBuffer or view of its own realm. */
export const bytesFrom = (data: unknown, encoding: string): Buffer => {
  if (typeof data === 'string') return Buffer.from(data, isEncoding(encoding) ? encoding : 'utf8');
  if (ArrayBuffer.isView(data)) return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return Buffer.from(copyOf(data));
};

const isEncoding = (name: string): name is BufferEncoding => Buffer.isEncoding(name);

/** `instanceof ArrayBuffer` fails across realms; a view of this realm over the foreign buffer does not. */
const copyOf = (buffer: unknown): Uint8Array =>
  Object.prototype.toString.call(buffer) === '[object ArrayBuffer]'
    ? Uint8Array.from(Reflect.construct(Uint8Array, [buffer]))
    : new Uint8Array();
