import type { SvgElement } from './svg.ts'

/** Elements as the text of an SVG file, escaped. */
export function printSvg(elements: readonly SvgElement[]): string {
  return elements.map(printElement).join('')
}

function printElement({ tag, attributes, children = [], text = '' }: SvgElement): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
  const inside = escaped(text) + printSvg(children)
  return inside ? `<${tag}${written.join('')}>${inside}</${tag}>` : `<${tag}${written.join('')}/>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Control characters that XML forbids are left out: a file with one would not open at all. */
const escaped = (text: string) =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (letter) => entities[letter]!)
