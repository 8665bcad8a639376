import * as Y from 'yjs'
import type { MemberId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import type { ClientBindings } from './client-bindings.ts'
import { walkDependencies, type Walked } from './dependency-walk.ts'
import { indexAt, Places } from './places.ts'
import { TakenAway, type Removed } from './taken-away.ts'
import { scanUpdate, type ScannedUpdate, type StructRun } from './update-scan.ts'

/** What an admitted update will do. */
export interface AdmittedUpdate {
  /** What is to be applied: without halves of structs whose beginning the document knows. */
  update: Uint8Array
  /** Nothing in it that the document does not know already: needs no right to write. */
  changesNothing: boolean
  /** What it takes away. */
  removed: Removed
  /** Client ids that it has new structs of, and the clock of each once it is applied. */
  writers: number[]
  ends: number[]
  /** Client ids that write for the first time and are this member's from now on. */
  newClients: number[]
}

/**
 * Decides whether an update may be given to Yjs, without touching the document. Invariants (cited by the tests):
 * 1. What is refused leaves no trace: no struct, no pending struct, no pending deletion.
 * 2. What is admitted is applied completely: every dependency is in the document or stands before its dependant; and
 *    nothing in it stands so deep that Yjs could not clear it away.
 * 3. New structs carry client ids of this very member, or ids nobody ever used.
 * 4. Who may not write costs no more than reading what they sent: whatever is new in it is refused first, and of those
 *    who may comment whatever is more than comments.
 * 5. Every new struct can stand where it says, and Yjs finds that place without walking far (`Places`). Of a struct whose
 *    beginning is known the rest stands behind that beginning, whatever the update says of it.
 * 6. Structs and deletions already known are welcome from anybody: an offline replica sends all it has.
 */
export function admitUpdate(
  update: Uint8Array,
  doc: Y.Doc,
  memberId: MemberId,
  bindings: ClientBindings,
  writing: ErrorCode | null = null,
  mayComment = false,
): Result<AdmittedUpdate, ErrorCode> {
  const scan = scanUpdate(update)
  if (!scan) return refused('update_malformed')
  const fresh = scan.runs.filter((run) => run.end > stateOf(doc, run.client))
  const structs = fresh.reduce((sum, { clocks }) => sum + clocks.length, 0)
  const mostWritten = mayComment ? limits.maxStructsOfComments : 0
  if (writing && structs > mostWritten) return refused(writing)
  if (structs > limits.maxStructsPerUpdate) return refused('update_too_large')
  if (fresh.length > limits.maxClientsPerUpdate) return refused('update_too_large')
  if (fresh.some((run) => cutsInto(run, stateOf(doc, run.client))))
    return admitUpdate(
      Y.diffUpdate(update, Y.encodeStateVector(doc)),
      doc,
      memberId,
      bindings,
      writing,
      mayComment,
    )
  const newClients: number[] = []
  for (const { client } of fresh) {
    const holder = bindings.holderOf(client)
    if (holder === null && stateOf(doc, client) === 0) newClients.push(client)
    else if (holder !== memberId) return refused('update_foreign_client')
  }
  const walked = walk(scan, fresh, doc, new Places(doc, update, structs))
  if (walked !== 'complete') return refused(refusals[walked])
  const taken = new TakenAway(doc)
  taken.delete(scan.deletes)
  if (taken.items > limits.maxDeletedItemsPerUpdate || taken.ranges > limits.maxDeleteRangesPerUpdate) {
    return refused('update_too_large')
  }
  if (writing && !mayComment && taken.items > 0) return refused(writing)
  taken.write(update, fresh)
  const changesNothing = fresh.length === 0 && taken.items === 0
  const writers = fresh.map(({ client }) => client)
  const ends = fresh.map(({ end }) => end)
  return accepted({
    update,
    changesNothing,
    removed: taken.removed,
    writers,
    ends,
    newClients,
  })
}

const refusals = {
  incomplete: 'update_incomplete',
  tooDeep: 'update_malformed',
  contradictory: 'update_malformed',
  tooFar: 'update_too_large',
} as const

/** Whether a struct begins in what the document knows and ends in what it does not. */
function cutsInto({ start, clocks }: StructRun, known: number): boolean {
  return start < known && clocks[indexAt(clocks, known)]! < known
}

const stateOf = (doc: Y.Doc, client: number) => Y.getState(doc.store, client)

/** Known structs must find their dependencies in the document; new ones may also find them in the update. */
function walk(scan: ScannedUpdate, fresh: StructRun[], doc: Y.Doc, places: Places): Walked {
  const ends = new Map<number, number>()
  if (scan.runs.some(({ hasGap }) => hasGap)) return 'incomplete'
  for (const run of fresh) {
    if (run.start > stateOf(doc, run.client)) return 'incomplete'
    ends.set(run.client, run.end)
  }
  const known = scan.runs.filter(({ client }) => !ends.has(client))
  const areKnownSound = known.every((run) => walkDependencies([run], doc) === 'complete')
  if (!areKnownSound || !deletesKnown(scan.deletes, ends, doc)) return 'incomplete'
  return walkDependencies(fresh, doc, places)
}

function deletesKnown(deletes: number[], ends: ReadonlyMap<number, number>, doc: Y.Doc): boolean {
  for (let i = 0; i < deletes.length; i += 3) {
    const client = deletes[i]!
    const end = deletes[i + 1]! + deletes[i + 2]!
    if (end > (ends.get(client) ?? stateOf(doc, client))) return false
  }
  return true
}
