import { Resvg } from '@resvg/resvg-js'
import type { Box } from '#shared/document/shape-box.ts'
import type { ImageType } from '#shared/base/image-types.ts'
import { pixelsOf } from '#server/images/clean-image.ts'
import { pngOfPixels } from '#server/images/png.ts'
import { fontFamilies, fontFiles } from './fonts.ts'

const drawn = (svg: string, width?: number) =>
  new Resvg(svg, {
    ...(width === undefined ? {} : { fitTo: { mode: 'width', value: width } }),
    font: { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: fontFamilies[0] },
  })

/** An SVG as PNG. @param width in pixels; the drawing's own without it */
export const pngOf = (svg: string, width?: number): Uint8Array => drawn(svg, width).render().asPng()

/** A drawing takes four bytes of memory for each pixel while it is made. */
export const MOST_PIXELS = 24_000_000

/**
 * Parts of an opaque SVG as PNGs, cut out of its pixels: resvg ends the process over a faint shape that lies outside of
 * what is seen, so that the drawing is always seen as a whole.
 * @param areas in units of the drawing from its top left, within it
 * @param width in pixels, of an area as wide as the first
 */
export function pngsOf(
  { svg, w, h }: { svg: string; w: number; h: number },
  areas: readonly Box[],
  width: number,
): Uint8Array[] {
  const wanted = Math.min(width / (areas[0]?.w ?? w), Math.sqrt(MOST_PIXELS / (w * h)))
  // A strip has a pixel across, too
  const scale = Math.max(wanted, 1 / Math.min(w, h))
  // Each look at its pixels copies them
  const { pixels, width: across, height: down } = drawn(svg, Math.round(w * scale)).render()
  const within = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value * scale)))
  return areas.map((area) => {
    const [left, top] = [within(area.x, across - 1), within(area.y, down - 1)]
    const right = Math.max(left + 1, within(area.x + area.w, across))
    const bottom = Math.max(top + 1, within(area.y + area.h, down))
    return pngOfPixels({ width: across, pixels }, { left, top, right, bottom })
  })
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
