import { ClosingScreen } from '../../../features/privacy';

export default ClosingScreen;
