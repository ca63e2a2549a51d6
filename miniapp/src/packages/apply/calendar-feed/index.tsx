import { FeedScreen } from '../../../features/calendar';

export default FeedScreen;
