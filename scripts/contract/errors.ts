import { COMMON_REFUSALS, type EndpointSpec, REFUSAL_STATUS, type RefusalCode } from '@jikaotong/shared/contract';
import { refusalSentence } from '@jikaotong/shared/words';

/** A code of the API as whoever writes a client needs it. */
export type CatalogueEntry = {
  readonly code: RefusalCode;
  readonly status: number;
  /** What people read, said without the data that a reply carries. */
  readonly sentence: string;
  /** `METHOD /path` of those that declare it; `any` where every endpoint may say it. */
  readonly endpoints: 'any' | readonly string[];
};

/** Every refusal of the API, in the order in which the contract lists them. */
export function errorCatalogue(endpoints: readonly EndpointSpec[]): CatalogueEntry[] {
  const common = new Set<string>(COMMON_REFUSALS);
  return refusalCodes().map((code) => ({
    code,
    status: REFUSAL_STATUS[code],
    sentence: refusalSentence(code),
    endpoints: common.has(code)
      ? 'any'
      : endpoints
          .filter(({ refusals }) => refusals.includes(code))
          .map(({ method, path }) => `${method} ${path}`)
          .toSorted(),
  }));
}

const isCode = (text: string): text is RefusalCode => Object.hasOwn(REFUSAL_STATUS, text);
const refusalCodes = (): RefusalCode[] => Object.keys(REFUSAL_STATUS).filter(isCode);
