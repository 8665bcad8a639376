/** What became of an attempt to deliver a message; `status` beside it says what the other side answered, if it did. */
export const deliveryOutcomes = [
  'delivered',
  /** Answered with something else than a status from 200 to 299. */
  'refused',
  /** Answered that it is elsewhere; nobody goes there. */
  'redirected',
  'timeout',
  'unreachable',
  /** Its certificate is no good. */
  'certificate',
  /** The name leads to an address that the operator does not allow. */
  'address',
  /** The operator does not allow the host, or not any more. */
  'host',
  /** The owner may not know of it, or not any more. */
  'rights',
] as const
export type DeliveryOutcome = (typeof deliveryOutcomes)[number]

/** After these there is no further attempt: it has arrived, or will not by being sent again. */
export const finalOutcomes: ReadonlySet<DeliveryOutcome> = new Set(['delivered', 'host', 'rights'])
