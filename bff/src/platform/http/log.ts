import { type Logger, pino } from 'pino';

/** A log without personal data: errors lose their values, nothing else of a request is written than its route. */
export const logOf = (level: string): Logger =>
  pino({ level, base: null, serializers: { err: errorForLog }, timestamp: pino.stdTimeFunctions.isoTime });

/** Kind, code and stack of an error, without long digits (ID numbers, phones) and long words (tokens, keys). */
export function errorForLog(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: 'not an error' };
  const driver: unknown = 'driverError' in error ? error.driverError : null;
  const coded: unknown = driver ?? error;
  return {
    type: error.name,
    ...(typeof coded === 'object' && coded !== null && 'code' in coded ? { code: coded.code } : {}),
    stack: scrubbed(error.stack ?? error.message),
    ...(error.cause instanceof Error ? { cause: errorForLog(error.cause) } : {}),
  };
}

const scrubbed = (text: string): string =>
  text
    .replaceAll(/'[^'\n]*' for key/g, "'…' for key")
    .replaceAll(/(?<![\w.-])[\w.+/=-]*[A-Za-z0-9_-]{40,}[\w.+/=-]*/g, '…')
    .replaceAll(/\d{7,}[\dXx]?/g, '…');
