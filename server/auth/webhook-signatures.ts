import { createHmac } from 'node:crypto'
import type { Webhook } from '#server/ports/webhook-store.ts'

/** By which Standard Webhooks knows secrets, and programs that look for secrets in files. */
const SECRET_MARK = 'whsec_'
/** So long a message is signed with the former secret as well after a new one was made. */
const FORMER_SECRET_MS = 24 * 60 * 60 * 1000

type Signed = Pick<Webhook, 'id' | 'secretRound' | 'secretSince'>

/**
 * Secrets of webhooks and what is signed with them, as Standard Webhooks describes it (standardwebhooks.com). A secret
 * follows from the webhook, its round and a key that lies in no database: none is stored, and a database that was restored
 * elsewhere signs with others.
 */
export class WebhookSignatures {
  readonly #key: () => Buffer

  constructor(key: () => Buffer) {
    this.#key = key
  }

  /** What its owner is shown once. */
  secretOf({ id, secretRound }: Pick<Signed, 'id' | 'secretRound'>): string {
    return SECRET_MARK + this.#bytes(id, secretRound).toString('base64')
  }

  /** @param now in whose second it is signed */
  headersFor(webhook: Signed, deliveryId: string, body: string, now: number): Record<string, string> {
    const timestamp = String(Math.floor(now / 1000))
    const isFresh = webhook.secretRound > 1 && now < webhook.secretSince + FORMER_SECRET_MS
    const rounds = isFresh ? [webhook.secretRound, webhook.secretRound - 1] : [webhook.secretRound]
    const signed = `${deliveryId}.${timestamp}.${body}`
    const signatures = rounds.map((round) => {
      const hmac = createHmac('sha256', this.#bytes(webhook.id, round)).update(signed)
      return `v1,${hmac.digest('base64')}`
    })
    return {
      'webhook-id': deliveryId,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatures.join(' '),
    }
  }

  #bytes(id: Webhook['id'], round: number): Buffer {
    return createHmac('sha256', this.#key()).update(`webhook ${id} ${round}`).digest()
  }
}
