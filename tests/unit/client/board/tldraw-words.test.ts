import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { tldrawWords } from '#client/board/canvas/tldraw-words.ts'

const require = createRequire(import.meta.url)
const wordsOf = (file: string) =>
  JSON.parse(readFileSync(require.resolve(`@tldraw/assets/translations/${file}.json`), 'utf8')) as Record<
    string,
    string
  >

/** The same in both languages, or a name. */
const alike = [
  'action.copy-as-png.short',
  'action.copy-as-svg.short',
  'action.export-as-png.short',
  'action.export-as-svg.short',
  'action.export-all-as-png.short',
  'action.export-all-as-svg.short',
  'theme.system',
  'color-style.orange',
  'font-style.sans',
  'font-style.serif',
  'font-style.mono',
  'geo-style.ellipse',
  'geo-style.oval',
  'geo-style.rhombus',
  'arrow-kind-style.arc',
  'arrow-kind-style.elbow',
  'tool.ellipse',
  'tool.oval',
  'tool.rhombus',
  'tool.text',
  'tool.aspect-ratio.original',
  'tool.rich-text-code',
  'tool.rich-text-link',
  'a11y.status',
  'a11y.shape-video',
  'help-menu.discord',
  'help-menu.github',
  'help-menu.twitter',
  'style-panel.position',
  'navigation-zone.title',
]

describe('the words of the canvas', () => {
  it('are all German where German is read', () => {
    const english = wordsOf('main')
    const german = { ...wordsOf('de'), ...tldrawWords.de }
    const untranslated = Object.keys(english).filter(
      (key) => !alike.includes(key) && (german[key] === undefined || german[key] === english[key]),
    )
    expect(untranslated).toEqual([])
  })

  it('name cards, and say what happened to a file', () => {
    for (const words of [tldrawWords.de, tldrawWords.en]) {
      expect(words['tool.card']).toBeTruthy()
      expect(words['assets.files.upload-failed']).toBeTruthy()
      expect(words['assets.files.size-too-big']).toBeTruthy()
    }
  })
})
