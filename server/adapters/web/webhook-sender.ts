import { lookup } from 'node:dns/promises'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import type { DeliveryOutcome } from '#shared/workshop/delivery-outcomes.ts'
import { allowedHostOf, mayBeAt, type AllowedHost } from '#server/base/allowed-hosts.ts'
import type { SendEnd, SignedMessage, WebhookSender } from '#server/ports/webhook-sender.ts'

interface Settings {
  hosts: readonly AllowedHost[]
  answerWithinMs: number
  /** All addresses of a name. */
  resolve?: (name: string) => Promise<string[]>
}

/** Of an answer only its status is read; one whose headers are longer than this is none. */
const MAX_ANSWER_HEADER_BYTES = 16 * 1024

/**
 * Sends by HTTP(S). Invariants (cited by the tests):
 * 1. A name is resolved once, and the connection goes to the address that was looked at, whatever the name leads to a
 *    moment later.
 * 2. Redirects are answers, never followed; of an answer only its status is read.
 * 3. All of it together takes no longer than `answerWithinMs`.
 */
export class HttpWebhookSender implements WebhookSender {
  readonly #settings: Required<Settings>

  constructor(settings: Settings) {
    this.#settings = { resolve: addressesOf, ...settings }
  }

  async send(message: SignedMessage): Promise<SendEnd> {
    const host = allowedHostOf(this.#settings.hosts, message.url)
    if (!host) return { outcome: 'host', status: null }
    const overdue = AbortSignal.timeout(this.#settings.answerWithinMs)
    try {
      const addresses = await before(overdue, this.#settings.resolve(bare(host.hostname)))
      const address = addresses.find((one) => mayBeAt(host, one))
      if (address === undefined) return { outcome: 'address', status: null }
      const status = await post(message, host, address, overdue)
      return { outcome: outcomeOf(status), status }
    } catch (error) {
      return { outcome: overdue.aborted ? 'timeout' : troubleOf(error), status: null }
    }
  }
}

/** Without the brackets that addresses of IPv6 have in a URL. */
const bare = (hostname: string) => hostname.replace(/^\[(.*)\]$/, '$1')

async function addressesOf(name: string): Promise<string[]> {
  if (isIP(name)) return [name]
  return (await lookup(name, { all: true })).map(({ address }) => address)
}

/** Looking up a name cannot be called off; nobody waits for it any more. */
function before<Value>(overdue: AbortSignal, coming: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    overdue.addEventListener('abort', () => reject(overdue.reason as Error), { once: true })
    coming.then(resolve, reject)
  })
}

function post(
  { url, headers, body }: SignedMessage,
  { protocol, hostname, port }: AllowedHost,
  address: string,
  signal: AbortSignal,
): Promise<number> {
  const name = bare(hostname)
  const options = {
    method: 'POST',
    host: address,
    port,
    path: url.pathname + url.search,
    headers: { ...headers, host: url.host, 'content-length': Buffer.byteLength(body) },
    // A connection of its own, so that none is reused that was opened to another address
    agent: false as const,
    maxHeaderSize: MAX_ANSWER_HEADER_BYTES,
    signal,
    // The certificate is the name's, not the address's
    ...(isIP(name) === 0 && { servername: name }),
  }
  return new Promise((resolve, reject) => {
    const request = protocol === 'https:' ? httpsRequest(options) : httpRequest(options)
    request.on('response', (response) => {
      resolve(response.statusCode ?? 0)
      response.destroy()
    })
    request.on('error', reject)
    request.end(body)
  })
}

function outcomeOf(status: number): DeliveryOutcome {
  if (status >= 200 && status < 300) return 'delivered'
  return status >= 300 && status < 400 ? 'redirected' : 'refused'
}

function troubleOf(error: unknown): DeliveryOutcome {
  const { code = '' } = error as { code?: string }
  return /^(ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|HOSTNAME_MISMATCH)/.test(code)
    ? 'certificate'
    : 'unreachable'
}
