import { describe, expect, it } from 'vitest'
import { imageOrientation } from '#shared/base/image-orientation.ts'
import { picturesThatTell, tinyGif, tinyJpeg, tinyPng, tinyWebp } from '#tests/support/images.ts'

describe('how a picture is to be turned', () => {
  it.each(['png', 'jpeg', 'webp'] as const)('is read from a %s as a telephone writes it', (type) => {
    for (let orientation = 1; orientation <= 8; orientation++)
      expect(imageOrientation(picturesThatTell(orientation)[type])).toBe(orientation)
  })

  it('is not at all where nothing says so', () => {
    for (const bytes of [tinyPng, tinyJpeg, tinyGif, tinyWebp, Buffer.alloc(0), Buffer.from('II*\0')])
      expect(imageOrientation(bytes)).toBe(1)
    expect(imageOrientation(picturesThatTell(9).jpeg)).toBe(1)
  })

  it('is answered for whatever is cut off, wherever it is', () => {
    for (const bytes of Object.values(picturesThatTell()))
      for (let end = 0; end < bytes.length; end++)
        expect(imageOrientation(bytes.subarray(0, end))).toBeGreaterThanOrEqual(1)
  })
})
