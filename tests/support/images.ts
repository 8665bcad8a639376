import { crc32 } from 'node:zlib'

/** One transparent pixel. */
export const tinyPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)

export const tinyGif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/** Four pixels by two, red on the left and blue on the right, as a browser wrote them. */
export const tinyJpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19i' +
    'Z2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj' +
    'Y2NjY2NjY2P/wAARCAACAAQDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAZEAEAAgMAAAAAAAAAAAAAAAAAAgQz' +
    'gbH/xAAVAQEBAAAAAAAAAAAAAAAAAAABBv/EABoRAAAHAAAAAAAAAAAAAAAAAAABAgQzcbH/2gAMAwEAAhEDEQA/AI+znlrgCoaw' +
    'IosA5mXZ6P/Z',
  'base64',
)
export const tinyWebp = Buffer.from(
  'UklGRmQAAABXRUJQVlA4WAoAAAAAAAAAAwAAAQAAVlA4IEYAAACwAgCdASoEAAIAAsBMJagCdHIAqgDJAP0ABbtZeFgA/vXzDtZn' +
    '/y5Pj1sg/f/+rQ/8FePWyD9/qnw0KlCdWxEDVQmXAAAA',
  'base64',
)

export const scriptedSvg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
)

/** What a camera or a program writes into a picture, none of which may be found again. */
export const secretsInPictures = ['GEHEIM-KAMERA', 'GEHEIM-ORT', 'GEHEIM-AUTORIN', 'GEHEIM-ANHANG']
const [camera, place, author, trailer] = secretsInPictures as [string, string, string, string]

/** Exif as a camera writes it: the maker, how the picture is to be turned, and a place as its value. */
function exif(orientation: number): Buffer {
  const head = Buffer.from('II*\0\b\0\0\0', 'latin1')
  const entries = Buffer.alloc(2 + 3 * 12 + 4)
  entries.writeUInt16LE(3, 0)
  const entry = (n: number, tag: number, type: number, count: number, value: number) => {
    entries.writeUInt16LE(tag, 2 + 12 * n)
    entries.writeUInt16LE(type, 4 + 12 * n)
    entries.writeUInt32LE(count, 6 + 12 * n)
    entries.writeUInt32LE(value, 10 + 12 * n)
  }
  const texts = Buffer.from(`${camera}\0${place}\0`)
  entry(0, 0x010f, 2, camera.length + 1, head.length + entries.length)
  entry(1, 0x0112, 3, 1, orientation)
  entry(2, 0x8825, 4, 1, head.length + entries.length + camera.length + 1)
  return Buffer.concat([head, entries, texts])
}

/** The tiny picture of each type as it would come from a telephone, with everything that could tell of people. */
export function picturesThatTell(orientation = 6): Record<'png' | 'jpeg' | 'gif' | 'webp', Buffer> {
  return {
    png: pngThatTells(orientation),
    jpeg: jpegThatTells(orientation),
    gif: gifThatTells(),
    webp: webpThatTells(orientation),
  }
}

function pngThatTells(orientation: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    crc.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, crc])
  }
  const afterHeader = 8 + 25
  return Buffer.concat([
    tinyPng.subarray(0, afterHeader),
    chunk('eXIf', exif(orientation)),
    chunk('tEXt', Buffer.from(`Author\0${author}`)),
    chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${place}`)),
    chunk('caNv', Buffer.from(author)),
    tinyPng.subarray(afterHeader),
    Buffer.from(trailer),
  ])
}

function jpegThatTells(orientation: number): Buffer {
  const segment = (marker: number, data: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0])
    head.writeUInt16BE(data.length + 2, 2)
    return Buffer.concat([head, data])
  }
  const afterJfif = 2 + 18
  return Buffer.concat([
    tinyJpeg.subarray(0, afterJfif),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(orientation)])),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${place}`)),
    segment(0xed, Buffer.from(`Photoshop 3.0\0${author}`)),
    segment(0xe5, Buffer.from(camera)),
    segment(0xfe, Buffer.from(author)),
    tinyJpeg.subarray(afterJfif),
    // Telephones append a film or a second picture
    Buffer.from(trailer),
  ])
}

function gifThatTells(): Buffer {
  const block = (text: string) =>
    Buffer.concat([Buffer.from([text.length]), Buffer.from(text), Buffer.alloc(1)])
  const [screen, rest] = [tinyGif.subarray(0, 19), tinyGif.subarray(19)]
  const comment = Buffer.concat([Buffer.from([0x21, 0xfe]), block(author)])
  const xmp = Buffer.concat([Buffer.from([0x21, 0xff, 11]), Buffer.from('XMP DataXMP'), block(place)])
  return Buffer.concat([screen, comment, xmp, rest, Buffer.from(trailer)])
}

function webpThatTells(orientation: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32LE(data.length)
    return Buffer.concat([Buffer.from(type), length, data, Buffer.alloc(data.length % 2)])
  }
  const picture = Buffer.from(tinyWebp.subarray(12))
  // VP8X says that Exif and XMP follow
  picture[8] = 0x0c
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    picture,
    chunk('EXIF', exif(orientation)),
    chunk('XMP ', Buffer.from(place)),
    chunk('NOTE', Buffer.from(author)),
  ])
  return Buffer.concat([chunk('RIFF', body), Buffer.from(trailer)])
}
