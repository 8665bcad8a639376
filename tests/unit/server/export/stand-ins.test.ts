import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { standInsFor, withPictures } from '#server/export/office/stand-ins.ts'
import { zipOf } from '#server/export/zip.ts'
import { pixelsOf } from '#server/images/clean-image.ts'
import { blankPng } from '#server/images/png.ts'
import { tinyJpeg } from '#tests/support/images.ts'

const big = blankPng({ width: 2_000, height: 500 }, 'big')
const same = blankPng({ width: 2_000, height: 500 }, 'another of the same size')
const unknown = Buffer.from('no picture')
const pictures = new Map(
  Object.entries({ 'a.png': big, 'b.png': same, 'c.jpg': tinyJpeg, 'd.png': unknown }).map(
    ([name, bytes]) => [name, { bytes, extension: name.slice(2) }],
  ),
)
const standIns = standInsFor(pictures)
const sizeOf = (name: string) => pixelsOf(Buffer.from(standIns.get(name)!.bytes))

it('what stands in for a picture has its shape, is no wider than a line, and is another for each', () => {
  expect(sizeOf('a.png')).toMatchObject({ width: 480, height: 120 })
  expect(sizeOf('c.jpg')).toMatchObject({
    width: pixelsOf(tinyJpeg)!.width,
    height: pixelsOf(tinyJpeg)!.height,
  })
  expect(standIns.get('a.png')!.bytes).not.toEqual(standIns.get('b.png')!.bytes)
  expect(standIns.get('d.png')!.bytes).toBe(unknown)
})

it('pictures come into their places, whatever they are called there, and nothing else changes', () => {
  const { bytes: a } = standIns.get('a.png')!
  const { bytes: b } = standIns.get('b.png')!
  const { bytes: c } = standIns.get('c.jpg')!
  const logo = blankPng({ width: 4, height: 4 }, 'of the house')
  const parts = Object.entries({ mimetype: 'odt', 'media/1': b, 'media/2': a, 'media/3.jpeg': c, logo })
  const document = zipOf(
    parts.map(([name, content]) => ({ name, content })),
    0,
  )
  const files = unzipSync(zipOf(withPictures(document, pictures, standIns), 0))
  expect(Object.keys(files)).toEqual(parts.map(([name]) => name))
  expect(
    Object.values(files)
      .slice(1)
      .map((bytes) => Buffer.from(bytes)),
  ).toEqual([same, big, Buffer.from(tinyJpeg), logo])
})
