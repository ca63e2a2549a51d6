/** Reminds whoever was told and has not fetched the certificate; jobs of this name wait in the database. */
export const UNCOLLECTED_JOB = 'certificate-uncollected';
