import { wordsIn } from '#shared/report/words.ts'
import type { PublicTextLinks } from '#shared/protocol/api.ts'
import { html, type Markup } from './html.ts'
import { stylePath } from './style.ts'
import { galleryPath } from './addresses.ts'

/** What stands around every page of the gallery. */
interface Framed {
  language: 'de' | 'en'
  title: string
  /** The same page in the other language. */
  otherHref: string
  /** Left out of what search engines take up. */
  isHidden?: boolean
  head?: Markup
  texts: PublicTextLinks
  main: Markup
}

/** A whole page that needs no script. */
export function framed({ language, title, otherHref, isHidden, head, texts, main }: Framed): string {
  const words = wordsIn(language).publicGallery
  const other = language === 'de' ? 'en' : 'de'
  const links = (['imprint', 'privacy', 'accessibility'] as const).flatMap((name) =>
    texts[name] ? [html`<a href="${texts[name]}">${words[name]}</a>`] : [],
  )
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        ${isHidden ? html`<meta name="robots" content="noindex" />` : null}
        <title>${title}</title>
        <link rel="stylesheet" href="${stylePath}" />
        <link
          rel="alternate"
          type="application/atom+xml"
          title="${words.title}"
          href="${galleryPath('neues.atom', { lang: language })}"
        />
        ${head ?? null}
      </head>
      <body>
        <a class="skip" href="#inhalt">${words.skip}</a>
        <header class="top">
          <nav><a class="brand" href="${galleryPath('', { lang: language })}">${words.title}</a></nav>
          <a href="${otherHref}" hreflang="${other}" lang="${other}">${words.otherLanguage}</a>
        </header>
        <main id="inhalt" tabindex="-1">${main}</main>
        <footer class="foot">
          <p>${words.byWerkraum}</p>
          ${links.length > 0 ? html`<p class="links">${links}</p>` : null}
        </footer>
      </body>
    </html> `.text
}
