/** A letter in plain text. */
export interface Mail {
  to: string
  subject: string
  text: string
  /** Where whoever gets it can end it. */
  unsubscribeUrl?: string
}

/** Sends mail through the server that the operator has named. */
export interface Mailer {
  /**
   * Answers once the server has taken it.
   * @throws Problem mail_unavailable when it does not, and then nobody gets it
   */
  send(mail: Mail): Promise<void>
}
