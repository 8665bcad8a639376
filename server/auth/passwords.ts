import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'

/** Cost of guessing a password: memory is 128 · r · 2^logN bytes. */
export interface PasswordCost {
  logN: number
  r: number
  p: number
}

/**
 * One of the equal-strength settings of the OWASP Password Storage Cheat Sheet; this one needs 32 MiB a login instead
 * of 128, so that a small machine stays up while many log in.
 */
export const recommendedCost: PasswordCost = { logN: 15, r: 8, p: 3 }

const saltBytes = 16
const keyBytes = 32
/** Of the four threads that Node has for this and for files. */
const MOST_AT_WORK = 2
const encoded = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([\w-]{22})\$([\w-]{43})$/

/**
 * Keeps passwords as `scrypt$logN$r$p$salt$key`, so that the cost can rise later without losing anybody.
 * Verifying takes the same time whether or not the account exists.
 */
export class Passwords {
  readonly #cost: PasswordCost
  #atWork = 0
  readonly #waiting: (() => void)[] = []
  readonly #decoy: Promise<string>

  constructor(cost: PasswordCost = recommendedCost) {
    this.#cost = cost
    this.#decoy = this.hash(randomBytes(saltBytes).toString('base64url'))
  }

  async hash(password: string): Promise<string> {
    const salt = randomBytes(saltBytes)
    const key = await this.#derive(password, salt, this.#cost)
    const { logN, r, p } = this.#cost
    return ['scrypt', logN, r, p, salt.toString('base64url'), key.toString('base64url')].join('$')
  }

  /** @param stored null where there is no such account: the answer is then no, after the usual time */
  async verify(password: string, stored: string | null): Promise<boolean> {
    const parts = encoded.exec(stored ?? (await this.#decoy))
    if (!parts) throw new Error('a stored password hash has an unknown form')
    const [, logN, r, p, salt, key] = parts
    const cost = { logN: Number(logN), r: Number(r), p: Number(p) }
    const derived = await this.#derive(password, Buffer.from(salt!, 'base64url'), cost)
    return timingSafeEqual(derived, Buffer.from(key!, 'base64url')) && stored !== null
  }

  /** In order, and few at a time: files are read by the same threads. */
  async #derive(password: string, salt: Buffer, cost: PasswordCost): Promise<Buffer> {
    if (this.#atWork >= MOST_AT_WORK) await new Promise<void>((goOn) => this.#waiting.push(goOn))
    else this.#atWork++
    try {
      return await derive(password, salt, cost)
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#atWork--
    }
  }
}

/** Unicode has several spellings of "ü"; keyboards differ in which they send. */
function derive(password: string, salt: Buffer, { logN, r, p }: PasswordCost): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** logN, r, p, maxmem: 256 * r * 2 ** logN }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyBytes, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
