import { SmtpMailer } from '#server/adapters/smtp/smtp-mailer.ts'

/*
 * Sends one letter through the mail server named on the command line and says how that went. A process of its own, because
 * whom Node trusts is settled when it starts.
 */
const mailer = new SmtpMailer({ url: new URL(process.argv[2]!), from: 'Werkraum <werkraum@example.org>' })
const outcome = await mailer
  .send({ to: 'toni.teil@kreis.example.org', subject: 'Grüße', text: 'Zwei Dinge sind offen.' })
  .then(
    () => 'sent',
    (error: { code?: string; message?: string }) => `${error.code} ${error.message}`,
  )
process.stdout.write(outcome)
