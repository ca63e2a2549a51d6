export { useMessageAsk } from './use-message-ask';
