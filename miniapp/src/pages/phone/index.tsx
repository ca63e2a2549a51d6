import { PhoneScreen } from '../../features/account';

export default PhoneScreen;
