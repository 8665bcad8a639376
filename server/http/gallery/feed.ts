import type { CatalogueEntry } from '#shared/gallery/catalogue.ts'
import { wordsIn } from '#shared/report/words.ts'
import { galleryPath } from './addresses.ts'
import { html } from './html.ts'

/** Entries of a feed; readers ask again before there are more. */
const NEWEST = 50

/** What was published or changed last, as Atom (RFC 4287). @param entries newest first */
export function atomFeed(entries: readonly CatalogueEntry[], language: 'de' | 'en', origin: string): string {
  const words = wordsIn(language).publicGallery
  const address = (path: string) => `${origin}${galleryPath(path, { lang: language })}`
  const updated = new Date(entries[0]?.changedAt ?? 0).toISOString()
  return html`<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
      <id>${origin}${galleryPath('neues.atom')}</id>
      <title>${words.title}</title>
      <subtitle>${words.lead}</subtitle>
      <updated>${updated}</updated>
      <author><name>Werkraum</name></author>
      <link rel="self" type="application/atom+xml" href="${address('neues.atom')}" />
      <link rel="alternate" type="text/html" href="${address('')}" />
      ${entries.slice(0, NEWEST).map(
        ({ id, url, language: written, publishedAt, changedAt, profile }) =>
          html`<entry xml:lang="${written}">
            <id>urn:uuid:${id}</id>
            <title>${profile.name}</title>
            <published>${new Date(publishedAt).toISOString()}</published>
            <updated>${new Date(changedAt).toISOString()}</updated>
            <link rel="alternate" type="text/html" href="${url}" />
            <summary>${profile.purpose}</summary>
          </entry> `,
      )}</feed
    > `.text
}
