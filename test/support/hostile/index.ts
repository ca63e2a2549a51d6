export { faultOf } from './judge';
export type { Known } from './known';
export { type WireRequest, hostileRequests, wellFormedRequests } from './requests';
export { send } from './send';
