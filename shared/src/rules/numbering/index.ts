export {
  type BodyPart,
  type BodyPartFault,
  type CertificateForm,
  type CertificateOverflow,
  LAST_CERTIFICATE_SEQUENCE,
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
