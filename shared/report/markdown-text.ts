/**
 * People's text inside Markdown: shown as written, never as markup. Everything that CommonMark or GFM gives a meaning
 * is escaped, HTML included, whatever reader opens the file; nothing more, because many read the file as it is. A "&"
 * matters before an entity's name only, a "!" before a bracket only, and brackets are escaped themselves.
 */
const MARKUP = /[\\`*_[\]#|~<>]|&(?=#?\w+;)/g
/** What turns a line into a list, heading or rule when it stands at its beginning. */
const LINE_START = /^(?:[-+](?=\s|$)|-(?=[-\s]*$)|=(?=[=\s]*$)|\d{1,9}[.)](?=\s|$))/
/** Bare addresses that readers turn into links by themselves. */
const AUTOLINK = /(https?|ftp):\/\/|www\./gi

/** One line that something stands before (a label, a heading's mark); line breaks become spaces. */
export function inline(text: string): string {
  return escapeMarks(clean(text).replace(/\s+/g, ' ').trim())
}

/**
 * Several lines with hard breaks, indented by `indent` so that they stay in their list item. Something stands before
 * the first one.
 */
export function block(text: string, indent: string): string {
  const lines = clean(text)
    .split('\n')
    .map((line, n) => (n === 0 ? escapeMarks(line.trim()) : escapeLine(line.trim())))
  while (lines.at(-1) === '') lines.pop()
  return lines.join(`\\\n${indent}`).replaceAll(`\n${indent}\\\n`, `\n${indent}&nbsp;\\\n`)
}

const escapeLine = (line: string) => atLineStart(escapeMarks(line))

/** Escaped words before which nothing stands in their line. */
export const atLineStart = (escaped: string): string =>
  escaped.replace(LINE_START, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`)

function escapeMarks(line: string): string {
  return line
    .replace(MARKUP, (mark) => entities[mark] ?? `\\${mark}`)
    .replace(AUTOLINK, (start) => start.replace(/[:.]/, (mark) => `\\${mark}`))
}

const entities: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }

/** Line ends as "\n"; control and direction characters, which hide text from readers, are dropped. */
function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '')
}

const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f\u0080-\u009f\u202a-\u202e\u2066-\u2069]/g
