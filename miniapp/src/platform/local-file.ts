/** A file on this phone: a WeChat temporary path, or a blob: address in a browser. */
export type LocalFile = {
  readonly path: string;
  readonly bytes: number;
  /** What it is called, where that is known. */
  readonly name?: string;
};

/** A picture on this phone with its size in pixels, upright. */
export type LocalImage = LocalFile & { readonly width: number; readonly height: number };
