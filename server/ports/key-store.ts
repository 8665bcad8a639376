import type { AccessKeyId, AccountId, WorkshopId } from '#shared/base/ids.ts'
import type { KeyScope } from '#shared/workshop/key-scopes.ts'

/** With what a program comes in as an account. Its secret is known to nobody but the program; the store has a hash. */
export interface AccessKey {
  id: AccessKeyId
  accountId: AccountId
  /** The only workshop it reaches; null: all of the account's. */
  workshopId: WorkshopId | null
  name: string
  scopes: KeyScope[]
  createdAt: number
  /** From this moment on it counts no more. */
  expiresAt: number
}

/** Keys go with their account and with their workshop. Everything rejects with a `StorageError`. */
export interface KeyStore {
  /** Newest first; those that have expired, too, so that their owner sees why a program stands still. */
  keysOf(accountId: AccountId): Promise<AccessKey[]>
  /** Null for what is unknown, revoked or expired. */
  keyBySecret(secretHash: string, now: number): Promise<AccessKey | null>
  /** False, with nothing stored, where the account has `max` keys already. */
  addKey(key: AccessKey, secretHash: string, max: number): Promise<boolean>
  /** Idempotent; a key of another account stays. */
  revokeKey(accountId: AccountId, id: AccessKeyId): Promise<void>
  revokeAll(accountId: AccountId): Promise<void>
}
