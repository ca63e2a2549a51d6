import { HomeScreen } from '../../features/home';
import { useShare } from '../../platform';

export default function HomePage() {
  useShare('技考通：职业技能等级认定和竞赛', '/pages/notices/index');
  return <HomeScreen />;
}
