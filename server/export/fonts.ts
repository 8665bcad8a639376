import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const packages = createRequire(import.meta.url)
const folderOf = (name: string) => dirname(packages.resolve(`@expo-google-fonts/${name}/package.json`))
const inFolder = (name: string, files: readonly string[]) => files.map((file) => join(folderOf(name), file))

/** The letter of documents and pictures, then what it has no letters for: Greek, Cyrillic, signs; and emoji. */
export const fontFiles: readonly string[] = [
  ...inFolder('atkinson-hyperlegible-next', [
    '400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
    '600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf',
    '700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
    '400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf',
  ]),
  ...inFolder('noto-sans', ['400Regular/NotoSans_400Regular.ttf', '700Bold/NotoSans_700Bold.ttf']),
  ...inFolder('noto-emoji', ['400Regular/NotoEmoji_400Regular.ttf']),
]

export const fontFamilies = ['Atkinson Hyperlegible Next', 'Noto Sans', 'Noto Emoji'] as const

const SUBSTITUTE = '\u25ca'
let known: Set<number> | null = null

/**
 * A text in letters that these fonts have: others become a lozenge, so that no machine's own fonts decide what a file
 * looks like, and none is refused for one sign. Marks that only colour or join emoji go.
 */
export function inOurLetters(text: string): string {
  return text.replace(JOINING, '').replace(FOREIGN, (letter) => (isOurs(letter) ? letter : SUBSTITUTE))
}

/** How many letters of a text stand in such a file as a lozenge. */
export function foreignLettersIn(text: string): number {
  return [...text.replace(JOINING, '').matchAll(FOREIGN)].filter(([letter]) => !isOurs(letter)).length
}

const FOREIGN = /[^\n\t\u0020-\u007e]/gu

function isOurs(letter: string): boolean {
  known ??= new Set(fontFiles.flatMap((file) => codePointsOf(readFileSync(file))))
  return known.has(letter.codePointAt(0)!)
}

const JOINING = /[\ufe00-\ufe0f\u200b-\u200f\u2060\u00ad\ufeff]|[\u{1f3fb}-\u{1f3ff}]/gu

/** Every character a font has a drawing for: its `cmap` table (OpenType 1.9, formats 4 and 12). */
function codePointsOf(font: Buffer): number[] {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, n) => 12 + n * 16)
  const cmap = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')
  if (cmap === undefined) return []
  const start = font.readUInt32BE(cmap + 8)
  const count = font.readUInt16BE(start + 2)
  return Array.from({ length: count }, (_, n) => start + font.readUInt32BE(start + 4 + n * 8 + 4)).flatMap(
    (at) => {
      const format = font.readUInt16BE(at)
      return format === 12 ? inGroups(font, at) : format === 4 ? inSegments(font, at) : []
    },
  )
}

function inGroups(font: Buffer, at: number): number[] {
  return Array.from({ length: font.readUInt32BE(at + 12) }, (_, n) => at + 16 + n * 12).flatMap((group) =>
    range(font.readUInt32BE(group), font.readUInt32BE(group + 4)),
  )
}

/** The last segment ends the table and stands for nothing. */
function inSegments(font: Buffer, at: number): number[] {
  const bytes = font.readUInt16BE(at + 6)
  return Array.from({ length: bytes / 2 }, (_, n) => n * 2).flatMap((n) => {
    const end = font.readUInt16BE(at + 14 + n)
    return end === 0xffff ? [] : range(font.readUInt16BE(at + 16 + bytes + n), end)
  })
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n)
