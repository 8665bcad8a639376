import { imageOrientation } from '#shared/base/image-orientation.ts'
import { limits } from '#shared/base/limits.ts'

/** As good as what telephones write. */
const QUALITY = 0.92

/**
 * A photo with its pixels as they are to be seen. Telephones write them as the sensor lay and note how to turn them;
 * browsers do, many programs that people open files with do not. What cannot be drawn here stays as it is: its note is kept,
 * and documents are written by it.
 */
export async function upright(image: Blob): Promise<Blob> {
  if (imageOrientation(new Uint8Array(await image.arrayBuffer())) === 1) return image
  try {
    const drawn = await redrawn(image)
    return drawn && drawn.type === image.type && drawn.size <= limits.maxImageBytes ? drawn : image
  } catch {
    // Damaged, or too much for this device: whoever takes it says so
    return image
  }
}

async function redrawn(image: Blob): Promise<Blob | null> {
  const pixels = await createImageBitmap(image, { imageOrientation: 'from-image' })
  const canvas = document.createElement('canvas')
  canvas.width = pixels.width
  canvas.height = pixels.height
  canvas.getContext('2d')?.drawImage(pixels, 0, 0)
  pixels.close()
  return new Promise((resolve) => canvas.toBlob(resolve, image.type, QUALITY))
}
