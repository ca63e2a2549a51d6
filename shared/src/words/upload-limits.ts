type Data = Readonly<Record<string, unknown>>;

/** How large a file may be, in MB. */
export const megabytesIn = (data: Data): number => {
  const { maxBytes } = data;
  return typeof maxBytes === 'number' && maxBytes >= 1_000_000 ? Math.floor(maxBytes / 1_000_000) : 10;
};

const TYPES: Readonly<Record<string, string>> = { 'image/jpeg': 'JPG', 'image/png': 'PNG', 'application/pdf': 'PDF' };
/** `JPG、PNG 或 PDF`. */
export const typesIn = ({ accept }: Data): string => {
  const named = (Array.isArray(accept) ? accept : Object.keys(TYPES)).flatMap((type) => TYPES[String(type)] ?? []);
  return named.length > 1 ? `${named.slice(0, -1).join('、')} 或 ${named.at(-1)}` : (named[0] ?? '别的文件');
};
