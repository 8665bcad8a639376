/** The words of tldraw's formatted text (ProseMirror's document as JSON): paragraphs on lines of their own. */
export function wordsOfRichText(node: unknown): string {
  if (typeof node !== 'object' || node === null) return ''
  const { type, text, content } = node as { type?: unknown; text?: unknown; content?: unknown }
  // Pieces of one paragraph belong together, whatever their format.
  const own = typeof text === 'string' ? text : ''
  const inner = Array.isArray(content) ? content.map(wordsOfRichText).join('') : ''
  return type === 'text' ? own : `${own}${inner}\n`
}
