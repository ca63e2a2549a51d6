export { CertificateScreen } from './certificate-screen';
export { CollectionScreen } from './collection-screen';
export { VerifyScreen } from './verify/verify-screen';
