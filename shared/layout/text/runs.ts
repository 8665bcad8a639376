import { cutToWidth } from './pieces.ts'
import type { TextStyle } from './style.ts'
import { textWidth } from './widths.ts'

/** A stretch of a sentence in one style. Spaces at its ends say whether it is joined to its neighbour. */
export interface Run {
  text: string
  style: TextStyle
  /** Room left and right of it on every line it reaches, for a tint around it. */
  padding?: number
}

/** What of a run stands on one line; `x` and `w` include its padding. */
interface PlacedRun {
  /** Position of the run among those given. */
  run: number
  text: string
  x: number
  w: number
}

interface Word {
  run: number
  text: string
  spaced: boolean
}

/**
 * Breaks a sentence of several styles into lines of a width. `indent` keeps the start of the first line free, for a
 * sign before the text.
 */
export function breakRuns(runs: readonly Run[], width: number, indent = 0): PlacedRun[][] {
  const lines: PlacedRun[][] = [[]]
  let end = indent
  const start = (word: Word, x: number) => {
    const w = widthOf(runs[word.run]!, word.text)
    lines.at(-1)!.push({ run: word.run, text: word.text, x, w })
    end = x + w
  }
  for (const word of wordsOf(runs, width)) {
    const last = lines.at(-1)!.at(-1)
    const run = runs[word.run]!
    const gap = word.spaced && end > indent ? textWidth(' ', run.style) : 0
    if (last?.run === word.run) {
      const text = `${last.text}${word.spaced ? ' ' : ''}${word.text}`
      const w = widthOf(run, text)
      if (last.x + w <= width) {
        Object.assign(last, { text, w })
        end = last.x + w
        continue
      }
    } else if (end + gap + widthOf(run, word.text) <= width || isMark(word)) {
      start(word, end + gap)
      continue
    }
    // A line that holds nothing yet takes the word, however long; it was cut to the line's length before.
    if (last || (indent > 0 && lines.length === 1 && end === indent)) lines.push([])
    start(word, 0)
  }
  return lines
}

/** A comma after a slot stays with it, even where it reaches a hair past the line. */
const isMark = ({ spaced, text }: Word) => !spaced && /^[\p{P}]{1,2}$/u.test(text)

const widthOf = ({ style, padding = 0 }: Run, text: string) => textWidth(text, style) + 2 * padding

function wordsOf(runs: readonly Run[], width: number): Word[] {
  const words: Word[] = []
  let spaced = false
  runs.forEach(({ text, style, padding = 0 }, run) => {
    for (const part of text.split(/(\s+)/u)) {
      if (part === '') continue
      if (/^\s/u.test(part)) {
        spaced = true
        continue
      }
      const room = width - 2 * padding
      const cut = textWidth(part, style) <= room ? [part] : cutToWidth(part, style, room)
      for (const one of cut) {
        words.push({ run, text: one, spaced })
        spaced = false
      }
    }
  })
  return words
}
