export { CertificateScreen } from './certificate-screen';
export { VerifyScreen } from './verify/verify-screen';
