import { labelIn, profileJsonLd, valueIn, type CatalogueEntry } from '#shared/gallery/catalogue.ts'
import { isFilterField, publicFields, type PublicField } from '#shared/gallery/public-profile.ts'
import type { PublicTextLinks } from '#shared/protocol/api.ts'
import { localTime } from '#shared/report/local-time.ts'
import { fill, wordsIn } from '#shared/report/words.ts'
import { galleryPath } from './addresses.ts'
import { html, Markup, paragraphs } from './html.ts'
import { framed } from './page-frame.ts'

/** Said at a glance beside the text; the others are read in their order. */
const GLANCED = [
  'readiness',
  'operator',
  'operatorKind',
  'costKind',
  'topic',
  'contact',
] as const satisfies readonly PublicField[]
const isGlanced = (field: PublicField) => (GLANCED as readonly string[]).includes(field)
const READ = publicFields.filter((field) => field !== 'name' && !isGlanced(field))

interface ProfilePage {
  entry: CatalogueEntry
  language: 'de' | 'en'
  texts: PublicTextLinks
  /** Whether somebody looks at it. */
  takesInterest: boolean
}

/** One solution, as long as it is public. */
export function profilePage({ entry, language, texts, takesInterest }: ProfilePage): string {
  const { id, profile, language: written, publishedAt, changedAt } = entry
  const words = wordsIn(language).publicGallery
  const local = localTime(language)
  const [published, changed] = [local.date(publishedAt), local.date(changedAt)]
  const main = html`<p class="way"><a href="${galleryPath('', { lang: language })}">${words.back}</a></p>
    <article class="profile">
      <header>
        ${profile.topic === '' ? null : html`<p class="topic" lang="${written}">${profile.topic}</p>`}
        <h1 lang="${written}">${profile.name}</h1>
      </header>
      <aside class="glance" aria-labelledby="auf-einen-blick">
        <h2 id="auf-einen-blick">${words.facts}</h2>
        <dl class="facts">${GLANCED.flatMap((field) => fact(entry, language, field))}</dl>
      </aside>
      <div class="text">
        ${READ.flatMap((field) => chapter(entry, language, field))}
        <p class="quiet">
          ${fill(words.publishedOn, { day: published })}${
            changed === published ? null : html`. ${fill(words.changedOn, { day: changed })}`
          }.
        </p>
        ${takesInterest ? interestWay(entry, language) : null}
      </div>
    </article>`
  return framed({
    language,
    title: `${profile.name} · ${words.title}`,
    otherHref: galleryPath(id, { lang: language === 'de' ? 'en' : 'de' }),
    head: html`<link rel="alternate" type="application/ld+json" href="${galleryPath(`${id}.jsonld`)}" />
      ${dataBlock(entry)}`,
    texts,
    main,
  })
}

function interestWay({ id }: CatalogueEntry, language: 'de' | 'en'): Markup {
  const words = wordsIn(language).interest
  const href = galleryPath(`${id}/interesse`, { lang: language })
  return html`<section class="interest">
    <p>${words.openText}</p>
    <p><a class="button" href="${href}">${words.open}</a></p>
  </section>`
}

/** For search engines. A block of data is no script; nothing in it can end it. */
function dataBlock(entry: CatalogueEntry): Markup {
  const json = JSON.stringify(profileJsonLd(entry)).replace(/</g, '\\u003c')
  return new Markup(`<script type="application/ld+json">${json}</script>`)
}

function fact(
  { profile, language: written }: CatalogueEntry,
  language: 'de' | 'en',
  field: PublicField,
): Markup[] {
  const value = valueIn(language, profile, field)
  if (value === '') return []
  const lang = isFilterField(field) ? language : written
  return [
    html`<div>
      <dt>${labelIn(language, field)}</dt>
      <dd lang="${lang}">${value}</dd>
    </div>`,
  ]
}

function chapter(
  { profile, language: written }: CatalogueEntry,
  language: 'de' | 'en',
  field: PublicField,
): Markup[] {
  const text = profile[field]
  if (text.trim() === '') return []
  return [
    html`<section>
      <h2>${labelIn(language, field)}</h2>
      <div lang="${written}">${paragraphs(text)}</div>
    </section>`,
  ]
}

/** In place of what is not there, or not any more. */
export function gonePage(language: 'de' | 'en', texts: PublicTextLinks): string {
  const words = wordsIn(language).publicGallery
  return framed({
    language,
    title: words.gone,
    otherHref: galleryPath('', { lang: language === 'de' ? 'en' : 'de' }),
    isHidden: true,
    texts,
    main: html`<h1>${words.gone}</h1>
      <p>${words.goneText}</p>
      <p><a href="${galleryPath('', { lang: language })}">${words.back}</a></p>`,
  })
}
