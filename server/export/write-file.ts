import type { Meeting } from '#shared/agenda/meeting.ts'
import type { Leaving } from '#shared/consent/leaving.ts'
import { csvOf } from '#shared/report/csv.ts'
import { deckOf } from '#shared/report/deck.ts'
import { dossierTree } from '#shared/report/dossier.ts'
import { latestHeld, minutesTree } from '#shared/report/minutes.ts'
import { reportOf } from '#shared/report/outline.ts'
import { participantsAmong, type Participant } from '#shared/report/participants.ts'
import { frontOf, resultsTree } from '#shared/report/results-tree.ts'
import type { Report } from '#shared/report/report.ts'
import { cardTable } from '#shared/report/table.ts'
import type { DocumentTree } from '#shared/report/tree.ts'
import { wordsIn } from '#shared/report/words.ts'
import { archiveFiles } from './archive.ts'
import { cardPictures } from './card-pictures.ts'
import { leavingOf } from './leaving-of.ts'
import type { GroupMaterial, Material } from './material.ts'
import { drawnPages, type DrawnPage } from './page-pictures.ts'
import { bookOf } from './sheets/book.ts'
import { odsOf } from './sheets/ods.ts'
import { xlsxOf } from './sheets/xlsx.ts'
import { writeJson } from './write-json.ts'
import { boardsTree, pagePictures, pictureFile, pictureFiles, pictureOfPage } from './write-pictures.ts'
import type { Written, WriteSettings } from './write-settings.ts'
import { writtenDocument, writtenSlides } from './written-document.ts'
import type { Pictures } from './pdf.ts'
import { streamZip, type PendingFile } from './zip.ts'

/** Where a file goes. */
interface Target {
  write: (bytes: Uint8Array) => void
  /** For what has to lie on the disk meanwhile. */
  folder: string
}

const encoder = new TextEncoder()

/** Writes one file, piece by piece where a format allows it. Null, with nothing written, where its page is gone. */
export async function writeFile(
  material: Material,
  settings: WriteSettings,
  target: Target,
): Promise<Written | null> {
  if (settings.content === 'data') {
    const titles = await writeJson(material, settings, (text) => target.write(encoder.encode(text)))
    return { isReduced: settings.quotes === 'released', titles }
  }
  const making = new Making(material, settings, target.folder)
  if (settings.content === 'pictures' && !making.hasPage(settings.pageId)) return null
  await making.written(settings, target.write)
  const { title, groups, notice } = making.report
  const names = material.scope === 'group' ? groups.map(({ name }) => name) : []
  const page = settings.pageId === null ? [] : [making.nameOfPage(settings.pageId)]
  return { isReduced: notice !== null, titles: [title, ...names, ...page] }
}

/** Remarks paragraph by paragraph, so that one that repeats what is withheld does not take the others along. */
function clearedMeeting(meeting: Meeting, clear: Leaving['clear']): Meeting {
  const { record } = meeting
  if (!record) return clear(meeting)
  const remarks = clear(record.remarks.split(/\n{2,}/u)).join('\n\n')
  return {
    ...clear({ ...meeting, record: { ...record, remarks: '' } }),
    record: { ...clear(record), remarks },
  }
}

/** The minutes of a meeting as a document that knows no format, of the groups that it concerned. */
export function minutesOf(whole: Material, settings: WriteSettings): DocumentTree {
  const meeting = whole.meetings.find(({ id }) => id === settings.meetingId)
  const concerns = ({ group }: GroupMaterial) =>
    !meeting || meeting.groupIds === 'all' || meeting.groupIds.includes(group.id)
  const groups = whole.groups.filter(concerns)
  const beside = whole.groups.filter((group) => !groups.includes(group)).map(({ updates }) => updates)
  const material: Material = { ...whole, groups, beside: [...whole.beside, ...beside] }
  const members = groups.flatMap(({ group }) =>
    participantsAmong(material.members, group.kind === 'plenum' ? null : group.id),
  )
  return new Making(material, settings, '').minutes([...new Set(members)])
}

type Wanted = Pick<WriteSettings, 'content' | 'format'>

/** Everything that is made of what may leave; consent is asked once. */
class Making {
  readonly report: Report
  readonly #outgoing: Leaving
  readonly #material: Material
  readonly #settings: WriteSettings
  readonly #folder: string

  constructor(material: Material, settings: WriteSettings, folder: string) {
    this.#material = material
    this.#settings = settings
    this.#folder = folder
    this.#outgoing = leavingOf(material, settings.language)
    const { language, timeZone, exportedAt } = settings
    const sources = material.groups.map(({ group, history }, n) => ({
      name: group.name,
      kind: group.kind,
      document: this.#outgoing.documents[n]!,
      history,
    }))
    const { title } = material.workshop
    this.report = reportOf(sources, this.#outgoing, { title, language, timeZone, exportedAt })
  }

  /** What is many files goes out one after the other. */
  async written(wanted: Wanted, write: Target['write']): Promise<void> {
    const files = await this.#files(wanted)
    if (files) await streamZip(files, this.#settings.exportedAt, write)
    else write(await this.file(wanted))
  }

  /** Null for what is one file. */
  async #files({ content, format }: Wanted): Promise<PendingFile[] | null> {
    if (content === 'archive') return this.#archive()
    const isPictures = content === 'pictures' && (format === 'svg' || format === 'png')
    return isPictures && this.#settings.pageId === null ? pictureFiles(await this.#pages(), format) : null
  }

  async file({ content, format }: Wanted): Promise<Uint8Array> {
    switch (content) {
      case 'tables':
        return this.#tables(format)
      case 'pictures':
        return this.#pictures(format)
      case 'slides':
        return this.#slides(format)
      default:
        return this.#text({ content, format })
    }
  }

  #tables(format: WriteSettings['format']): Uint8Array {
    const { language, withIds } = this.#settings
    if (format === 'csv')
      return encoder.encode(csvOf(cardTable(this.report, { withIds }), language, this.report.notice))
    const book = bookOf(this.report, { withIds })
    return format === 'ods' ? odsOf(book) : xlsxOf(book)
  }

