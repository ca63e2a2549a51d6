import { NoticesScreen } from '../../../features/notice';

export default NoticesScreen;
