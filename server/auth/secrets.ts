import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits for links and cookies, URL-safe. Twice what guessing would need; length costs nothing in a link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored instead of a token. Tokens are random, so a fast hash without salt is enough. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Neither 0/O, 1/I/L nor letters that make words: codes are read out aloud and typed on phones. */
const codeAlphabet = '23456789BCDFGHJKMNPQRSTVWXYZ'
const codeLength = 8

/** Bytes beyond would make the first letters likelier than the last ones. */
const fairBytes = 256 - (256 % codeAlphabet.length)

/**
 * A short code such as `7KQF-M3TB`: 38 bits, which holds because guesses are limited and codes expire.
 * @param bytes random ones, as many rounds as are asked for
 */
export function codeFrom(bytes: (round: number) => Uint8Array): string {
  const letters: string[] = []
  for (let round = 0; letters.length < codeLength; round++)
    for (const byte of bytes(round))
      if (byte < fairBytes) letters.push(codeAlphabet[byte % codeAlphabet.length]!)
  return `${letters.slice(0, 4).join('')}-${letters.slice(4, codeLength).join('')}`
}

/** Hash of a code however it was typed: in lower case, with blanks, without the dash. */
export function hashOfCode(typed: string): string {
  return hashOf(typed.toUpperCase().replace(/[^0-9A-Z]/g, ''))
}
