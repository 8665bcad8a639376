import { limits } from '#shared/base/limits.ts'
import { galleryKind } from '#shared/kinds/gallery-kind.ts'
import { labelIn, valueIn, type CatalogueEntry } from '#shared/gallery/catalogue.ts'
import { choicesOf, filterFields } from '#shared/gallery/public-profile.ts'
import type { GallerySearch } from '#shared/gallery/search.ts'
import type { PublicTextLinks } from '#shared/protocol/api.ts'
import { counted, fill, optionLabel, wordsIn, type Words } from '#shared/report/words.ts'
import { galleryPath } from './addresses.ts'
import { html, type Markup } from './html.ts'
import { framed } from './page-frame.ts'

interface ListPage {
  language: 'de' | 'en'
  search: GallerySearch
  /** All that fit the search. */
  found: readonly CatalogueEntry[]
  /** How many there are without one. */
  all: number
  topics: readonly string[]
  texts: PublicTextLinks
}

/** The solutions that were looked for, a page of them, with the form that looks for others. */
export function listPage(page: ListPage): string {
  const { language, search, found, all } = page
  const words = wordsIn(language).publicGallery
  const pages = Math.max(1, Math.ceil(found.length / limits.profilesPerPage))
  const at = Math.min(search.page, pages)
  const shown = found.slice((at - 1) * limits.profilesPerPage, at * limits.profilesPerPage)
  const query = { ...search, lang: language, page: at > 1 ? at : null }
  const main = html`<h1>${words.title}</h1>
    <p class="lead">${words.lead}</p>
    ${searchForm(page)}
    <p class="count" role="status">${countWords(words, found.length, all)}</p>
    ${
      shown.length > 0
        ? html`<ul class="cards">
            ${shown.map((entry) => card(entry, language))}
          </ul>`
        : null
    }
    ${pages > 1 ? paging(words, { ...search, lang: language }, at, pages) : null}
    ${all > 0 ? takeAlong(words, { ...search, lang: language, page: null }) : null}`
  return framed({
    language,
    title: words.title,
    otherHref: galleryPath('', { ...query, lang: language === 'de' ? 'en' : 'de' }),
    texts: page.texts,
    main,
  })
}

type GalleryWords = Words['publicGallery']

function countWords(words: GalleryWords, count: number, all: number): string {
  if (all === 0) return words.nothingYet
  if (count === 0) return words.nothing
  return count === all ? counted(all, words.foundOne, words.found) : fill(words.foundOf, { count, all })
}

function searchForm({ language, search, topics }: ListPage): Markup {
  const words = wordsIn(language).publicGallery
  const topic = select(
    'topic',
    words.topic,
    words.all,
    topics.map((value) => [value, value]),
    search.topic,
  )
  const choices = filterFields.map((field) => {
    const options = choicesOf(field).map((value): [string, string] => [
      value,
      optionLabel(wordsIn(language), galleryKind, field, value),
    ])
    return select(field, words[field], words.all, options, search[field])
  })
  return html`<form
    class="search"
    method="get"
    action="${galleryPath('')}"
    role="search"
    aria-label="${words.search}"
  >
    <input type="hidden" name="lang" value="${language}" />
    <label class="wide"
      >${words.words}<input type="search" name="q" value="${search.q}" maxlength="200"
    /></label>
    ${topics.length > 0 ? topic : null} ${choices}
    <div class="deeds">
      <button type="submit">${words.find}</button>
      <a href="${galleryPath('', { lang: language })}">${words.reset}</a>
    </div>
  </form>`
}

function select(
  name: string,
  label: string,
  all: string,
  options: readonly [string, string][],
  chosen: string,
): Markup {
  return html`<label
    >${label}<select name="${name}">
      <option value="">${all}</option>
      ${options.map(([value, text]) =>
        value === chosen
          ? html`<option value="${value}" selected>${text}</option>`
          : html`<option value="${value}">${text}</option>`,
      )}
    </select></label
  >`
}

const FACTS = ['readiness', 'operatorKind', 'costKind'] as const

function card({ id, profile, language: written }: CatalogueEntry, language: 'de' | 'en'): Markup {
  const facts = FACTS.flatMap((field) => {
    const value = valueIn(language, profile, field)
    return value === ''
      ? []
      : [
          html`<div>
            <dt>${labelIn(language, field)}</dt>
            <dd>${value}</dd>
          </div>`,
        ]
  })
  return html`<li class="card">
    ${profile.topic === '' ? null : html`<p class="topic" lang="${written}">${profile.topic}</p>`}
    <h2 lang="${written}"><a href="${galleryPath(id, { lang: language })}">${profile.name}</a></h2>
    ${profile.purpose === '' ? null : html`<p class="purpose" lang="${written}">${profile.purpose}</p>`}
    ${facts.length > 0 ? html`<dl class="facts">${facts}</dl>` : null}
  </li>`
}

function paging(
  words: GalleryWords,
  query: Record<string, string | number | null>,
  at: number,
  pages: number,
): Markup {
  const way = (page: number, label: string, rel: string) =>
    page < 1 || page > pages
      ? null
      : html`<a rel="${rel}" href="${galleryPath('', { ...query, page: page > 1 ? page : null })}"
          >${label}</a
        >`
  return html`<nav class="pages" aria-label="${words.pages}">
    ${way(at - 1, words.previous, 'prev')}
    <span>${fill(words.page, { page: at, pages })}</span>
    ${way(at + 1, words.next, 'next')}
  </nav>`
}

function takeAlong(words: GalleryWords, query: Record<string, string | number | null>): Markup {
  return html`<section class="take" aria-labelledby="mitnehmen">
    <h2 id="mitnehmen">${words.download}</h2>
    <p class="links">
      <a href="${galleryPath('katalog.csv', query)}">${words.csv}</a>
      <a href="${galleryPath('katalog.jsonld', query)}">${words.jsonLd}</a>
      <a href="${galleryPath('neues.atom', { lang: query.lang ?? null })}">${words.feed}</a>
    </p>
    <p class="quiet">${words.downloadNote}</p>
  </section>`
}
