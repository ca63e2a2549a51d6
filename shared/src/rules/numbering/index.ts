export {
  type BodyPart,
  type BodyPartFault,
  type CertificateForm,
  type CertificateOverflow,
  type CertificatePrefix,
  LAST_CERTIFICATE_SEQUENCE,
  bodyPartOf,
  certificateCounterOf,
  certificateFormOf,
  certificateNumber,
  checkBodyPart,
  normaliseCertificateNumber,
} from './certificate-number';
export {
  DEFAULT_TICKET_PATTERN,
  LONGEST_TICKET_NUMBER,
  type NumberOverflow,
  type PatternFault,
  type TicketPlaces,
  checkTicketPattern,
  ticketCounterOf,
  ticketNumber,
} from './ticket-number';
