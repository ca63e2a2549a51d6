import { MessagesScreen } from '../../../features/message';

export default MessagesScreen;
