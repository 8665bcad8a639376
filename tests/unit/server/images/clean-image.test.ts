import { describe, expect, it } from 'vitest'
import { limits } from '#shared/base/limits.ts'
import { cleanImage } from '#server/images/clean-image.ts'
import { imageOrientation } from '#shared/base/image-orientation.ts'
import { tiffOf } from '#server/images/orientation.ts'
import {
  picturesThatTell,
  secretsInPictures,
  tinyGif,
  tinyJpeg,
  tinyPng,
  tinyWebp,
} from '#tests/support/images.ts'
import { tellFigure } from '#tests/support/figures.ts'

const plain = { png: tinyPng, jpeg: tinyJpeg, gif: tinyGif, webp: tinyWebp }

function cleaned(bytes: Buffer): Buffer {
  const image = cleanImage(bytes)
  if (!image.ok) throw new Error(image.refusal)
  const whole = Buffer.concat(image.value.pieces)
  expect(image.value.sizeBytes).toBe(whole.length)
  return whole
}

describe('S34: of a picture is kept what one sees', () => {
  it.each(Object.entries(plain))('and a %s that tells nothing stays as it is', (_, bytes) => {
    expect(cleaned(bytes).equals(bytes)).toBe(true)
  })

  it('and nothing of who took it, where and with what', (context) => {
    const pictures = Object.values(picturesThatTell())
    const told = pictures.map((bytes) => secretsInPictures.filter((secret) => bytes.includes(secret)).length)
    const kept = pictures.flatMap((bytes) =>
      secretsInPictures.filter((secret) => cleaned(bytes).includes(secret)),
    )
    expect(Math.min(...told)).toBeGreaterThan(1)
    expect(kept).toEqual([])
    const sum = told.reduce((all, some) => all + some)
    tellFigure(context, `${sum} entries about people in 4 types of image: ${kept.length} kept`)
  })

  it.each(Object.entries(picturesThatTell(1)))(
    'and a %s that is not to be turned is the plain one',
    (type, bytes) => {
      expect(cleaned(bytes).equals(plain[type as keyof typeof plain])).toBe(true)
    },
  )

  it.each(['png', 'jpeg', 'webp'] as const)('and how a %s is to be turned', (type) => {
    for (let orientation = 2; orientation <= 8; orientation++) {
      const bytes = cleaned(picturesThatTell(orientation)[type])
      expect(bytes.includes(tiffOf(orientation))).toBe(true)
      expect(imageOrientation(bytes)).toBe(orientation)
    }
  })

  it('and cleaning twice changes nothing more', () => {
    for (const bytes of Object.values(picturesThatTell())) {
      expect(cleaned(cleaned(bytes)).equals(cleaned(bytes))).toBe(true)
    }
  })
})

describe('S40: a picture is refused', () => {
  const code = (bytes: Buffer) => {
    const image = cleanImage(bytes)
    return image.ok ? 'taken' : image.refusal
  }

  it('that has more pixels than a browser should draw', () => {
    const sized = (width: number, height: number) => {
      const png = Buffer.from(tinyPng)
      png.writeUInt32BE(width, 16)
      png.writeUInt32BE(height, 20)
      return code(png)
    }
    expect(sized(8_064, 6_048)).toBe('taken')
    expect(sized(10_000, 10_000)).toBe('image_too_detailed')
    expect(sized(limits.maxImageSidePx + 1, 1)).toBe('image_too_detailed')
    expect(sized(0, 5)).toBe('image_unreadable')
    const gif = Buffer.from(tinyGif)
    // A frame beyond the screen: browsers would make room for it
    gif.writeUInt16LE(60_000, gif.indexOf(0x2c, 19) + 5)
    expect(code(gif)).toBe('image_too_detailed')
  })

  it('that is cut off before its pixels begin, and whatever is changed in it nothing breaks', () => {
    for (const bytes of [...Object.values(plain), ...Object.values(picturesThatTell())]) {
      for (let length = 0; length < bytes.length; length++) code(bytes.subarray(0, length))
      expect(code(bytes.subarray(0, 24))).toBe('image_unreadable')
      for (let at = 12; at < bytes.length; at++) {
        const changed = Buffer.from(bytes)
        changed[at] = changed[at]! ^ 0xff
        code(changed)
      }
    }
  })
})
