import { describe, expect, it } from 'vitest'
import { Passwords, recommendedCost } from '#server/auth/passwords.ts'

const cheap = { logN: 4, r: 8, p: 1 }
const passwords = new Passwords(cheap)

describe('passwords', () => {
  it('open with themselves only', async () => {
    const stored = await passwords.hash('vier Wörter sind genug')
    expect(await passwords.verify('vier Wörter sind genug', stored)).toBe(true)
    expect(await passwords.verify('vier Wörter sind Genug', stored)).toBe(false)
    expect(await passwords.verify('', stored)).toBe(false)
  })

  it('never look alike: each has its own salt', async () => {
    expect(await passwords.hash('gleich')).not.toBe(await passwords.hash('gleich'))
  })

  it('are the same however a keyboard spells an umlaut', async () => {
    const stored = await passwords.hash('W\u00f6rter')
    expect(await passwords.verify('Wo\u0308rter', stored)).toBe(true)
  })

  it('still open after the cost was raised', async () => {
    const stored = await passwords.hash('von früher')
    expect(await new Passwords({ logN: 5, r: 8, p: 2 }).verify('von früher', stored)).toBe(true)
  })

  it('of nobody are checked too, and never fit', async () => {
    expect(await passwords.verify('irgendwas', null)).toBe(false)
  })

  it('of an unknown form are a fault, not a refusal', async () => {
    await expect(passwords.verify('x', 'md5$abc')).rejects.toThrow('unknown form')
  })

  it('cost what OWASP recommends', () => {
    // https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt
    const { logN, r, p } = recommendedCost
    expect([
      [17, 8, 1],
      [16, 8, 2],
      [15, 8, 3],
      [14, 8, 5],
      [13, 8, 10],
    ]).toContainEqual([logN, r, p])
  })

  it('work with the recommended cost', async () => {
    const real = new Passwords()
    const stored = await real.hash('vier Wörter sind genug')
    expect(stored).toMatch(/^scrypt\$15\$8\$3\$/)
    expect(await real.verify('vier Wörter sind genug', stored)).toBe(true)
  })
})
