/** A link to a file, signed for some minutes. */
export const LINK = /(\/api\/v1)?\/files\/content\/[\w.-]+/g;

/** Fields that differ between two askings of one database, and why; everything else must be as it was. */
const volatileFields: Readonly<Record<string, string>> = {
  requestId: 'each request has its own',
  expiresAt: 'a link ends some minutes of wall time after it was asked for',
  smsInboxUrl: 'the simulated WeChat and SMS stand on a free port',
};

/** The same value with what differs each time made equal; of a link it keeps what came by it. */
export const steady = (value: unknown, files: ReadonlyMap<string, string>): unknown => {
  if (typeof value === 'string') return value.replaceAll(LINK, (link) => `FILE ${files.get(link) ?? ''}`);
  if (Array.isArray(value)) return value.map((inner) => steady(inner, files));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, name in volatileFields ? 'VOLATILE' : steady(inner, files)]),
  );
};
