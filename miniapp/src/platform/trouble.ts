/**
 * Why WeChat did not do what was asked: the person `left`; `refused` it in WeChat's settings; the phone refuses it to
 * WeChat (`refused-by-phone`); the privacy guide was not agreed to (`privacy-refused`); the mini-program has not declared
 * it (`not-declared`); anything else `failed`.
 */
export type Trouble = 'left' | 'refused' | 'refused-by-phone' | 'privacy-refused' | 'not-declared' | 'failed';

/** The privacy popup was not agreed to. */
const PRIVACY_REFUSED = new Set([103, 104]);
/** The interface does not stand in the privacy guide that WeChat holds of this mini-program. */
const NOT_DECLARED = new Set([112]);

/** What a failed call of WeChat means; its words are the only sign of most of it. */
export function troubleOf(error: unknown): Trouble {
  const { errMsg, errno } = partsOf(error);
  if (NOT_DECLARED.has(errno) || /not declared/i.test(errMsg)) return 'not-declared';
  if (PRIVACY_REFUSED.has(errno) || /privacy (permission|agreement)/i.test(errMsg)) return 'privacy-refused';
  if (/system permission/i.test(errMsg)) return 'refused-by-phone';
  if (/auth(orize)? ?(deny|denied|no response)|permission denied|unauthori[sz]ed/i.test(errMsg)) return 'refused';
  return /cancel|user deny/i.test(errMsg) ? 'left' : 'failed';
}

function partsOf(error: unknown): { errMsg: string; errno: number } {
  if (typeof error !== 'object' || error === null) return { errMsg: String(error), errno: 0 };
  return {
    errMsg: 'errMsg' in error ? String(error.errMsg) : 'message' in error ? String(error.message) : '',
    errno: 'errno' in error ? Number(error.errno) : 0,
  };
}
