export { CertificatesScreen } from './certificates-screen';
