import type { GroupId } from '#shared/base/ids.ts'
import { Resvg } from '@resvg/resvg-js'
import type { AssetId } from '#shared/base/ids.ts'
import type { Leaving } from '#shared/consent/leaving.ts'
import type { OutgoingDocument } from '#shared/consent/outgoing.ts'
import { headlineOf, readArtefact, textOf, type Artefact } from '#shared/document/artefacts.ts'
import { fieldsOn } from '#shared/document/fields.ts'
import { cardsOf, outlineOf, type OutlinePage } from '#shared/document/outline.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import { openSnapshot } from '#shared/document/snapshot-document.ts'
import { trailGraph } from '#shared/document/trail-graph.ts'
import { isKind, kinds, traitsOf } from '#shared/kinds/index.ts'
import { pagePicture, type PagePicture } from '#shared/picture/page-picture.ts'
import { localTime } from '#shared/report/local-time.ts'
import { withheldText, wordsIn } from '#shared/report/words.ts'
import { fontFamilies, fontFiles, inOurLetters } from './fonts.ts'
import type { GroupMaterial } from './material.ts'
import { wholeOf } from './card-pictures.ts'
import type { WriteSettings } from './write-settings.ts'

/** A page of a group, drawn. */
export interface DrawnPage extends PagePicture {
  /** Others may be called alike. */
  groupId: GroupId
  group: string
  page: string
  /** What stands on it, in reading order. */
  words: string[]
}

/** Uploaded images in one group's pictures at most; those beyond leave their place empty. */
const MAX_IMAGE_BYTES = 60 * 1024 * 1024

/**
 * Every page of a group that holds anything, drawn from what may leave. No browser takes part.
 * @param settings of the export; the workshop's title stands below each picture
 */
export async function drawnPages(
  { group, asset }: GroupMaterial,
  document: OutgoingDocument,
  { withheld, clear }: Pick<Leaving, 'withheld' | 'clear'>,
  settings: Pick<WriteSettings, 'language' | 'timeZone' | 'exportedAt'> & {
    title: string
    onlyPage?: string | undefined
    /** Whether an empty sheet is an answer, too. */
    withBlank?: boolean
    /** Only those on which places say something. */
    onlyMaps?: boolean
    /** No more than so many; without it all. */
    most?: number | undefined
  },
): Promise<DrawnPage[]> {
  const { language, timeZone, exportedAt, onlyPage } = settings
  const { doc, roots, material } = openForPictures(document, withheld, language)
  const images = await imagesOf(JSON.stringify([document.artefacts, document.board]), asset)
  const name = clear(group.name)
  const date = localTime(language, timeZone).moment(exportedAt)
  const wanted = outlineOf(roots, material.artefact)
    .filter(({ id }) => onlyPage === undefined || onlyPage === id)
    .filter((page) => !isBlank(page) || settings.withBlank)
    .filter((page) => !settings.onlyMaps || isMap(roots, page))
  const drawn = wanted.slice(0, settings.most).map((page): DrawnPage => {
    const cards = cardsOf(page)
    const written = [...cards.map(({ artefact }) => headlineOf(artefact)).filter(Boolean), ...page.drawn]
    const stamp = [clear(settings.title), name, page.name, date].join(' · ')
    const imageHref = (id: string) => images.get(id) ?? null
    const picture = pagePicture(roots, page.id, { ...material, imageHref, stamp })
    const named = { groupId: group.id, group: name, page: page.name, words: written }
    return { ...picture, ...named, svg: inOurLetters(picture.svg) }
  })
  doc.destroy()
  return drawn
}

/** A document that may leave, with what pictures of its pages are made of. The caller destroys `doc`. */
export function openForPictures(
  document: OutgoingDocument,
  withheld: Leaving['withheld'],
  language: WriteSettings['language'],
) {
  const doc = openSnapshot(document)
  const roots = rootsOf(doc)
  nameWithheld(roots, withheld, language)
  const artefacts = artefactsIn(roots)
  const material = {
    words: wordsIn(language),
    locale: language === 'de' ? 'de-DE' : 'en-GB',
    graph: trailGraph(artefacts.values(), roots),
    artefact: (id: string) => artefacts.get(id) ?? null,
    fontFamily: fontFamilies.map((family) => `'${family}'`).join(', '),
  }
  return { doc, roots, material }
}

/** Whether places on it say something: a 2×2, clusters. Then a picture tells more than a list. */
const isMap = ({ board }: Roots, page: OutlinePage): boolean =>
  fieldsOn(board, page.id).some(({ flow }) => flow === null) ||
  cardsOf(page).some(({ artefact }) => traitsOf(artefact.kind).holds !== undefined)

/** Whether nobody has put anything on a page yet. */
export const isBlank = (page: OutlinePage): boolean =>
  cardsOf(page).length === 0 &&
  page.drawn.length === 0 &&
  page.frames.every(({ drawn }) => drawn.length === 0)

/** An empty card would look like one in which nobody wrote. */
function nameWithheld(
  { artefacts }: Roots,
  withheld: Leaving['withheld'],
  language: WriteSettings['language'],
): void {
  for (const id of withheld.keys()) {
    const kind = artefacts.get(id)?.get('kind')
    if (!isKind(kind)) continue
    textOf(artefacts, id, kinds[kind].headline)?.insert(0, `[${withheldText(wordsIn(language), kind)}]`)
  }
}

function artefactsIn({ artefacts }: Roots): Map<string, Artefact> {
  const read = [...artefacts.keys()].flatMap((id) => readArtefact(artefacts, id) ?? [])
  return new Map(read.map((artefact) => [artefact.id, artefact]))
}

/** Every image that a text names, as a data URL. */
export async function imagesOf(text: string, asset: GroupMaterial['asset']): Promise<Map<string, string>> {
  const ids = new Set(text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [])
  const images = new Map<string, string>()
  let bytes = 0
  for (const id of ids) {
    const stored = await asset(id as AssetId)
    if (!stored || bytes + stored.sizeBytes > MAX_IMAGE_BYTES) continue
    bytes += stored.sizeBytes
    const whole = await wholeOf(stored.content())
    images.set(id, `data:${stored.mediaType};base64,${Buffer.from(whole).toString('base64')}`)
  }
  return images
}

/**
 * The same drawing with every letter as a shape, so that it looks the same where none of our fonts are; its words stand in
 * its description.
 */
export function outlined({ svg, page, words }: DrawnPage): string {
  const drawing = new Resvg(svg, {
    font: { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: fontFamilies[0] },
  }).toString()
  const said = words.map(escaped)
  // Titles of fields and words at axes; lines of cards stand in what is said already
  const labels = [...svg.matchAll(/>([^<>]+)<\/(?:text|tspan)>/g)]
    .map(([, label]) => label!.trim())
    .filter((label) => label !== '' && !said.some((text) => text.includes(label)))
  const about = `<title>${escaped(page)}</title><desc>${[...labels, ...said].join('\n')}</desc>`
  return drawing.replace(/(<svg[^>]*>)/, `$1${about}`)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string) => text.replace(/[&<>]/g, (mark) => entities[mark]!)
