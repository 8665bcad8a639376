import { createTransport, type Transporter } from 'nodemailer'
import { Problem } from '#shared/errors/problem.ts'
import type { Mail, Mailer } from '#server/ports/mailer.ts'

interface SmtpSettings {
  /** `smtp://` begins in the clear and is encrypted where the server can, `smtps://` from the first byte. */
  url: URL
  /** As it stands in front of what people get. */
  from: string
}

const CONNECT_WITHIN_MS = 10_000
const ANSWER_WITHIN_MS = 20_000

/** Mail by SMTP. Connections are made for each letter: there are a few in the morning and none otherwise. */
export class SmtpMailer implements Mailer {
  readonly #transport: Transporter
  readonly #from: string

  constructor({ url, from }: SmtpSettings) {
    this.#from = from
    const isEncrypted = url.protocol === 'smtps:'
    const user = decodeURIComponent(url.username)
    this.#transport = createTransport({
      // An IPv6 address stands in brackets in a URL alone
      host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: url.port ? Number(url.port) : isEncrypted ? 465 : 587,
      secure: isEncrypted,
      // A password is never said in the clear
      requireTLS: user !== '',
      ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
      connectionTimeout: CONNECT_WITHIN_MS,
      greetingTimeout: CONNECT_WITHIN_MS,
      socketTimeout: ANSWER_WITHIN_MS,
      // Nothing in a letter may make the server open a file or an address
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  }

  async send({ to, subject, text, unsubscribeUrl }: Mail): Promise<void> {
    try {
      await this.#transport.sendMail({
        from: this.#from,
        // As an object it is one address, whatever signs are in it
        to: { name: '', address: to },
        subject,
        text,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        ...(unsubscribeUrl && { list: { unsubscribe: unsubscribeUrl } }),
      })
    } catch (cause) {
      // What the server said may hold the address
      throw new Problem('mail_unavailable', codeOf(cause))
    }
  }
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'unknown'
