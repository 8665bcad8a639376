import type { Meeting } from '#shared/agenda/meeting.ts'
import type { GroupId, MeetingId } from '#shared/base/ids.ts'
import type { Leaving } from '#shared/consent/leaving.ts'
import type { DossierChapter } from '#shared/kinds/chapters.ts'
import { csvOf } from '#shared/report/csv.ts'
import { deckOf, type Deck } from '#shared/report/deck.ts'
import { dossierTree } from '#shared/report/dossier.ts'
import { heldMeetings, minutesTree } from '#shared/report/minutes.ts'
import { reportOf } from '#shared/report/outline.ts'
import { participantsAmong, type Participant } from '#shared/report/participants.ts'
import { frontOf, resultsTree } from '#shared/report/results-tree.ts'
import { roadmapOf, roadmapTable, roadmapTree } from '#shared/report/roadmap.ts'
import { localTime } from '#shared/report/local-time.ts'
import type { Report } from '#shared/report/report.ts'
import { allTables, cardTable, listTables, type Table } from '#shared/report/table.ts'
import { paragraph, type DocumentTree } from '#shared/report/tree.ts'
import { wordsIn } from '#shared/report/words.ts'
import { archiveFiles } from './archive.ts'
import { cardPictures } from './card-pictures.ts'
import { leavingOf } from './leaving-of.ts'
import { drawnPages, type DrawnPage } from './page-pictures.ts'
import { drawnRoadmap, roadmapsOf } from './roadmap-drawing.ts'
import { bookOf } from './sheets/book.ts'
import { odsOf } from './sheets/ods.ts'
import { xlsxOf } from './sheets/xlsx.ts'
import { boardsTree, pagePictures, pictureFile, pictureFiles, picturesOfPage } from './write-pictures.ts'
import { writtenDocument, writtenSlides } from './written-document.ts'
import type { GroupMaterial, Material } from './material.ts'
import type { Pictures } from './pdf.ts'
import { clearedText, paragraphsOf } from './written-texts.ts'
import type { WriteSettings } from './write-settings.ts'
import { streamZip, type PendingFile } from './zip.ts'

const encoder = new TextEncoder()

function clearedMeeting(meeting: Meeting, clear: Leaving['clear']): Meeting {
  const { record } = meeting
  if (!record) return clear(meeting)
  const remarks = clearedText(record.remarks, clear)
  return {
    ...clear({ ...meeting, record: { ...record, remarks: '' } }),
    record: { ...clear(record), remarks },
  }
}

/** Formats for rows and columns. */
export const isTable = (format: WriteSettings['format']) =>
  format === 'xlsx' || format === 'ods' || format === 'csv'

type Wanted = Pick<WriteSettings, 'content' | 'format'> & { meetingId?: MeetingId | null }

const isPlenumAlone = ({ scope, groups }: Material) => scope === 'group' && groups[0]?.group.kind === 'plenum'

const concerns = ({ groupIds }: Meeting, id: GroupId) => groupIds === 'all' || groupIds.includes(id)

/** Whose members take part: of the plenum everybody's. */
const placeOf = ({ group }: GroupMaterial) => (group.kind === 'plenum' ? null : group.id)

/** What is beside, as if it were what is exported. */
const turnedAround = ({ workshop, groups, beside }: Material) => ({
  workshop,
  groups: beside.map((updates) => ({ updates })),
  beside: groups.map(({ updates }) => updates),
})

/** Everything that is made of what may leave; consent is asked once. */
export class Making {
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
    const beside = isPlenumAlone(material) ? leavingOf(turnedAround(material), language).documents : []
    // Before the report, which says whether anything was left out
    this.#clearAround(settings.content)
    this.report = reportOf(sources, this.#outgoing, { title, language, timeZone, exportedAt, beside })
  }

