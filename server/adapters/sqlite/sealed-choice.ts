import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { StorageError } from '#server/base/storage-error.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16
/** Lengths tell as little as what was chosen: they are rounded up to this. */
const ROUNDED_BYTES = 256

/** The key of a box's choices: another than the one its slots are hashed with. */
export const choiceKeyOf = (key: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'werkraum choice', 32))

/** A choice as it lies in its file: nothing to read without the key, and of no use in another slot. Base64. */
export function sealed(choice: string, slot: Buffer, choiceKey: Buffer): string {
  const bytes = Buffer.from(choice)
  const padded = Buffer.alloc(Math.ceil((bytes.length + 4) / ROUNDED_BYTES) * ROUNDED_BYTES)
  padded.writeUInt32BE(bytes.length)
  bytes.copy(padded, 4)
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', choiceKey, nonce).setAAD(slot)
  const secret = Buffer.concat([cipher.update(padded), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), secret]).toString('base64')
}

/** @throws StorageError `damaged` where file and key do not belong together, or somebody changed the file */
export function unsealed(text: string, slot: Buffer, choiceKey: Buffer): string {
  try {
    return opened(Buffer.from(text, 'base64'), slot, choiceKey)
  } catch (cause) {
    throw new StorageError('damaged', 'a ballot cannot be read with the key of its box', { cause })
  }
}

function opened(bytes: Buffer, slot: Buffer, choiceKey: Buffer): string {
  const secretFrom = NONCE_BYTES + TAG_BYTES
  const decipher = createDecipheriv('aes-256-gcm', choiceKey, bytes.subarray(0, NONCE_BYTES))
    .setAAD(slot)
    .setAuthTag(bytes.subarray(NONCE_BYTES, secretFrom))
  const padded = Buffer.concat([decipher.update(bytes.subarray(secretFrom)), decipher.final()])
  return padded.subarray(4, 4 + padded.readUInt32BE()).toString()
}
