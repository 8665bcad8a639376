import type { ImageType } from '#shared/base/image-types.ts'
import { limits } from '#shared/base/limits.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import { strippedGif } from './gif.ts'
import { imageTypeOf } from './image-type.ts'
import { strippedJpeg } from './jpeg.ts'
import { strippedPng } from './png.ts'
import type { Stripped } from './stripped.ts'
import { strippedWebp } from './webp.ts'

/** A picture fit to be kept: its pixels, colours and turn, and nothing about who took it where with what. */
interface CleanImage {
  mediaType: ImageType
  sizeBytes: number
  /** Parts of what was given, in order; none of it is copied. */
  pieces: Buffer[]
}

type ImageRefusal = 'image_type_unsupported' | 'image_unreadable' | 'image_too_detailed'

const strip: Record<ImageType, (bytes: Buffer) => Stripped | null> = {
  'image/png': strippedPng,
  'image/jpeg': strippedJpeg,
  'image/gif': strippedGif,
  'image/webp': strippedWebp,
}

/**
 * The one way in for images, uploaded or imported, and the one place that has a whole one in memory: ten megabytes at
 * most, because formats say at their end what belongs to their beginning. Reads the structure of the file and none of its
 * pixels, so that it costs less than copying: what could be told of people is left out, and what would take a browser's whole memory
 * to draw is refused. How the picture is to be turned stays, as the only entry of an Exif block, because turning pixels
 * would cost a decoder and quality (docs/decisions/0038).
 */
export function cleanImage(bytes: Buffer): Result<CleanImage, ImageRefusal> {
  const mediaType = imageTypeOf(bytes)
  if (!mediaType) return refused('image_type_unsupported')
  const stripped = strip[mediaType](bytes)
  if (!stripped || stripped.width === 0 || stripped.height === 0) return refused('image_unreadable')
  const { width, height, pieces } = stripped
  const isTooDetailed =
    Math.max(width, height) > limits.maxImageSidePx || width * height > limits.maxImagePixels
  if (isTooDetailed) return refused('image_too_detailed')
  const sizeBytes = pieces.reduce((sum, { length }) => sum + length, 0)
  return accepted({ mediaType, sizeBytes, pieces })
}

/** The size of a picture in pixels as they are stored, before it is turned; null for what is no picture. */
export function pixelsOf(bytes: Buffer): { width: number; height: number } | null {
  const mediaType = imageTypeOf(bytes)
  return mediaType && strip[mediaType](bytes)
}
