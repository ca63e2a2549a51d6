import { type ContestGroupView, contestGroups } from '@jikaotong/shared/contract';
import type { LocalFile } from '../../platform';
import { SheetImport } from '../sheet';

export type PackageUploadProps = {
  group: ContestGroupView;
  /** Calls the package by what a file or folder is called, or by what was typed; false: not sent. */
  before: (called: Pick<LocalFile, 'name'>) => Promise<boolean>;
};

export const PACKAGE_LIMIT = '微信里一个压缩包最多 10 MB；照片是原图的，请在电脑浏览器上传，会自动压缩。';
export const PACKAGE_REMOVES = '把表里没有的人退出比赛';

/** The package as one ZIP out of a chat. */
export const PackageUpload = ({ group, before }: PackageUploadProps) => (
  <SheetImport
    id="package-upload"
    endpoints={contestGroups.packageSheet}
    subjectId={group.id}
    unit="人"
    text="从聊天里选压缩包"
    removes={PACKAGE_REMOVES}
    extensions={['zip']}
    before={before}
    closed={null}
  />
);
