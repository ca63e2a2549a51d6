import { AbortController as Polyfill } from 'abortcontroller-polyfill/dist/cjs-ponyfill.js';

/**
 * WeChat has no AbortController, and react-query waits for ever without one. The polyfill makes its event by the document
 * that Taro plays there, which throws: whoever cancels would never come to an end. A plain event does as well.
 */
export class AbortController extends Polyfill {
  abort(reason = new Error('aborted')) {
    if (this.signal.aborted) return;
    this.signal.reason = reason;
    this.signal.dispatchEvent({ type: 'abort', target: this.signal });
  }
}