  /** What is many files goes out one after the other. */
  async written(wanted: Wanted, write: (bytes: Uint8Array) => void): Promise<void> {
    const files = await this.#files(wanted)
    if (files) await streamZip(files, this.#settings.exportedAt, write)
    else write(await this.file(wanted))
  }

  /** Null for what is one file. */
  async #files({ content, format }: Wanted): Promise<PendingFile[] | null> {
    if (content === 'archive') return this.archive()
    const isPictures = content === 'pictures' && (format === 'svg' || format === 'png')
    if (!isPictures || this.#settings.pageId !== null) return null
    const pages = await this.pages()
    return pages.length > 0 ? pictureFiles(pages, format) : [this.#noteOfNothing()]
  }

  /** An empty ZIP would look like a fault. */
  #noteOfNothing(): PendingFile {
    const { note, nothing } = wordsIn(this.#settings.language).documents.boards
    return { name: `${note}.txt`, make: () => `${nothing}\r\n` }
  }

  async file({ content, format }: Wanted): Promise<Uint8Array> {
    switch (content) {
      case 'tables':
      case 'lists':
        return this.#tables({ content, format })
      case 'roadmap':
        return isTable(format) ? this.#tables({ content, format }) : this.#text({ content, format })
      case 'pictures':
        return this.#pictures(format)
      case 'slides':
        return this.#slides(format)
      default:
        return this.#text({ content, format })
    }
  }

  #tables(wanted: Wanted): Uint8Array {
    const { format } = wanted
    const tables = this.tables(wanted)
    if (format === 'csv')
      return encoder.encode(csvOf(tables[0]!, this.#settings.language, this.report.notice))
    const book = bookOf(this.report, tables)
    return format === 'ods' ? odsOf(book) : xlsxOf(book)
  }

  /** In a text file all cards stand in one. */
  tables({ content, format }: Wanted): Table[] {
    const { withIds } = this.#settings
    if (content === 'roadmap') return [roadmapTable(this.report, roadmapOf(this.report))]
    if (content === 'lists') return listTables(this.report, { withIds, inOne: format === 'csv' })
    if (format === 'csv') return [cardTable(this.report, { withIds })]
    return allTables(this.report, { withIds })
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

  /** @param most as many as are wanted; without it all */
  async pages({ most, onlyMaps = false }: { most?: number; onlyMaps?: boolean } = {}): Promise<DrawnPage[]> {
    const { title } = this.#material.workshop
    const { pageId } = this.#settings
    const drawn: DrawnPage[] = []
    for (const [n, group] of this.#material.groups.entries()) {
      if (most !== undefined && drawn.length >= most) break
      const document = this.#outgoing.documents[n]!
      drawn.push(
        ...(await drawnPages(group, document, this.#outgoing, {
          ...this.#settings,
          ...{ title, onlyPage: pageId ?? undefined, withBlank: pageId !== null, onlyMaps },
          most: most === undefined ? undefined : most - drawn.length,
        })),
      )
    }
    return drawn
  }

  async #pictures(format: WriteSettings['format']): Promise<Uint8Array> {
    const pages = await this.pages()
    const [only] = this.#settings.pageId === null ? [] : pages
    if (only && (format === 'svg' || format === 'png')) return pictureFile(only, format)
    return this.#written({ tree: this.boards(pages), pictures: pagePictures(pages, 'pdf') }, format)
  }

  /** Boards as one document. */
  boards(pages: readonly DrawnPage[]): DocumentTree {
    const { workshop, documents } = wordsIn(this.#settings.language)
    const subtitle = workshop.exports.content.pictures
    const hasContents = pages.length > 0
    const boards = boardsTree({ ...frontOf(this.report), subtitle, hasContents, cover: null }, pages)
    return hasContents ? boards : { ...boards, blocks: [paragraph(documents.boards.nothing)] }
  }

  async #slides(format: WriteSettings['format']): Promise<Uint8Array> {
    const { deck, pictures } = await this.slides()
    return writtenSlides(deck, format, pictures, this.#means())
  }

  async slides(): Promise<{ deck: Deck; pictures: Pictures }> {
    const { files, nameOf } = await cardPictures(this.#material, this.report)
    return {
      deck: deckOf(this.report, { cardId: this.#settings.cardId, picture: nameOf }),
      pictures: files,
    }
  }

  async #text(wanted: Wanted): Promise<Uint8Array> {
    return this.#written(await this.text(wanted), wanted.format)
  }

  async text({ content, format, meetingId }: Wanted): Promise<{ tree: DocumentTree; pictures: Pictures }> {
    // Typst keeps the words in a drawing, word processors want pixels
    const extension = format === 'pdf' ? 'svg' : 'png'
    const { language } = this.#settings
    if (content === 'roadmap') {
      const roadmap = roadmapOf(this.report)
      const drawn = roadmap && drawnRoadmap(roadmap, language, extension)
      const tree = roadmapTree(this.report, roadmap, drawn?.picture ?? null)
      return { tree, pictures: format === 'markdown' ? new Map() : (drawn?.files() ?? new Map()) }
    }
    const pictures = await cardPictures(this.#material, this.report)
    const has = (chapter: DossierChapter) =>
      content === 'dossier' && this.#settings.chapters.includes(chapter)
    const maps = has('boards') ? await this.pages({ onlyMaps: true }) : []
    const planned = has('roadmap') ? roadmapsOf(this.report, extension) : []
    const boards = this.#material.groups.map(({ group }) =>
      maps.flatMap((page, n) => (page.groupId === group.id ? picturesOfPage(page, n, format) : [])),
    )
    const roadmaps = planned.map((drawn) => drawn?.picture ?? null)
    const tree =
      content === 'minutes'
        ? this.minutes(meetingId)
        : this.#tree(content, pictures.nameOf, { boards, roadmaps })
    const files = new Map([
      ...pictures.files,
      ...(format === 'markdown' ? [] : planned).flatMap((one) => [...(one?.files() ?? [])]),
      ...pagePictures(format === 'markdown' ? [] : maps, format),
    ])
    return { tree, pictures: files }
  }

  #written(
    { tree, pictures }: { tree: DocumentTree; pictures: Pictures },
    format: WriteSettings['format'],
  ): Promise<Uint8Array> {
    return writtenDocument(tree, format, pictures, this.#means())
  }

  #means() {
    const { house } = this.#material
    return { ...{ folder: this.#folder, house }, standard: this.#settings.pdfStandard }
  }

  #tree(
    content: WriteSettings['content'],
    picture: (assetId: string) => string | null,
    drawn: Pick<Parameters<typeof dossierTree>[1], 'boards' | 'roadmaps'>,
  ): DocumentTree {
    if (content === 'dossier') {
      const { chapters } = this.#settings
      const participants = this.#participants()
      return dossierTree(this.report, {
        ...{ chapters, participants, summaries: this.#summaries(), picture },
        ...drawn,
      })
    }
    return resultsTree(this.report, picture)
  }

  /** What stands in a document besides the groups and their cards. */
  #clearAround(content: WriteSettings['content']): void {
    if (content === 'dossier' || content === 'archive') this.#summaries()
    if (content === 'minutes' || content === 'archive')
      for (const meeting of this.#material.meetings) clearedMeeting(meeting, this.#outgoing.clear)
    if (content === 'dossier' || content === 'minutes' || content === 'archive') this.#participants()
  }

  #participants(): { ofGroups: Participant[][]; ofAll: Participant[] } {
    const { groups, scope, members } = this.#material
    const told = this.#outgoing.clear(members)
    const ofGroups = groups.map((group) => participantsAmong(told, placeOf(group)))
    return { ofGroups, ofAll: scope === 'group' ? ofGroups[0]! : participantsAmong(told, null) }
  }

  /** What people wrote, as far as it may leave. */
  #summaries(): Parameters<typeof dossierTree>[1]['summaries'] {
    const { groups, summaries, scope } = this.#material
    const of = (id: GroupId | null) => {
      const text = summaries.find(({ groupId }) => groupId === id)?.text ?? ''
      return paragraphsOf(clearedText(text, this.#outgoing.clear))
    }
    const ofGroups = groups.map(({ group }) => of(group.id))
    return { ofGroups, ofAll: scope === 'group' ? ofGroups[0]! : of(null) }
  }

  /** Of the groups that the meeting concerned, whatever else is exported. */
  minutes(wanted?: MeetingId | null): DocumentTree {
    const meetingId = wanted ?? this.#settings.meetingId
    const { meetings, groups } = this.#material
    const meeting = meetings.find(({ id }) => id === meetingId) ?? this.held().at(-1)?.meeting ?? null
    const isConcerned = ({ group }: GroupMaterial) => !meeting || concerns(meeting, group.id)
    const concerned = groups.filter(isConcerned)
    const { clear } = this.#outgoing
    const members = clear(this.#material.members)
    const participants = concerned.flatMap((group) => participantsAmong(members, placeOf(group)))
    const report = { ...this.report, groups: this.report.groups.filter((_, n) => isConcerned(groups[n]!)) }
    return minutesTree(report, {
      meeting: meeting && clearedMeeting(meeting, clear),
      histories: concerned.map(({ history }) => history),
      participants: [...new Set(participants)],
    })
  }

  /** Meetings of what is exported that there are minutes of, by when they were. */
  held(): ReturnType<typeof heldMeetings> {
    const { meetings, groups } = this.#material
    const { language, timeZone } = this.#settings
    const concerning = meetings.filter((meeting) => groups.some(({ group }) => concerns(meeting, group.id)))
    const histories = groups.map(({ history }) => history)
    return heldMeetings(concerning, histories, localTime(language, timeZone))
  }

  async archive(): Promise<PendingFile[]> {
    const file = (wanted: Wanted) => this.file(wanted)
    const { clear } = this.#outgoing
    const meetings = this.held().map(({ meeting: { id, title }, at }) => ({ id, title: clear(title), at }))
    const { ofAll: participants } = this.#participants()
    const records = { report: this.report, participants, meetings, pages: await this.pages() }
    return archiveFiles(this.#material, records, this.#settings, file)
  }
}
