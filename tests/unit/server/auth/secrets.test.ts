import { describe, expect, it } from 'vitest'
import { hashOf, hashOfCode, newCode, newToken } from '#server/auth/secrets.ts'
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
      expect(newCode()).toMatch(/^[2-9BCDFGHJKMNP-TV-Z]{4}-[2-9BCDFGHJKMNP-TV-Z]{4}$/)
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
