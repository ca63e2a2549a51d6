export { parseNotice } from './parse-notice';
export { type NoticeFile, readNoticeFile } from './read-notice-file';
export { type FileProblem, readYamlText } from './yaml-text';
