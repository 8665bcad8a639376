import { crc32 } from 'node:zlib'
import type Database from 'better-sqlite3'
import { draftsPrefix } from '#shared/base/draft-id.ts'
import type { DraftId, GroupId, MemberId, VersionId } from '#shared/base/ids.ts'
import { readableEvents, type EventEnvelope, type StoredEnvelope } from '#shared/facilitation/events.ts'
import { dueChanges } from '#shared/facilitation/step/due.ts'
import { noteworthyIn } from '#shared/facilitation/noteworthy.ts'
import type { DueStep, Untold } from '#server/ports/event-log.ts'
import type { Revelation } from '#server/ports/draft-vault.ts'
import type {
  ClientBinding,
  DocumentId,
  LogEntry,
  StoredDocument,
  StoredVersion,
} from '#server/ports/update-log.ts'
import { StorageError } from '#server/base/storage-error.ts'
import { emptyLog } from './database.ts'
import { pack, packingQuality, unpack, type Codec, type Packed } from './packing.ts'

interface BlobRow {
  position: number
  data: Buffer
  crc: number
}
interface PackedRow extends BlobRow {
  codec: Codec
}

/** What builds a document, and the position of its last entry. */
export interface StoredUpdates extends Pick<StoredDocument, 'updates' | 'bytesSinceSnapshot'> {
  position: number
}

/** Covered updates deleted at a time, so that no commit waits long behind them. */
const DROPPED_AT_ONCE = 500

interface VersionRow {
  id: string
  group_id: string
  name: string
  created_at: number
  created_by: string
  reason: StoredVersion['reason']
  card_count: number
}

const facts = 'id, group_id, name, created_at, created_by, reason, card_count'

/**
 * The SQL behind both ports, synchronous; runs in the storage thread. Its methods are what may be called from the
 * main thread (`update-log-thread.ts`).
 */
export class RoomStatements {
  readonly #database: Database.Database
  readonly #insertUpdate
  readonly #insertClient
  readonly #append

