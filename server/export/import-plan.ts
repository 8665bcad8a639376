import { cutBetweenCharacters } from '#shared/base/visible-text.ts'
import type { CopyOf } from '#shared/workshop/copy-of.ts'
import type { GroupKind } from '#shared/workshop/group-kinds.ts'
import type { ZodError } from 'zod'
import { newId, type AssetId, type GroupId, type WorkshopId } from '#shared/base/ids.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import { limits } from '#shared/base/limits.ts'
import { wordsIn } from '#shared/report/words.ts'
import type { StoredEnvelope } from '#shared/facilitation/events.ts'
import { documentFromSnapshot } from '#shared/document/snapshot-document.ts'
import {
  fileHeaderSchema,
  SCHEMA_VERSION,
  workshopFileSchema,
  type FileGroup,
  type FileMember,
  type WorkshopFile,
} from '#shared/report/workshop-file.ts'
import type { ImageType } from '#shared/base/image-types.ts'
import { cleanImage } from '#server/images/clean-image.ts'
import { excessIn } from './file-bounds.ts'
import { tooManyImages, type ImportRefusal } from './import-refusal.ts'
import { Renaming } from './renaming.ts'

/** What an import will store, checked and under fresh ids. Travels out of the process that made it. */
export interface ImportPlan {
  workshopId: WorkshopId
  title: string
  copyOf: CopyOf
  language: 'de' | 'en'
  /** Of all together; empty: nobody wrote one. */
  summary: string
  members: FileMember[]
  groups: PlannedGroup[]
}

export interface PlannedGroup {
  id: GroupId
  kind: GroupKind
  name: string
  position: number
  /** Empty: nobody wrote one. */
  summary: string
  /** Yjs update for an empty document. */
  document: Uint8Array
  history: StoredEnvelope[]
  assets: PlannedAsset[]
}

interface PlannedAsset {
  id: AssetId
  mediaType: ImageType
  sizeBytes: number
  createdAt: number
  /** The bytes themselves where they stood in the text, else the file they lie in. */
  content: readonly Uint8Array[] | { file: string }
}

/** Images that were taken out of the text, which has their numbers instead. */
interface ImageFiles {
  /** One image is in memory, because it is cleaned (`server/images/clean-image.ts`). */
  read(number: string): Buffer
  /** Answers the path under which these bytes are kept. */
  keep(pieces: readonly Buffer[]): string
}

/**
 * Reads and checks a whole file before anything is stored. Runs in a process of its own.
 * @param images null where they stand in the text
 */
export function planImport(
  bytes: Uint8Array,
  images: ImageFiles | null = null,
): Result<ImportPlan, ImportRefusal> {
  const json = parseJson(bytes)
  if (!json.ok) return json
  const header = fileHeaderSchema.safeParse(json.value)
  if (!header.success) return unreadable('not a Werkraum file')
  if (header.data.schemaVersion > SCHEMA_VERSION) {
    return refused({ code: 'import_too_new', detail: `schema ${header.data.schemaVersion}` })
  }
  const file = workshopFileSchema.safeParse(json.value)
  if (!file.success) return unreadable(placeOf(file.error))
  return planFrom(file.data, images)
}

function parseJson(bytes: Uint8Array): Result<unknown, ImportRefusal> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return isHarmless(value) ? accepted(value) : unreadable('reserved key, or nested too deep')
  } catch (error) {
    // The parser's own message quotes the file.
    return unreadable(error instanceof Error ? error.name : 'not JSON')
  }
}

const MAX_DEPTH = 32

/** Walks without recursion: depth is what an attacker would use against everything that comes after. */
function isHarmless(root: unknown): boolean {
  const open: [value: unknown, depth: number][] = [[root, 0]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth] = next
    if (typeof value !== 'object' || value === null) continue
    if (depth >= MAX_DEPTH || Object.hasOwn(value, '__proto__')) return false
    for (const inner of Object.values(value)) open.push([inner, depth + 1])
  }
  return true
}

