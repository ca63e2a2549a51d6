import { DataScreen } from '../../../features/privacy';

export default DataScreen;