  constructor(database: Database.Database) {
    this.#database = database
    this.#insertUpdate = database.prepare('INSERT INTO updates (group_id, data, crc) VALUES (?, ?, ?)')
    this.#insertClient = database.prepare(
      'INSERT INTO clients (group_id, client_id, member_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    )
    this.#append = database.transaction((entries: readonly LogEntry[]) => {
      for (const { groupId, update, newClients } of entries) {
        this.#insertUpdate.run(groupId, update, crc32(update))
        for (const [client, memberId] of newClients) this.#insertClient.run(groupId, client, memberId)
      }
    })
  }

  append(entries: readonly LogEntry[]): void {
    this.#append.immediate(entries)
  }

  load(groupId: DocumentId): StoredDocument {
    return this.#database.transaction(() => {
      const { updates, bytesSinceSnapshot } = this.updatesOf(groupId)
      return { updates, bytesSinceSnapshot, clients: this.#clientsOf(groupId) }
    })()
  }

  updatesOf(groupId: DocumentId): StoredUpdates {
    const [snapshot, rows] = this.#database.transaction(() => {
      const snapshot = this.#database
        .prepare<[string], PackedRow>('SELECT position, data, crc, codec FROM snapshots WHERE group_id = ?')
        .get(groupId)
      const rows = this.#database
        .prepare<[string, number], BlobRow>(
          'SELECT position, data, crc FROM updates WHERE group_id = ? AND position > ? ORDER BY position',
        )
        .all(groupId, snapshot?.position ?? 0)
      return [snapshot, rows] as const
    })()
    const updates = rows.map(intact)
    if (snapshot) updates.unshift(unpack({ codec: snapshot.codec, data: intact(snapshot) }))
    return {
      updates,
      position: rows.at(-1)?.position ?? snapshot?.position ?? 0,
      bytesSinceSnapshot: rows.reduce((sum, { data }) => sum + data.length, 0),
    }
  }

  #clientsOf(groupId: DocumentId): Map<number, MemberId> {
    const rows = this.#database
      .prepare<[string], [number, MemberId]>('SELECT client_id, member_id FROM clients WHERE group_id = ?')
      .raw()
      .all(groupId)
    return new Map(rows)
  }

  /** From now on the snapshot stands for all updates up to its position; `dropCovered` then frees their space. */
  keepSnapshot(groupId: GroupId, upTo: number, { codec, data }: Packed): void {
    this.#database
      .prepare(
        `INSERT INTO snapshots (group_id, position, data, crc, codec) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (group_id) DO UPDATE SET position = excluded.position, data = excluded.data,
         crc = excluded.crc, codec = excluded.codec WHERE excluded.position > snapshots.position`,
      )
      .run(groupId, upTo, data, crc32(data), codec)
  }

  /** Deletes some of the updates that a snapshot stands for; false when there were no more. */
  dropCovered(groupId: GroupId): boolean {
    const { changes } = this.#database
      .prepare(
        `DELETE FROM updates WHERE position IN (
           SELECT position FROM updates WHERE group_id = :group
           AND position <= (SELECT position FROM snapshots WHERE group_id = :group)
           ORDER BY position LIMIT ${DROPPED_AT_ONCE})`,
      )
      .run({ group: groupId })
    return changes === DROPPED_AT_ONCE
  }

  bindClients(bindings: readonly ClientBinding[]): MemberId[] {
    const holder = this.#database
      .prepare<[string, number], MemberId>(
        'SELECT member_id FROM clients WHERE group_id = ? AND client_id = ?',
      )
      .pluck()
    return this.#database
      .transaction(() =>
        bindings.map(({ groupId, clientId, memberId }) => {
          this.#insertClient.run(groupId, clientId, memberId)
          return holder.get(groupId, clientId) as MemberId
        }),
      )
      .immediate()
  }

  saveVersion({ id, groupId, name, createdAt, createdBy, reason, cardCount, state }: StoredVersion): void {
    const { codec, data } = pack(state, packingQuality.quick)
    this.#database
      .prepare(`INSERT INTO versions (${facts}, state, crc, codec) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
      .run(id, groupId, name, createdAt, createdBy, reason, cardCount, data, crc32(data), codec)
  }

  removeVersion(groupId: GroupId, versionId: VersionId): void {
    this.#database.prepare('DELETE FROM versions WHERE group_id = ? AND id = ?').run(groupId, versionId)
  }

  versions(groupId: GroupId): Omit<StoredVersion, 'state'>[] {
    return this.#database
      .prepare<[string], VersionRow>(
        `SELECT ${facts} FROM versions WHERE group_id = ? ORDER BY created_at DESC, id DESC`,
      )
      .all(groupId)
      .map(versionOf)
  }

  version(groupId: GroupId, versionId: VersionId): StoredVersion | null {
    const row = this.#database
      .prepare<[string, string], VersionRow & PackedRow>(
        `SELECT ${facts}, 0 AS position, state AS data, crc, codec FROM versions WHERE group_id = ? AND id = ?`,
      )
      .get(groupId, versionId)
    return row ? { ...versionOf(row), state: unpack({ codec: row.codec, data: intact(row) }) } : null
  }

  /** Every table of this file says by `group_id` whose its rows are. */
  remove(groupId: GroupId): void {
    const tables = this.#database
      .prepare<[], string>(
        `SELECT tables.name FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS columns
         WHERE tables.type = 'table' AND columns.name = 'group_id'`,
      )
      .pluck()
      .all()
    this.#database
      .transaction(() => {
        for (const table of tables) {
          this.#database.prepare(`DELETE FROM "${table}" WHERE group_id = ?`).run(groupId)
          // What people wrote there in silence
          this.#database
            .prepare(`DELETE FROM "${table}" WHERE group_id > ? AND group_id < ?`)
            .run(`${groupId}.`, `${groupId}/`)
        }
      })
      .immediate()
    // What was deleted stands in the write-ahead log still
    this.#database.pragma('wal_checkpoint(TRUNCATE)')
  }

  appendEvents(groupId: GroupId, envelopes: readonly StoredEnvelope[]): boolean {
    return this.#database
      .transaction(() => {
        const last = this.#database
          .prepare<[string], number | null>('SELECT max(seq) FROM events WHERE group_id = ?')
          .pluck()
          .get(groupId)
        if (!envelopes.every(({ seq }, i) => seq === (last ?? 0) + 1 + i)) return false
        const insert = this.#database.prepare('INSERT INTO events (group_id, seq, envelope) VALUES (?, ?, ?)')
        for (const envelope of envelopes) insert.run(groupId, envelope.seq, JSON.stringify(envelope))
        this.#note(groupId, readableEvents(envelopes))
        return true
      })
      .immediate()
  }

  #note(groupId: GroupId, envelopes: readonly EventEnvelope[]): void {
    for (const { seq, at, type, subjectId } of noteworthyIn(envelopes))
      this.#database
        .prepare('INSERT INTO untold (group_id, seq, at, type, subject_id) VALUES (?, ?, ?, ?, ?)')
        .run(groupId, seq, at, type, subjectId)
    for (const [stepId, at] of dueChanges(envelopes.map(({ event }) => event))) {
      if (at === null)
        this.#database
          .prepare('DELETE FROM due_steps WHERE group_id = ? AND step_id = ?')
          .run(groupId, stepId)
      else
        this.#database
          .prepare('INSERT OR REPLACE INTO due_steps (group_id, step_id, at) VALUES (?, ?, ?)')
          .run(groupId, stepId, at)
    }
  }

  due(): DueStep[] {
    return this.#database
      .prepare<[], DueStep>('SELECT group_id AS groupId, step_id AS stepId, at FROM due_steps ORDER BY at')
      .all()
  }

  untold(): Untold[] {
    return this.#database
      .prepare<[], Untold>(
        'SELECT group_id AS groupId, seq, at, type, subject_id AS subjectId FROM untold ORDER BY at, group_id, seq',
      )
      .all()
  }

  told(these: readonly Pick<Untold, 'groupId' | 'seq'>[]): void {
    const told = this.#database.prepare('DELETE FROM untold WHERE group_id = ? AND seq = ?')
    this.#database
      .transaction(() => {
        for (const { groupId, seq } of these) told.run(groupId, seq)
      })
      .immediate()
  }

  draftsOf(groupId: GroupId, stepId: string): DraftId[] {
    const prefix = draftsPrefix(groupId, stepId)
    return this.#database
      .prepare<[string, string], DraftId>(
        'SELECT DISTINCT group_id FROM updates WHERE group_id > ? AND group_id < ? ORDER BY group_id',
      )
      .pluck()
      .all(prefix, `${prefix.slice(0, -1)}/`)
  }

  /** What it removes still stands in the write-ahead log: see `eraseTraces`. */
  reveal({ groupId, envelopes, update, newClients, drafts }: Revelation): boolean {
    return this.#database
      .transaction(() => {
        if (!this.appendEvents(groupId, envelopes)) return false
        if (update) this.append([{ groupId, update, newClients }])
        for (const draft of drafts) this.#forget(draft)
        return true
      })
      .immediate()
  }

  #forget(draft: DraftId): void {
    for (const table of ['updates', 'clients'])
      this.#database.prepare(`DELETE FROM ${table} WHERE group_id = ?`).run(draft)
  }

  /**
   * Empties the write-ahead log, which holds pages as they were before they were overwritten. False while somebody
   * reads in it; nobody is waited for.
   */
  eraseTraces(): boolean {
    return emptyLog(this.#database)
  }

  events(groupId: GroupId): StoredEnvelope[] {
    return this.#database
      .prepare<[string], string>('SELECT envelope FROM events WHERE group_id = ? ORDER BY seq')
      .pluck()
      .all(groupId)
      .map((envelope) => JSON.parse(envelope) as StoredEnvelope)
  }
}

function intact({ position, data, crc }: BlobRow): Uint8Array {
  if (crc32(data) !== crc)
    throw new StorageError('damaged', `stored bytes are damaged at position ${position}`)
  return data
}

function versionOf(row: VersionRow): Omit<StoredVersion, 'state'> {
  return {
    id: row.id as VersionId,
    groupId: row.group_id as GroupId,
    name: row.name,
    createdAt: row.created_at,
    createdBy: row.created_by,
    reason: row.reason,
    cardCount: row.card_count,
  }
}
