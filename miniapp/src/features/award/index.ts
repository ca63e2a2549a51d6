export { AuthorityMapScreen } from './authority-map-screen';
export { AuthorityScreen } from './authority-screen';
export { CertificatesScreen } from './certificates-screen';
export { CertificatePapersScreen } from './papers-screen';
export { YearScreen } from './year-screen';
