import { wordsOfRichText } from '../document/rich-text.ts'

/** Whether a text repeats what is withheld. */
type Repeats = (text: string) => boolean

/**
 * The value without texts that repeat what is withheld, wherever they stand in it: names, tags, labels, alternative
 * texts. In their place stands `instead`. Formatted text is looked at as a whole, because a word in bold divides it.
 */
export function cleared<Value>(value: Value, repeats: Repeats, instead: string): Value {
  return clearedPart(value, repeats, instead) as Value
}

function clearedPart(value: unknown, repeats: Repeats, instead: string): unknown {
  if (typeof value === 'string') return repeats(value) ? instead : value
  if (Array.isArray(value)) return value.map((inner) => clearedPart(inner, repeats, instead))
  if (typeof value !== 'object' || value === null) return value
  if (isFormatted(value) && repeats(wordsOfRichText(value))) return plainParagraph(instead)
  const entries = Object.entries(value).map(([key, inner]) => [key, clearedPart(inner, repeats, instead)])
  return Object.fromEntries(entries)
}

/** tldraw's formatted text: ProseMirror's document as JSON. */
const isFormatted = (value: object) => 'type' in value && value.type === 'doc' && 'content' in value

const plainParagraph = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
