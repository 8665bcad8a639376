import type { ProtocolText, Stretch } from '#shared/protocol/protocol-formats.ts'

/** Two asterisks or low lines around words, within one paragraph: how programs and people without buttons write bold. */
const STRESSED = /(\*\*|__)(?=\S)((?:(?!\1)[^\n]|\n(?!\s*\n))+?)(?<=\S)\1/g
const HEADING = /^(#{1,6})[^\S\n]+(?=\S)/gm

/**
 * Plain text with the little of Markdown that stands in protocols: what was stressed and what is a heading are told by
 * their places, and their marks go, because quotes are words. Everything else stays as it is.
 */
export function stressedText(source: string): ProtocolText {
  const headings: ProtocolText['headings'] = []
  const strong: [number, number][] = []
  const withoutStress = rewritten(source, STRESSED, ([, , words = ''], at) => {
    strong.push([at, at + words.length])
    return words
  })
  const text = rewritten(withoutStress.text, HEADING, ([, marks = ''], at) => {
    headings.push({ at: [at, at], level: marks.length })
    return ''
  })
  return {
    text: text.text,
    strong: strong.map(([start, end]): Stretch => [text.placeOf(start), text.placeOf(end)]),
    headings: headings.map(({ at: [start], level }) => ({
      at: [start, endOfLine(text.text, start)],
      level,
    })),
  }
}

const endOfLine = (text: string, at: number) => {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}

/** Replaces what a pattern finds, and tells where a place of the former text is in the new one. */
function rewritten(
  text: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray, at: number) => string,
): { text: string; placeOf: (before: number) => number } {
  let result = ''
  let from = 0
  const cuts: { before: number; shift: number }[] = []
  for (const match of text.matchAll(pattern)) {
    result += text.slice(from, match.index)
    result += replace(match, result.length)
    from = match.index + match[0].length
    cuts.push({ before: from, shift: from - result.length })
  }
  result += text.slice(from)
  const placeOf = (before: number) => before - (cuts.findLast((cut) => cut.before <= before)?.shift ?? 0)
  return { text: result, placeOf }
}

/** The other way: a text with its marks, as somebody would have typed it. */
export function markedUp({ text, strong, headings }: ProtocolText): string {
  const marks = [
    ...strong.flatMap(([start, end]) => [
      { at: start, mark: '**' },
      { at: end, mark: '**' },
    ]),
    // In front of the words that are stressed there
    ...headings.map(({ at: [start], level }) => ({ at: start, mark: `${'#'.repeat(Math.min(6, level))} ` })),
  ]
  const rank = ({ mark }: { mark: string }) => (mark.startsWith('#') ? 0 : 1)
  const ordered = marks
    .map((mark, n) => ({ ...mark, n }))
    .sort((a, b) => a.at - b.at || rank(a) - rank(b) || a.n - b.n)
  let [result, from] = ['', 0]
  for (const { at, mark } of ordered) {
    result += text.slice(from, at) + mark
    from = at
  }
  return result + text.slice(from)
}
