import { forXml } from '#server/export/sheets/xml.ts'

/** Text that is markup already. Nothing but `html` makes it. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = string | number | Markup | null | readonly (Markup | null)[]

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as it may stand between tags, and in attributes with quotation marks; also in XML. */
const escaped = (text: string): string => forXml(text).replace(/[&<>"']/g, (sign) => SIGNS[sign]!)

/** Markup with people's words in it, which are escaped wherever they stand; null is nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = strings[0]!
  parts.forEach((part, n) => (text += written(part) + strings[n + 1]!))
  return new Markup(text)
}

function written(part: Part): string {
  if (part === null) return ''
  if (part instanceof Markup) return part.text
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return part.map(written).join('')
}

/** Each paragraph and line as it was written. */
export function paragraphs(text: string): Markup[] {
  return text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const lines = part.trim().split('\n')
      return html`<p>${lines.map((line, n) => (n === 0 ? html`${line}` : html`<br />${line}`))}</p>`
    })
}
