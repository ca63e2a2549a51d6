import { SignInsScreen } from '../../../features/account';

export default SignInsScreen;
