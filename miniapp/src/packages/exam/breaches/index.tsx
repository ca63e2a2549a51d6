import { BreachesScreen } from '../../../features/breach';

export default BreachesScreen;
