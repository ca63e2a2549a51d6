import { SignInScreen } from '../../features/account';

export default SignInScreen;
