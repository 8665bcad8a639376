/** Bytes as text, and what they were taken for. */
export interface DecodedText {
  text: string
  encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252'
}

/**
 * The text of a file, whatever program wrote it: protocols, lists, tables. Null for what is none.
 *
 * What is valid UTF-8 is UTF-8: German umlauts in Windows-1252 practically never are. UTF-16 says so in its first two bytes,
 * or is known by every other byte being zero. The rest is taken for Windows-1252, the habit of the programs that old files
 * come from.
 */
export function decodedText(bytes: Uint8Array): DecodedText | null {
  const order = utf16Order(bytes)
  if (order) return { text: new TextDecoder(order).decode(bytes), encoding: 'UTF-16' }
  if (bytes.includes(0)) return null
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    // The decoder's only way to say so.
    return { text: windows1252(bytes), encoding: 'Windows-1252' }
  }
}

/** What stands at 0x80 to 0x9f. */
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Some versions of Node take it for Latin 1, in which quotation marks and dashes are invisible controls. */
const windows1252 = (bytes: Uint8Array) =>
  new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (sign) => SIGNS[sign.charCodeAt(0) - 0x80]!)

type Utf16 = 'utf-16le' | 'utf-16be'

/** Letters that are looked at. */
const SAMPLE_CHARS = 2_000
/** So many letters in a hundred have to be Latin ones; quotation marks and dashes are none. */
const LATIN_PERCENT = 80

function utf16Order(bytes: Uint8Array): Utf16 | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes.length < 2 || bytes.length % 2 === 1) return null
  const zeros = { even: 0, odd: 0 }
  const chars = Math.min(SAMPLE_CHARS, bytes.length / 2)
  for (let char = 0; char < chars; char++) {
    if (bytes[2 * char] === 0) zeros.even++
    if (bytes[2 * char + 1] === 0) zeros.odd++
  }
  const isLatin = (latin: number, other: number) => other === 0 && latin * 100 >= chars * LATIN_PERCENT
  if (isLatin(zeros.odd, zeros.even)) return 'utf-16le'
  return isLatin(zeros.even, zeros.odd) ? 'utf-16be' : null
}
