export {
  type BodyPart,
  CERTIFICATE_NUMBER_FAULTS,
  type CertificateNumberFault,
  type BodyPartFault,
  type CertificateForm,
  type CertificateOverflow,
  type CertificatePrefix,
  LAST_CERTIFICATE_SEQUENCE,
  bodyPartOf,
  certificateSeriesOf,
  certificateFormOf,
  certificateNumber,
  certificateNumberFaults,
  checkBodyPart,
  isNumberedLevel,
  normaliseCertificateNumber,
} from './certificate-number';
export {
  DEFAULT_TICKET_PATTERN,
  LONGEST_TICKET_NUMBER,
  type NumberOverflow,
  type PatternFault,
  type TicketPlaces,
  checkTicketPattern,
  ticketSeriesOf,
  ticketNumber,
} from './ticket-number';
export { orderNumber, orderSeriesOf, readOrderNumber } from './order-number';
