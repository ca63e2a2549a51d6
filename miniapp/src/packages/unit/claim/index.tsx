import { ClaimRowScreen } from '../../../features/unit';

export default ClaimRowScreen;
