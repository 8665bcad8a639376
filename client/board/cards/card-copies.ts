import type { Editor, TLContent, TLShape, TLShapeId } from 'tldraw'
import { isKind } from '#shared/kinds/index.ts'
import { newId, type ArtefactId } from '#shared/base/ids.ts'
import { createArtefact, headlineOf, type Artefact } from '#shared/document/artefacts.ts'
import type { CopyAssetRequest } from '#shared/protocol/api.ts'
import { signature } from '#client/artefacts/authorship-choice.ts'
import type { CardRoom } from './card-room.ts'
import type { CardShape } from './card-shape.ts'
import { phaseOf } from './card-placing.ts'

/** Keys in a copied shape's `meta` under which the clipboard carries the card's content to other rooms. */
export const CARRIED = 'werkraumArtefact'
/** … and in which group it lay (`CarriedFrom`), because its images lie there. */
export const CARRIED_FROM = 'werkraumGroup'
export type CarriedFrom = Pick<CopyAssetRequest, 'workshopId' | 'groupId'>

/** Key under which the first of several copied cards carries the words of all of them, a line each. */
const LINES = 'werkraumLines'

const isCard = (shape: TLShape): shape is CardShape => shape.type === 'card'

/**
 * Keeps the rule that a card which a person copies is a new artefact, however it was copied: duplicated, pasted (here
 * or in another room) or dragged with Alt. Cutting and pasting, or moving to another page, keeps the artefact.
 * Returns how to stop.
 */
export function followCardCopies(editor: Editor, room: CardRoom): () => void {
  /** Copies of the present gesture: when it is called off, they go without a trace. */
  const fresh = new Set<string>()
  const stop = [
    carryContentInClipboard(editor, room),
    editor.sideEffects.registerBeforeCreateHandler('shape', (shape, source) => {
      if (source !== 'user' || !isCard(shape)) return shape
      return withOwnArtefact(editor, room, shape, fresh)
    }),
    editor.sideEffects.registerAfterDeleteHandler('shape', (shape, source) => {
      if (source !== 'user' || !isCard(shape) || !fresh.delete(shape.props.artefactId)) return
      room.session.edit(({ artefacts }) => artefacts.delete(shape.props.artefactId))
    }),
    room.session.history.state.subscribe(() => fresh.clear()),
  ]
  return () => stop.forEach((end) => end())
}

function withOwnArtefact(editor: Editor, room: CardRoom, shape: CardShape, fresh: Set<string>): CardShape {
  const { [CARRIED]: carried, [CARRIED_FROM]: _from, [LINES]: _lines, ...meta } = shape.meta
  const { artefactId } = shape.props
  const here = room.session.artefacts.get(artefactId)
  if (here && !isPlaced(editor, artefactId, shape.id)) return { ...shape, meta }
  const source = here ?? (carried as unknown as Artefact | undefined)
  const copyId = source && isKind(source.kind) ? copyArtefact(editor, room, source) : null
  if (!copyId) return { ...shape, meta }
  fresh.add(copyId)
  return { ...shape, meta, props: { ...shape.props, artefactId: copyId } }
}

function isPlaced(editor: Editor, artefactId: string, except: TLShapeId): boolean {
  return editor.store.allRecords().some((record) => {
    return (
      record.typeName === 'shape' &&
      isCard(record) &&
      record.props.artefactId === artefactId &&
      record.id !== except
    )
  })
}

/**
 * The words are copied, not who said them: whoever makes a copy answers for it. Links go along, because a copy rests
 * on the same ground, and what is confidential stays so.
 */
function copyArtefact(editor: Editor, room: CardRoom, source: Artefact): ArtefactId | null {
  const { session } = room
  const authorship = signature(session)
  if (!authorship) return null
  const createdAt = session.serverNow()
  const id = newId<ArtefactId>(createdAt)
  session.edit(({ artefacts }) => {
    const links = source.links.filter(({ to }) => artefacts.has(to))
    const { kind, fields, tags, clearance } = source
    createArtefact(artefacts, {
      id,
      kind,
      fields,
      tags,
      links,
      clearance,
      phase: phaseOf(editor, session),
      createdAt,
      authorship,
    })
  })
  return id
}

/** tldraw copies shapes; ours are hollow without their artefact. */
function carryContentInClipboard(editor: Editor, { session }: CardRoom): () => void {
  const original = editor.getContentFromCurrentPage.bind(editor)
  const resolve = editor.resolveAssetsInContent.bind(editor)
  const artefactOf = (shape: TLShape) =>
    isCard(shape) ? session.artefacts.get(shape.props.artefactId) : null
  editor.getContentFromCurrentPage = (shapes): TLContent | undefined => {
    const content = original(shapes)
    if (!content) return undefined
    const lines = inReadingOrder(editor, content.shapes).flatMap((shape) => {
      const artefact = artefactOf(shape)
      return artefact ? headlineOf(artefact).replace(/\s+/g, ' ').trim() || [] : []
    })
    const first = content.shapes.find((shape) => artefactOf(shape))
    const withContent = (shape: TLShape): TLShape => {
      const artefact = artefactOf(shape)
      if (!artefact) return shape
      const { workshopId, groupId } = session
      const carried = {
        [CARRIED]: structuredClone(artefact) as never,
        [CARRIED_FROM]: { workshopId, groupId } satisfies CarriedFrom,
      }
      return {
        ...shape,
        meta: { ...shape.meta, ...carried, ...(shape === first && { [LINES]: lines.join('\n') }) },
      }
    }
    return { ...content, shapes: content.shapes.map(withContent) }
  }
  // Pictures go by their address: the server copies them, and megabytes of bytes are no use on a clipboard
  editor.resolveAssetsInContent = (content) => Promise.resolve(content)
  return () => {
    editor.getContentFromCurrentPage = original
    editor.resolveAssetsInContent = resolve
  }
}

function inReadingOrder(editor: Editor, shapes: readonly TLShape[]): TLShape[] {
  const placed = shapes.map((shape) => ({ shape, box: editor.getShapePageBounds(shape.id) }))
  placed.sort((a, b) => (a.box?.y ?? 0) - (b.box?.y ?? 0) || (a.box?.x ?? 0) - (b.box?.x ?? 0))
  return placed.map(({ shape }) => shape)
}

/**
 * What a card puts on the clipboard as plain text for other programs, which join what shapes say by spaces: the first
 * speaks for all, so that several cards are lines. Undefined for a card that is not just being copied.
 */
export function copiedWords({ meta }: TLShape): { words: string | undefined } | null {
  if (!(CARRIED in meta)) return null
  return { words: typeof meta[LINES] === 'string' ? meta[LINES] : undefined }
}
