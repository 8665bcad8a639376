import { limits } from '#shared/base/limits.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const BRACE = 0x7b
const BRACKET = 0x5b
const ends: ReadonlySet<number> = new Set([0x7d, 0x5d])
const COMMA = 0x2c
const MAX_KEY_BYTES = 64
const MAX_IMAGE_CHARS = Math.ceil((limits.maxImageBytes * 4) / 3) + 4

interface Container {
  isObject: boolean
  /** Under which key it stands in the object around it; null in a list. */
  key: string | null
}

/** Where an image's characters go that are taken out of the text. */
interface ImageSink {
  begin(): void
  write(chars: Buffer): void
  end(): void
}

/**
 * Takes the images out of a workshop file that is read piece by piece, and leaves their number behind (`#0`, `#1` …), so
 * that what remains fits into memory however many there are. Knows of JSON only where strings, objects and lists begin
 * and end; whether it is JSON is found out by whoever parses what remains.
 */
export class ImageExtraction {
  readonly #sink: ImageSink
  readonly #write: (text: Buffer) => void
  readonly #around: Container[] = []
  #count = 0
  #key: string | null = null
  #state: 'between' | 'text' | 'key' | 'image' = 'between'
  #isEscaped = false
  #awaitsKey = false
  #keyBytes = ''
  #imageChars = 0

  /** @param write takes what remains of the text */
  constructor(sink: ImageSink, write: (text: Buffer) => void) {
    this.#sink = sink
    this.#write = write
  }

  take(chunk: Buffer): void {
    for (let at = 0; at < chunk.length;) {
      at = this.#state === 'between' ? this.#between(chunk, at) : this.#inside(chunk, at)
    }
  }

  /** Up to the next string. */
  #between(chunk: Buffer, from: number): number {
    let at = from
    while (at < chunk.length && chunk[at] !== QUOTE) this.#structure(chunk[at++]!)
    if (at === chunk.length) {
      this.#write(chunk.subarray(from))
      return at
    }
    this.#write(chunk.subarray(from, at + 1))
    this.#begin()
    return at + 1
  }

  #structure(byte: number): void {
    const top = this.#around.at(-1)
    if (byte === BRACE || byte === BRACKET) {
      this.#around.push({ isObject: byte === BRACE, key: top?.isObject ? this.#key : null })
      this.#awaitsKey = byte === BRACE
    } else if (ends.has(byte)) this.#around.pop()
    else if (byte === COMMA) this.#awaitsKey = top?.isObject ?? false
  }

  #begin(): void {
    if (this.#awaitsKey) {
      this.#state = 'key'
      this.#keyBytes = ''
    } else if (this.#isAtImage()) {
      this.#state = 'image'
      this.#imageChars = 0
      this.#sink.begin()
    } else this.#state = 'text'
  }

  /** `groups[].assets[].data` */
  #isAtImage(): boolean {
    const [root, groups, group, assets, asset] = this.#around
    return (
      this.#around.length === 5 &&
      Boolean(root?.isObject && group?.isObject && asset?.isObject) &&
      groups?.key === 'groups' &&
      assets?.key === 'assets' &&
      this.#key === 'data'
    )
  }

  #inside(chunk: Buffer, from: number): number {
    const end = this.#state === 'image' ? chunk.indexOf(QUOTE, from) : this.#endOfString(chunk, from)
    const content = chunk.subarray(from, end < 0 ? chunk.length : end)
    if (this.#state === 'image') this.#image(content)
    else this.#write(content)
    if (this.#state === 'key' && this.#keyBytes.length < MAX_KEY_BYTES)
      this.#keyBytes += content.toString('latin1')
    if (end < 0) return chunk.length
    this.#end()
    this.#write(chunk.subarray(end, end + 1))
    return end + 1
  }

  #endOfString(chunk: Buffer, from: number): number {
    for (let at = from; at < chunk.length; at++) {
      if (this.#isEscaped) this.#isEscaped = false
      else if (chunk[at] === BACKSLASH) this.#isEscaped = true
      else if (chunk[at] === QUOTE) return at
    }
    return -1
  }

  /** What is longer than an image may be is none, and does not fill the disk. */
  #image(chars: Buffer): void {
    this.#imageChars += chars.length
    if (this.#imageChars <= MAX_IMAGE_CHARS) this.#sink.write(chars)
  }

  #end(): void {
    if (this.#state === 'key') {
      this.#key = this.#keyBytes
      this.#awaitsKey = false
    } else if (this.#state === 'image') {
      this.#sink.end()
      this.#write(Buffer.from(`#${this.#count++}`))
    }
    this.#state = 'between'
  }
}
