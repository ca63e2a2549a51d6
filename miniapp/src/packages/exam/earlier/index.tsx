import { ClaimPassesScreen } from '../../../features/retake';

export default ClaimPassesScreen;
