import { open } from '../../platform';
import { TextButton } from '../../ui';

/** To the page that says how personal data is handled, wherever some is asked for. */
export function RulesLink() {
  return (
    <TextButton id="privacy-rules" text="查看个人信息处理规则" onTap={() => open('/packages/privacy/rules/index')} />
  );
}
