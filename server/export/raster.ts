import { Resvg } from '@resvg/resvg-js'
import type { ImageType } from '#shared/base/image-types.ts'
import { pixelsOf } from '#server/images/clean-image.ts'
import { fontFamilies, fontFiles } from './fonts.ts'

/** An SVG as PNG. @param width in pixels; the drawing's own without it */
export function pngOf(svg: string, width?: number): Uint8Array {
  const drawing = new Resvg(svg, {
    ...(width === undefined ? {} : { fitTo: { mode: 'width', value: width } }),
    font: { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: fontFamilies[0] },
  })
  return drawing.render().asPng()
}

/** Longest side of an uploaded image that is drawn anew: sharp on a printed page, and a PNG of a few megabytes. */
const MAX_SIDE_PX = 2_400

/**
 * An uploaded image as an upright PNG, for programs that know no WebP or do not turn photos as cameras say.
 * @param orientation 1 to 8 as in Exif (`shared/base/image-orientation.ts`)
 */
export function uprightPng(bytes: Buffer, mediaType: ImageType, orientation: number): Uint8Array | null {
  const stored = pixelsOf(bytes)
  if (!stored) return null
  const { width: w, height: h } = stored
  const [width, height] = orientation >= 5 ? [h, w] : [w, h]
  const scale = Math.min(1, MAX_SIDE_PX / Math.max(width, height))
  const image = `<image width="${w}" height="${h}" transform="matrix(${turn(orientation, w, h)})" href="data:${mediaType};base64,${bytes.toString('base64')}"/>`
  return pngOf(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`,
    Math.max(1, Math.round(width * scale)),
  )
}

/** Where the pixels of a picture of this size go (SVG's six numbers of a matrix). */
function turn(orientation: number, w: number, h: number): string {
  switch (orientation) {
    case 2:
      return `-1 0 0 1 ${w} 0`
    case 3:
      return `-1 0 0 -1 ${w} ${h}`
    case 4:
      return `1 0 0 -1 0 ${h}`
    case 5:
      return '0 1 1 0 0 0'
    case 6:
      return `0 1 -1 0 ${h} 0`
    case 7:
      return `0 -1 -1 0 ${h} ${w}`
    case 8:
      return `0 -1 1 0 0 ${w}`
    default:
      return '1 0 0 1 0 0'
  }
}