  /** @param pageId null: any */
  hasPage(pageId: string | null): boolean {
    return pageId === null || this.#recordOf(pageId)?.['typeName'] === 'page'
  }

  /** As it may be said outside. */
  nameOfPage(pageId: string): string {
    const name = this.#recordOf(pageId)?.['name']
    return typeof name === 'string' ? name : ''
  }

  #recordOf(pageId: string) {
    return this.#outgoing.documents.flatMap(({ board }) => board).find(({ id }) => id === pageId)
  }

  async #pages(): Promise<DrawnPage[]> {
    const { title } = this.#material.workshop
    const { pageId } = this.#settings
    const drawn: DrawnPage[] = []
    for (const [n, group] of this.#material.groups.entries()) {
      const document = this.#outgoing.documents[n]!
      drawn.push(
        ...(await drawnPages(group, document, this.#outgoing, {
          ...this.#settings,
          ...{ title, onlyPage: pageId ?? undefined, withBlank: pageId !== null },
        })),
      )
    }
    return drawn
  }

  async #pictures(format: WriteSettings['format']): Promise<Uint8Array> {
    const pages = await this.#pages()
    const [only] = this.#settings.pageId === null ? [] : pages
    if (only && (format === 'svg' || format === 'png')) return pictureFile(only, format)
    const texts = wordsIn(this.#settings.language).workshop.exports.content
    const front = { ...frontOf(this.report), subtitle: texts.pictures, hasContents: true, cover: null }
    return this.#written(boardsTree(front, pages), format, pagePictures(pages, 'svg'))
  }

  async #slides(format: WriteSettings['format']): Promise<Uint8Array> {
    const { files, nameOf } = await cardPictures(this.#material, this.report)
    const deck = deckOf(this.report, { cardId: this.#settings.cardId, picture: nameOf })
    const { house } = this.#material
    return writtenSlides(deck, format, files, {
      ...{ folder: this.#folder, house },
      standard: this.#settings.pdfStandard,
    })
  }

  async #text({ content, format }: Wanted): Promise<Uint8Array> {
    const pictures = await cardPictures(this.#material, this.report)
    const maps = content === 'dossier' ? (await this.#pages()).filter(({ isMap }) => isMap) : []
    // Typst keeps the words in a drawing, word processors want pixels
    const extension = format === 'pdf' ? 'svg' : 'png'
    const boards = maps.map((page, n) => ({ group: page.group, picture: pictureOfPage(page, n, extension) }))
    const tree = this.#tree(content, pictures.nameOf, boards)
    const files = new Map([...pictures.files, ...pagePictures(format === 'markdown' ? [] : maps, extension)])
    return this.#written(tree, format, files)
  }

  #written(tree: DocumentTree, format: WriteSettings['format'], pictures: Pictures): Promise<Uint8Array> {
    const { house } = this.#material
    return writtenDocument(tree, format, pictures, {
      ...{ folder: this.#folder, house },
      standard: this.#settings.pdfStandard,
    })
  }

  #tree(
    content: WriteSettings['content'],
    picture: (assetId: string) => string | null,
    boards: Parameters<typeof dossierTree>[1]['boards'],
  ): DocumentTree {
    const { groups, scope } = this.#material
    const members = this.#outgoing.clear(this.#material.members)
    const groupIds = groups.map(({ group }) => (group.kind === 'plenum' ? null : group.id))
    const ofGroups = groupIds.map((id) => participantsAmong(members, id))
    const ofAll = scope === 'group' ? ofGroups[0]! : participantsAmong(members, null)
    if (content === 'dossier') {
      const { chapters } = this.#settings
      return dossierTree(this.report, { chapters, participants: { ofGroups, ofAll }, picture, boards })
    }
    if (content === 'minutes') return this.minutes(ofAll)
    return resultsTree(this.report, picture)
  }

  minutes(participants: readonly Participant[]): DocumentTree {
    const { meetings, groups } = this.#material
    const { meetingId } = this.#settings
    const histories = groups.map(({ history }) => history)
    const meeting = meetings.find(({ id }) => id === meetingId) ?? latestHeld(meetings, histories)
    const { clear } = this.#outgoing
    return minutesTree(this.report, {
      meeting: meeting && clearedMeeting(meeting, clear),
      histories,
      participants: clear(participants),
    })
  }

  async #archive(): Promise<PendingFile[]> {
    const file = (wanted: Wanted) => this.file(wanted)
    const material = { ...this.#material, members: this.#outgoing.clear(this.#material.members) }
    return archiveFiles(material, this.report, this.#settings, file, await this.#pages())
  }
}
