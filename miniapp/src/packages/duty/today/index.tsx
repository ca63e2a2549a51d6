import { TodayScreen } from '../../../features/invigilation';

export default TodayScreen;
