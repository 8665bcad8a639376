import { Resvg } from '@resvg/resvg-js'
import { describe, expect, it } from 'vitest'
import { inUsualFormat } from '#server/export/card-pictures.ts'
import { picturesThatTell, tinyJpeg } from '#tests/support/images.ts'

/** The picture is four pixels by two, red on the left and blue on the right, before it is turned. */
function lookOf(bytes: Uint8Array, type: string) {
  const href = `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`
  const [w, h] = [bytes.at(19)!, bytes.at(23)!]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"><image width="${w}" height="${h}" href="${href}"/></svg>`
  const { pixels } = new Resvg(svg).render()
  const colourAt = (x: number, y: number) => {
    const [red, , blue] = pixels.subarray(4 * (y * w + x))
    return red! > blue! ? 'red' : 'blue'
  }
  return { w, h, first: colourAt(0, 0), last: colourAt(w - 1, h - 1) }
}

describe('pictures in documents', () => {
  it.each([
    [2, { w: 4, h: 2, first: 'blue', last: 'red' }],
    [3, { w: 4, h: 2, first: 'blue', last: 'red' }],
    [4, { w: 4, h: 2, first: 'red', last: 'blue' }],
    [5, { w: 2, h: 4, first: 'red', last: 'blue' }],
    [6, { w: 2, h: 4, first: 'red', last: 'blue' }],
    [7, { w: 2, h: 4, first: 'blue', last: 'red' }],
    [8, { w: 2, h: 4, first: 'blue', last: 'red' }],
  ])('are upright when a camera says %i', (orientation, look) => {
    const { bytes, extension } = inUsualFormat(picturesThatTell(orientation).jpeg, 'image/jpeg')
    expect(extension).toBe('png')
    expect(lookOf(bytes, 'png')).toEqual(look)
  })

  it('stay the file they are where nothing is to be done', () => {
    expect(inUsualFormat(tinyJpeg, 'image/jpeg')).toEqual({ bytes: tinyJpeg, extension: 'jpg' })
  })

  it('of a type that word processors do not know are drawn, turned as they say', () => {
    const { bytes, extension } = inUsualFormat(picturesThatTell(6).webp, 'image/webp')
    expect(extension).toBe('png')
    expect(lookOf(bytes, 'png')).toMatchObject({ w: 2, h: 4 })
  })
})
