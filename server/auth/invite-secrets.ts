import { createHmac } from 'node:crypto'
import type { InviteId } from '#shared/base/ids.ts'
import type { Invite } from '#server/ports/people-store.ts'
import { codeFrom, hashOf } from './secrets.ts'

interface ShownInvite {
  token: string
  code: string
}

/**
 * Link and code of an invitation follow from its id and a key that lies in no database. So they can be shown again, while
 * the database holds their hashes alone, and whoever has it, or a backup, has no invitation.
 */
export class InviteSecrets {
  readonly #key: () => Buffer

  constructor(key: () => Buffer) {
    this.#key = key
  }

  of(id: InviteId): ShownInvite {
    return {
      token: this.#derived(`token ${id}`).toString('base64url'),
      code: codeFrom((round) => this.#derived(`code ${id} ${round}`)),
    }
  }

  /** Null for an invitation that was made with another key, or before there was one. */
  again({ id, tokenHash }: Pick<Invite, 'id' | 'tokenHash'>): ShownInvite | null {
    const secrets = this.of(id)
    return hashOf(secrets.token) === tokenHash ? secrets : null
  }

  #derived(name: string): Buffer {
    return createHmac('sha256', this.#key()).update(name).digest()
  }
}