function planFrom(file: WorkshopFile, images: ImageFiles | null): Result<ImportPlan, ImportRefusal> {
  const workshopId = newId<WorkshopId>()
  const renaming = new Renaming(workshopId)
  const groups: PlannedGroup[] = []
  // Comments may call a group that comes later in the file
  for (const { id } of file.groups) renaming.group(id)
  for (const group of file.groups) {
    const excess = excessIn(group.document)
    if (excess) return refused(excess)
    const planned = planGroup(group, renaming, images)
    if (!planned) return unreadable('an image is not what it says')
    groups.push(planned)
    if (planned.document.length > limits.maxDocumentBytes)
      return refused({ code: 'room_full', detail: 'more in a group than a room may hold' })
    if (isCrowded(groups)) return refused(tooManyImages)
  }
  const { language, summary = '' } = file.workshop
  const copyOf = copyOfIn(file)
  const title = titleOf(file)
  const members = file.members.map((member) => ({ ...member, id: renaming.member(member.id) }))
  return accepted({ workshopId, title, copyOf, language, summary, members, groups })
}

/** What no group and no workshop could have uploaded: a file of a gigabyte has space for millions of tiny ones. */
function isCrowded(groups: readonly PlannedGroup[]): boolean {
  const { assets } = groups.at(-1)!
  const all = groups.flatMap((group) => group.assets)
  const bytes = (of: readonly PlannedAsset[]) => of.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  return (
    assets.length > limits.maxImagesPerGroup ||
    bytes(assets) > limits.maxImageBytesPerGroup ||
    all.length > limits.maxImagesPerWorkshop ||
    bytes(all) > limits.maxImageBytesPerWorkshop
  )
}

/** What was left out of a file is missing in the workshop made of it, and in every file of that one: it says so. */
function titleOf({ workshop: { title, language }, contents }: WorkshopFile): string {
  const behind = ` (${wordsIn(language).results.fileName.reduced})`
  if (contents.quotes === 'all' || title.endsWith(behind)) return title
  return `${cutBetweenCharacters(title, limits.maxTitleChars - behind.length)}${behind}`
}

/** Files of earlier versions say by their quotes alone whether anything is missing. */
function copyOfIn({ workshop: { title, copyOf }, exportedAt, contents }: WorkshopFile): CopyOf {
  const { scope, quotes, isReduced = false } = contents
  const lacksNow = quotes === 'released' || isReduced
  return { title, exportedAt, scope, isReduced: lacksNow || copyOf?.isReduced === true }
}

function planGroup(
  { kind, name, position, summary = '', ...group }: FileGroup,
  renaming: Renaming,
  images: ImageFiles | null,
): PlannedGroup | null {
  const id = renaming.group(group.id)
  const assets: PlannedGroup['assets'] = []
  for (const { id: formerId, createdAt, mediaType, data } of group.assets) {
    // Enough to be refused
    if (assets.length > limits.maxImagesPerGroup) break
    const image = cleanImage(images ? images.read(data) : Buffer.from(data, 'base64'))
    if (image.ok && image.value.mediaType !== mediaType) return null
    if (!image.ok && image.refusal === 'image_type_unsupported') return null
    // What no browser can draw does not keep a whole workshop from being restored
    if (!image.ok) continue
    const { sizeBytes, pieces } = image.value
    const content = images ? { file: images.keep(pieces) } : pieces
    assets.push({ id: renaming.asset(formerId, id), createdAt, mediaType, sizeBytes, content })
  }
  const document = documentFromSnapshot(renaming.document(group.document))
  const history = group.history.map((entry) => ({ ...entry, by: renaming.member(entry.by) }))
  return { id, kind, name, position, summary, document, history, assets }
}

/** Path of the first thing that is wrong, e.g. "groups.0.document.board.12"; keys only, no values. */
function placeOf({ issues }: ZodError): string {
  const [first] = issues
  return first ? `${first.path.slice(0, 6).map(String).join('.')}: ${first.code}` : 'unknown'
}

const unreadable = (detail: string) => refused<ImportRefusal>({ code: 'import_unreadable', detail })
