import { UnitsMineScreen } from '../../../features/unit';

export default UnitsMineScreen;
