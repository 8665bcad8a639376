/**
 * A document as Pandoc's own tree (pandoc-types 1.23), from which it writes DOCX, ODT and PPTX. Every text is a string in
 * it, never markup.
 */
export interface PandocDocument {
  'pandoc-api-version': number[]
  meta: Record<string, PandocNode>
  blocks: PandocNode[]
}

export interface PandocNode {
  t: string
  c?: unknown
}

export const inlinesMeta = (text: string): PandocNode => ({ t: 'MetaInlines', c: words(text) })

export const pandocDocument = (meta: PandocDocument['meta'], blocks: PandocNode[]): PandocDocument => ({
  'pandoc-api-version': [1, 23],
  meta,
  blocks,
})

const NOT_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udfff]/gu

/** Words with the spaces between them, as Pandoc wants them; a line break is one. */
export function words(text: string): PandocNode[] {
  return text
    .replace(NOT_XML, '')
    .split('\n')
    .flatMap((line, n) => [...(n > 0 ? [{ t: 'LineBreak' }] : []), ...wordsOfLine(line)])
}

function wordsOfLine(line: string): PandocNode[] {
  return line
    .split(/([ \t]+)/)
    .flatMap((part) => (part === '' ? [] : [/^[ \t]/.test(part) ? { t: 'Space' } : { t: 'Str', c: part }]))
}

export const noAttributes = ['', [], []]
export const attributes = (id: string | undefined) => [id ?? '', [], []]

export const para = (inlines: PandocNode[]): PandocNode => ({ t: 'Para', c: inlines })

export const heading = (level: number, text: string, id?: string): PandocNode => ({
  t: 'Header',
  c: [level, attributes(id), words(text)],
})
