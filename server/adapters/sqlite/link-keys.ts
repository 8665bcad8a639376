import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asking } from './storage-errors.ts'

const KEY_BYTES = 32

/**
 * The key that links and codes of invitations are made with (decision 0080): a file beside the databases that no backup
 * copies, made when it is first needed. Another one, after a restore, makes no invitation invalid; those of before can
 * only not be shown again.
 */
export function invitationKey(dataFolder: string): () => Buffer {
  return keyIn(dataFolder, 'invitations')
}

/**
 * The key that links in mails are signed with, as the one of invitations. Another one, after a restore, makes links of
 * earlier mails invalid; the next mail has a new one.
 */
export function mailKey(dataFolder: string): () => Buffer {
  return keyIn(dataFolder, 'mails')
}

/**
 * The key that secrets of webhooks are made with, as the ones above. Another one, after a restore, signs messages with
 * secrets that no receiver knows, until each is renewed.
 */
export function webhookKey(dataFolder: string): () => Buffer {
  return keyIn(dataFolder, 'webhooks')
}

function keyIn(dataFolder: string, name: string): () => Buffer {
  const folder = join(dataFolder, 'keys')
  const file = join(folder, name)
  let known: Buffer | null = null
  return () => (known ??= asking(() => readOrMake(folder, file), file))
}

function readOrMake(folder: string, file: string): Buffer {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    writeFileSync(file, randomBytes(KEY_BYTES), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const key = readFileSync(file)
  if (key.length >= KEY_BYTES) return key
  // A disk that was full when it was made; nothing was made with what there is
  writeFileSync(file, randomBytes(KEY_BYTES), { mode: 0o600 })
  return readFileSync(file)
}
