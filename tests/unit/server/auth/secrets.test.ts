import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { codeFrom, hashOf, hashOfCode, newToken } from '#server/auth/secrets.ts'
import { imageTypeOf } from '#server/images/image-type.ts'
import { scriptedSvg, tinyGif, tinyJpeg, tinyPng, tinyWebp } from '#tests/support/images.ts'

describe('tokens', () => {
  it('have 256 bits and stand in an address as they are', () => {
    const token = newToken()
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(encodeURIComponent(token)).toBe(token)
    expect(new Set(Array.from({ length: 1000 }, newToken)).size).toBe(1000)
  })

  it('are stored as something else', () => {
    const token = newToken()
    expect(hashOf(token)).toMatch(/^[0-9a-f]{64}$/)
    expect(hashOf(token)).toBe(hashOf(token))
  })
})

describe('short codes', () => {
  it('have nothing in them that is read in two ways', () => {
    for (let n = 0; n < 200; n++)
      expect(codeFrom(() => randomBytes(32))).toMatch(/^[2-9BCDFGHJKMNP-TV-Z]{4}-[2-9BCDFGHJKMNP-TV-Z]{4}$/)
  })

  it('take letters evenly, and ask for more bytes where those do not do', () => {
    const rounds = [Uint8Array.of(255, 254, 253, 252, 0, 28), Uint8Array.of(27, 251, 1, 2, 3, 4, 5)]
    expect(codeFrom((round) => rounds[round]!)).toBe('22ZZ-3456')
  })

  it('are the same however they are typed', () => {
    const spellings = ['7KQF-M3TB', '7kqf-m3tb', '7KQFM3TB', ' 7kqf m3tb ', '7KQF–M3TB']
    expect(new Set(spellings.map(hashOfCode)).size).toBe(1)
    expect(hashOfCode('7KQF-M3TC')).not.toBe(hashOfCode('7KQF-M3TB'))
  })
})

describe('the kind of an image', () => {
  it('is what its first bytes say', () => {
    expect([tinyPng, tinyGif, tinyJpeg, tinyWebp].map(imageTypeOf)).toEqual([
      'image/png',
      'image/gif',
      'image/jpeg',
      'image/webp',
    ])
  })

  it('is none for anything else', () => {
    const others = [
      scriptedSvg,
      Buffer.alloc(0),
      Buffer.from('GIF88a'),
      Buffer.from('RIFF....WAVE'),
      tinyPng.subarray(1),
    ]
    expect(others.map(imageTypeOf)).toEqual([null, null, null, null, null])
  })
})
