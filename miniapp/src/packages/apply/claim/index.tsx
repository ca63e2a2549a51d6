import { ClaimScreen } from '../../../features/counter';

export default ClaimScreen;
