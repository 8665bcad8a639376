import { groupKinds } from '../workshop/group-kinds.ts'
import { z } from 'zod'
import { clearances } from '../document/clearance.ts'
import { formerFinal, statuses } from '../document/authorship.ts'
import { linkTypes } from '../evidence/links.ts'
import {
  isId,
  type ArtefactId,
  type AssetId,
  type CommentId,
  type GroupId,
  type MemberId,
  type WorkshopId,
} from '../base/ids.ts'
import { imageTypes } from '../base/image-types.ts'
import { limits } from '../base/limits.ts'
import { isVisible, nameable, withoutControls } from '../base/visible-text.ts'
import { boardTypeNames, recordFault, withPlainWords, type BoardRecord } from '../document/board-record.ts'
import { timeMs } from '../facilitation/fields.ts'
import { isOrder } from '../document/items.ts'
import { copyOfSchema } from '../workshop/copy-of.ts'
import { phases } from '../workshop/phases.ts'
import { organisationKinds, roles } from '../workshop/roles.ts'
import { historySchema } from './facilitation-history.ts'

/**
 * The workshop as a JSON file: everything people made, in words that other programs can read. Explained in
 * `docs/export-format.md`, published as `docs/schema/workshop-v1.json`.
 *
 * `schemaVersion` rises when a reader of the former version would lose or misread something. Times are milliseconds
 * since the Unix epoch. Ids of artefacts, pages and shapes are unique within a group only.
 */
export const SCHEMA_VERSION = 1
export const FILE_FORMAT = 'werkraum-workshop'

const id = <T extends string>() => z.string().refine(isId, 'not an id') as unknown as z.ZodType<T>
const key = z.string().min(1).max(200)
const text = z.string().max(limits.maxTranscriptChars)
/** What people are shown of a name: it is one line among others, whoever wrote the file. */
const name = (maxChars: number) => z.string().max(maxChars).overwrite(nameable)

/** A record inside a card, in the order of `order`. */
const item = z.object({
  id: z.string().refine(isId, 'not an id'),
  order: z.string().refine(isOrder, 'not an order'),
  place: z.tuple([z.number(), z.number()]).optional(),
  cell: key.optional(),
  fields: z.record(key, z.union([text, z.number(), z.null()])),
})

const fieldValue = z.union([
  text,
  z.number(),
  z.null(),
  z.object({
    interviewId: key,
    start: z.number(),
    end: z.number(),
    // The correction of the transcript that the quote was taken from
    revision: key.optional(),
  }),
  z.array(item).max(limits.maxItems).refine(uniqueIds, 'item twice'),
])
const storedValue = z.union([
  z.object({ text }),
  z.object({ words: z.array(key) }),
  z.object({
    records: z.record(key, z.record(key, z.union([z.object({ text }), z.object({ value: z.json() })]))),
  }),
  z.object({ value: z.json() }),
])

/** Parsing drops what is stored beside the promise, so that an anonymous card stays anonymous. */
const authorshipSchema = z.discriminatedUnion('as', [
  z.object({
    as: z.literal('named'),
    memberId: id<MemberId>(),
    name: name(limits.maxNameChars),
    organisation: name(limits.maxOrganisationChars),
  }),
  z.object({ as: z.literal('organisation'), organisation: name(limits.maxOrganisationChars) }),
  z.object({ as: z.literal('anonymous') }),
])

const count = z.number().int().nonnegative()

/** Of a card that a group brought into the plenum: that card, what stood behind it, and a fingerprint of what it said. */
const home = z.object({
  groupId: id<GroupId>(),
  artefactId: id<ArtefactId>(),
  behind: z.object({ pieces: count, interviews: count, municipalities: count, against: count }).optional(),
  said: key.optional(),
})

const artefact = z.object({
  id: key,
  kind: z.string().min(1).max(60),
  phase: z.enum(phases),
  status: z
    .enum([...statuses, formerFinal])
    .transform((stored) => (stored === formerFinal ? 'final' : stored)),
  createdAt: timeMs,
  authorship: authorshipSchema,
  fields: z.record(key, fieldValue),
  formerFields: z.record(key, storedValue),
  tags: z.array(key).max(limits.maxEntriesPerMap),
  links: z
    .array(z.object({ type: z.enum(linkTypes), to: key as unknown as z.ZodType<ArtefactId> }))
    // Of a card without its content, one more says what it was taken from
    .max(limits.maxEntriesPerMap + 1),
  clearance: z.enum(clearances).optional(),
  home: home.optional(),
})

