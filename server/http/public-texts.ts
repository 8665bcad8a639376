import type { Stats } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import MarkdownIt from 'markdown-it'
import type { Config } from '#server/config.ts'
import type { PublicTextLinks } from '#shared/protocol/api.ts'

/**
 * The three texts a public body has to show on every view: who is responsible, what happens to data, how accessible it
 * is. Each is an address of the operator's own site, or a Markdown file in the data folder that is shown here.
 */
export const publicTexts = {
  imprint: { path: '/impressum', file: 'impressum.md', title: 'Impressum', option: 'imprintUrl' },
  privacy: { path: '/datenschutz', file: 'datenschutz.md', title: 'Datenschutz', option: 'privacyUrl' },
  accessibility: {
    path: '/barrierefreiheit',
    file: 'barrierefreiheit.md',
    title: 'Erklärung zur Barrierefreiheit',
    option: 'accessibilityUrl',
  },
} as const
export type PublicText = keyof typeof publicTexts
export const publicTextPaths: readonly string[] = Object.values(publicTexts).map(({ path }) => path)

/** In the data folder. */
const folder = 'texte'
const largestBytes = 500_000

/** Where each text is to be read; null where there is none. A file counts from the moment it is there. */
export async function publicTextLinks(config: Config): Promise<PublicTextLinks> {
  const link = async (name: PublicText) => {
    const { option, path } = publicTexts[name]
    return config[option] ?? ((await fileStats(config, name)) ? path : null)
  }
  const [imprint, privacy, accessibility] = await Promise.all([
    link('imprint'),
    link('privacy'),
    link('accessibility'),
  ])
  return { imprint, privacy, accessibility }
}

/** A text as it was laid out last, and of which state of its file. */
interface LaidOut {
  state: string
  page: string
}

/**
 * The texts as pages of their own that need no script. Each is laid out once for as long as its file stays: half a
 * megabyte takes a while, and anybody may ask for it.
 */
export class PublicTextPages {
  readonly #config: Config
  readonly #pages = new Map<PublicText, LaidOut>()

  constructor(config: Config) {
    this.#config = config
  }

  /** Null where there is no file, or one too large to be a text. */
  async page(name: PublicText): Promise<string | null> {
    const file = await fileStats(this.#config, name)
    if (!file) return null
    const state = `${file.mtimeMs} ${file.size}`
    const known = this.#pages.get(name)
    if (known?.state === state) return known.page
    const page = pageOf(publicTexts[name].title, await readFile(fileOf(this.#config, name), 'utf8'))
    this.#pages.set(name, { state, page })
    return page
  }
}

const fileOf = ({ dataFolder }: Config, name: PublicText) => join(dataFolder, folder, publicTexts[name].file)

/** Null where there is no file that can be a text. */
async function fileStats(config: Config, name: PublicText): Promise<Stats | null> {
  try {
    const file = await stat(fileOf(config, name))
    return file.isFile() && file.size <= largestBytes ? file : null
  } catch {
    // Not there, or not to be read: then there is no link
    return null
  }
}

/** Tags in the file are shown as they are written, links lead to web, mail and telephone only, pictures are left out. */
const markdown = new MarkdownIt({ html: false, linkify: true }).disable('image')

function pageOf(title: string, text: string): string {
  const heading = /^#\s/m.test(text) ? '' : `<h1>${title}</h1>`
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Werkraum</title>
<style>
body { max-width: 44rem; margin: 0 auto; padding: 24px 16px 64px; font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.2; }
h2 { font-size: 1.25rem; line-height: 1.3; margin-top: 2rem; }
table { border-collapse: collapse; }
th, td { padding: 4px 12px 4px 0; text-align: start; vertical-align: top; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
</style>
</head>
<body>
<nav><a href="/">Zur Startseite von Werkraum</a></nav>
<main>${heading}${markdown.render(text)}</main>
</body>
</html>
`
}
