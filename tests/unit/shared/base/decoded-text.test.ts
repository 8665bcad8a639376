import { describe, expect, it } from 'vitest'
import { decodedText } from '#shared/base/decoded-text.ts'

const words = 'Größe, Straße: „Wir müssen warten“ – sagt sie.'
const littleEndian = (text: string) => [...Buffer.from(text, 'utf16le')]
const bigEndian = (text: string) => [...Buffer.from(text, 'utf16le').swap16()]
const windows1252 = (text: string) =>
  [...text].map((char) => ({ '„': 0x84, '“': 0x93, '–': 0x96 })[char] ?? char.charCodeAt(0))

describe('text of a file', () => {
  it.each([
    ['UTF-8', [...Buffer.from(words)]],
    ['UTF-8', [0xef, 0xbb, 0xbf, ...Buffer.from(words)]],
    ['UTF-16', [0xff, 0xfe, ...littleEndian(words)]],
    ['UTF-16', [0xfe, 0xff, ...bigEndian(words)]],
    ['UTF-16', littleEndian(words)],
    ['UTF-16', bigEndian(words)],
    ['Windows-1252', windows1252(words)],
  ])('is read as %s', (encoding, bytes) => {
    expect(decodedText(Uint8Array.from(bytes))).toEqual({ text: words, encoding })
  })

  it('is none where zeros stand anywhere, and nothing is still a text', () => {
    expect(decodedText(Uint8Array.from([0x89, 0x50, 0, 0, 0, 13, 73, 72]))).toBeNull()
    expect(decodedText(new Uint8Array(40))).toBeNull()
    expect(decodedText(new Uint8Array())).toEqual({ text: '', encoding: 'UTF-8' })
  })
})
