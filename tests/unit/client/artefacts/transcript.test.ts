import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits } from '#shared/base/limits.ts'
import { headAfter } from '#client/kinds/interview/use-sentence-cursor.ts'
import {
  hitsOf,
  paragraphsOf,
  sentencesOf,
  stretchesOf,
  trimmed,
  wholeWords,
  type Mark,
} from '#client/kinds/interview/passages.ts'
import { decodeTranscript, readTranscript, suggestedTitle } from '#client/kinds/interview/transcript-file.ts'

const bytes = (...values: number[]) => new Uint8Array(values)

describe('reading a transcript', () => {
  it('knows umlauts in UTF-8, UTF-16 and Windows-1252', () => {
    const utf8 = decodeTranscript(new TextEncoder().encode('Bürgerbüro'))
    const windows = decodeTranscript(bytes(0x42, 0xfc, 0x72, 0x67, 0x65, 0x72))
    const utf16 = decodeTranscript(bytes(0xff, 0xfe, 0xfc, 0x00, 0x62, 0x00))
    expect(utf8).toMatchObject({ value: { text: 'Bürgerbüro', encoding: 'UTF-8' } })
    expect(windows).toMatchObject({ value: { text: 'Bürger', encoding: 'Windows-1252' } })
    expect(utf16).toMatchObject({ value: { text: 'üb', encoding: 'UTF-16' } })
  })

  it('stores one kind of line end, because quotes count characters', () => {
    const read = decodeTranscript(new TextEncoder().encode('\ufeffeins\r\nzwei\rdrei\n'))
    expect(read).toMatchObject({ value: { text: 'eins\nzwei\ndrei\n' } })
  })

  it.each([
    ['a PDF', '%PDF-1.7 …'],
    ['a Word document', 'PK\u0003\u0004word/document.xml'],
    ['a file with zero bytes', 'ab\u0000c'],
  ])('refuses %s by its content', (_, content) => {
    expect(decodeTranscript(new TextEncoder().encode(content))).toEqual({ ok: false, refusal: 'wrongType' })
  })

  it('refuses other file types, empty and far too long texts, each with its reason', async () => {
    const refusal = async (name: string, content: string) => {
      const read = await readTranscript(new File([content], name))
      return read.ok ? null : read.refusal
    }
    expect(await refusal('protokoll.docx', 'x')).toBe('wrongType')
    expect(await refusal('protokoll.txt', ' \n ')).toBe('empty')
    expect(await refusal('protokoll.md', 'x'.repeat(limits.maxTranscriptChars + 1))).toBe('tooLarge')
    expect(await refusal('protokoll.md', '# Titel')).toBe(null)
  })

  it('suggests the first line as title, or the file’s name where that is none', () => {
    expect(suggestedTitle('\n# Gespräch mit dem Hauptamt\nFrage 1')).toBe('Gespräch mit dem Hauptamt')
    expect(suggestedTitle('x'.repeat(400), 'interview_hauptamt-2.txt')).toBe('interview hauptamt 2')
  })
})

const transcript = 'Erster Satz. Zweiter Satz!\n\nEin Absatz. Noch einer?  \nEnde'

describe('words that a hand cut', () => {
  const text = 'Die E-Akte der Bürger:innen hält’s aus. Antrags- und Meldewesen'
  const around = (part: string) => {
    const start = text.indexOf(part)
    const { start: from, end: to } = wholeWords(text, { start, end: start + part.length })
    return text.slice(from, to)
  }

  it.each([
    ['Akt', 'E-Akte'],
    ['kte der Bür', 'E-Akte der Bürger'],
    ['ält’', 'hält’s'],
    ['trag', 'Antrags'],
    ['und Melde', 'und Meldewesen'],
  ])('are taken whole: %s', (cut, whole) => expect(around(cut)).toBe(whole))

  it('are left alone where nothing was cut, and lose only the white space around them', () => {
    expect(around('der')).toBe('der')
    expect(around(' aus. ')).toBe('aus.')
  })

  it('never leave the text, and whole words stay as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (words, a, b) => {
        const [start, end] = [a % (words.length + 1), b % (words.length + 1)].sort((x, y) => x - y)
        const once = wholeWords(words, { start: start!, end: end! })
        expect(once.start).toBeGreaterThanOrEqual(0)
        expect(once.end).toBeLessThanOrEqual(words.length)
        expect(wholeWords(words, once)).toEqual(once)
      }),
    )
  })
})

describe('passages of a transcript', () => {
  it('are paragraphs and sentences with their exact places', () => {
    const paragraphs = paragraphsOf(transcript)
    const slices = (places: { start: number; end: number }[]) =>
      places.map(({ start, end }) => transcript.slice(start, end))
    expect(slices(paragraphs)).toEqual(['Erster Satz. Zweiter Satz!', 'Ein Absatz. Noch einer?  ', 'Ende'])
    expect(slices(sentencesOf(transcript, paragraphs))).toEqual([
      'Erster Satz.',
      'Zweiter Satz!',
      'Ein Absatz.',
      'Noch einer?',
      'Ende',
    ])
  })

  it('lose no letter when marks cut them, however these overlap', () => {
    const mark = fc.record({ start: fc.nat(60), length: fc.integer({ min: 1, max: 40 }) })
    fc.assert(
      fc.property(fc.array(mark), (places) => {
        const marks = places.map(({ start, length }): Mark => ({
          start,
          end: start + length,
          type: 'quote',
          id: `${start}`,
        }))
        const paragraph = { start: 5, end: 45 }
        const stretches = stretchesOf(paragraph, marks)
        expect(stretches[0]!.start).toBe(5)
        expect(stretches.at(-1)!.end).toBe(45)
        for (const [index, stretch] of stretches.entries()) {
          expect(stretch.start).toBe(index === 0 ? 5 : stretches[index - 1]!.end)
          const over = marks.filter((one) => one.start <= stretch.start && one.end >= stretch.end)
          expect(stretch.marks).toEqual(over)
        }
      }),
    )
  })

  it('are trimmed to their words', () => {
    expect(trimmed('  ab  ', { start: 0, end: 6 })).toEqual({ start: 2, end: 4 })
    expect(trimmed('   ', { start: 0, end: 3 })).toEqual({ start: 3, end: 3 })
  })

  it('are found, letters large or small', () => {
    expect(hitsOf('Ämter und ämter', 'ÄMTER')).toEqual([
      { start: 0, end: 5 },
      { start: 10, end: 15 },
    ])
  })
})

it('The sentence cursor walks by sentences and paragraphs and stays in the text', () => {
  const paragraphs = paragraphsOf(transcript)
  const sentences = sentencesOf(transcript, paragraphs)
  const after = (key: string, head: number) => headAfter(key, head, sentences, paragraphs)
  expect([after('ArrowDown', 0), after('ArrowUp', 0), after('ArrowDown', 4)]).toEqual([1, 0, 4])
  expect([after('PageDown', 1), after('PageUp', 4), after('End', 0), after('Home', 3)]).toEqual([2, 2, 4, 0])
  expect(after('x', 0)).toBe(null)
})
