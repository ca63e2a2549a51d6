import { TodayScreen } from '../../../features/judging';

export default TodayScreen;
