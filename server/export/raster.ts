import { Resvg } from '@resvg/resvg-js'
import { fontFamilies, fontFiles } from './fonts.ts'

/** An SVG as PNG. @param width in pixels; the drawing's own without it */
export function pngOf(svg: string, width?: number): Uint8Array {
  const drawing = new Resvg(svg, {
    ...(width === undefined ? {} : { fitTo: { mode: 'width', value: width } }),
    font: { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: fontFamilies[0] },
  })
  return drawing.render().asPng()
}

/** The size stands in the file's first bytes (RFC 9649: VP8X, VP8L, VP8). */
export function webpAsPng(bytes: Uint8Array): Uint8Array {
  const { w, h } = webpSize(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  return pngOf(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"><image width="${w}" height="${h}" href="data:image/webp;base64,${data}"/></svg>`,
  )
}

function webpSize(file: Buffer): { w: number; h: number } {
  switch (file.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { w: file.readUIntLE(24, 3) + 1, h: file.readUIntLE(27, 3) + 1 }
    case 'VP8L': {
      const bits = file.readUInt32LE(21)
      return { w: (bits & 0x3fff) + 1, h: ((bits >> 14) & 0x3fff) + 1 }
    }
    default:
      return { w: file.readUInt16LE(26) & 0x3fff, h: file.readUInt16LE(28) & 0x3fff }
  }
}