/** What somebody said about a card. `mentions` are ids of members and groups, `parent` is the comment it answers. */
const comment = z.object({
  id: id<CommentId>(),
  artefactId: id<ArtefactId>(),
  text: z.string().max(limits.maxCommentChars),
  author: z.object({
    memberId: id<MemberId>(),
    name: name(limits.maxNameChars),
    organisation: name(limits.maxOrganisationChars),
  }),
  createdAt: timeMs,
  parent: id<CommentId>().nullable(),
  mentions: z.array(id<string>()).max(limits.maxMentions),
  done: z.object({ at: timeMs, by: id<MemberId>() }).nullable(),
})

/** One record of tldraw's format (3.15). Our own shape `card` places an artefact by `props.artefactId`. */
const boardRecord = (z.looseObject({ id: key, typeName: z.enum(boardTypeNames) }) as z.ZodType<BoardRecord>)
  .refine((record) => recordFault(record.id, record) === null, 'not a sound board record')
  .overwrite(withPlainWords)

const unreadable = z.object({
  root: z.enum(['artefacts', 'board', 'comments']),
  id: z.string(),
  reason: z.string(),
})

const documentSchema = z.object({
  schema: z.number().int().positive(),
  createdAt: timeMs,
  artefacts: z.array(artefact).refine(uniqueIds, 'artefact twice'),
  board: z
    .array(boardRecord)
    .refine(uniqueIds, 'board record twice')
    .refine((records) => records.some((record) => record.typeName === 'page'), 'a board needs a page'),
  comments: z.array(comment).refine(uniqueIds, 'comment twice'),
  /** Entries the export had to leave out; for information. */
  unreadable: z.array(unreadable),
})

const asset = z.object({
  id: id<AssetId>(),
  mediaType: z.enum(imageTypes),
  createdAt: timeMs,
  /** Base64 of the file. */
  data: z.string().max(Math.ceil((limits.maxImageBytes * 4) / 3) + 4),
})

/** What people wrote as the summary of the dossier; paragraphs by empty lines. */
const summary = z.string().min(1).max(limits.maxSummaryChars).overwrite(withoutControls).optional()

const group = z.object({
  id: id<GroupId>(),
  kind: z.enum(groupKinds),
  name: name(limits.maxTitleChars).min(1).refine(isVisible),
  position: z.number().int().nonnegative(),
  /** The phase the room is in; follows from `history`, for readers who do not replay it. */
  phase: z.enum(phases),
  summary,
  document: documentSchema,
  history: historySchema,
  assets: z.array(asset).refine(uniqueIds, 'image twice'),
  /** Names of saved versions; their states are not part of the file. */
  versions: z.array(
    z.object({
      name: z.string(),
      createdAt: timeMs,
      reason: z.enum(['manual', 'phase', 'restore', 'removal']),
    }),
  ),
})

const member = z.object({
  id: id<MemberId>(),
  name: name(limits.maxNameChars).min(1),
  organisation: name(limits.maxOrganisationChars),
  organisationKind: z.enum(organisationKinds),
  role: z.enum(roles),
})

export const workshopFileSchema = z.object({
  format: z.literal(FILE_FORMAT),
  schemaVersion: z.literal(SCHEMA_VERSION),
  exportedAt: timeMs,
  /** What the file holds: the whole workshop or one group, all quotes or released ones only. */
  contents: z.object({
    scope: z.enum(['workshop', 'group']),
    quotes: z.enum(['all', 'released']),
    withheldQuotes: z.number().int().nonnegative(),
    /** Whether anything is missing: withheld now, or when the file was written that the workshop is a copy of. */
    isReduced: z.boolean().optional(),
  }),
  workshop: z.object({
    id: id<WorkshopId>(),
    title: name(limits.maxTitleChars).min(1).refine(isVisible),
    language: z.enum(['de', 'en']),
    createdAt: timeMs,
    /** Absent: the workshop was not made of a file. */
    copyOf: copyOfSchema.optional(),
    summary,
  }),
  /** Only people whom a card, a comment or an event names. */
  members: z.array(member).max(limits.maxFileMembers).refine(uniqueIds, 'member twice'),
  groups: z
    .array(group)
    .min(1)
    .max(limits.maxGroupsKept)
    .refine(uniqueIds, 'group twice')
    .refine((groups) => groups.filter(({ kind }) => kind === 'plenum').length <= 1, 'more than one plenum'),
})

export type WorkshopFile = z.infer<typeof workshopFileSchema>
export type FileGroup = WorkshopFile['groups'][number]
export type FileMember = WorkshopFile['members'][number]

function uniqueIds(items: readonly { id: string }[]): boolean {
  return new Set(items.map((item) => item.id)).size === items.length
}

/** What identifies a file and its version, before anything else is looked at. */
export const fileHeaderSchema = z.object({ format: z.literal(FILE_FORMAT), schemaVersion: z.number() })
