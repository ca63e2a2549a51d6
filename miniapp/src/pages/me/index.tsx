import { MeScreen } from '../../features/account';

export default MeScreen;
