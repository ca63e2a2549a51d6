import { open, useShare } from '../../platform';
import { Cell, Group, Page } from '../../ui';

/** What anybody may look up; each leads to its own page. */
export default function LookUpPage() {
  useShare('成绩公示、证书核验', '/pages/look-up/index');
  return (
    <Page>
      <Group title="公开查询">
        <Cell
          id="go-publicity"
          title="成绩公示"
          note="公示期内按批次查看"
          onTap={() => open('/packages/exam/publicity/index')}
        />
        <Cell
          id="go-verify"
          title="证书核验"
          note="扫证书上的二维码，或按编号和姓名查询"
          onTap={() => open('/packages/exam/verify/index')}
        />
        <Cell
          id="go-scan-poster"
          title="扫海报"
          note="扫通知或竞赛海报上的二维码，直接到报名页面"
          onTap={() => open('/packages/contest/scan/index')}
        />
      </Group>
    </Page>
  );
}
