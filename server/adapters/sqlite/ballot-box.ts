import { createHmac, randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { Database } from './driver.ts'
import type { GroupId, MemberId } from '#shared/base/ids.ts'
import type { BallotBox, BoxId } from '#server/ports/ballot-box.ts'
import type { Clock } from '#server/ports/clock.ts'
import { asking, storageErrorOf } from './storage-errors.ts'
import { choiceKeyOf, sealed, unsealed } from './sealed-choice.ts'

interface OpenBox {
  database: Database
  key: Buffer
  choiceKey: Buffer
  waiting: {
    slot: Buffer
    choice: string
    resolve: (isIn: boolean) => void
    reject: (error: unknown) => void
  }[]
}

/** What is cast within this time goes to the disk together: 400 people in ten seconds would else be 400 syncs. */
const GATHER_MS = 40
const KEY_BYTES = 32
const ENDING = '.sqlite'
const UNFINISHED = '.unfinished'

/**
 * A file and a key for each vote, in two folders that no backup copies. A row is `HMAC(key, member)` and a choice that is
 * sealed with a key that follows from the same one; rows lie in the order of those hashes, so that nothing tells who came
 * first. No write-ahead log: a rollback journal is gone after each transaction, and what is overwritten is overwritten on
 * the disk. Every call is carried out before it returns, but for ballots, which are gathered; each other call stores those
 * first, and so the order is kept.
 */
export class SqliteBallotBox implements BallotBox {
  readonly #boxes: string
  readonly #keys: string
  readonly #clock: Clock
  readonly #open = new Map<string, OpenBox>()
  #cancelGathering: (() => void) | null = null

  constructor(dataFolder: string, clock: Clock) {
    this.#boxes = join(dataFolder, 'ballots')
    this.#keys = join(dataFolder, 'ballot-keys')
    this.#clock = clock
    for (const folder of [this.#boxes, this.#keys]) mkdirSync(folder, { recursive: true, mode: 0o700 })
  }

  async open(id: BoxId): Promise<void> {
    if (!this.#boxOf(id)) asking(() => this.#make(nameOf(id)))
  }

  #make(name: string): void {
    // A file whose key is gone is nobody's any more
    const file = join(this.#boxes, `${name}${ENDING}`)
    const unfinished = `${file}${UNFINISHED}`
    for (const old of [file, unfinished]) rmSync(old, { force: true })
    writeDurably(join(this.#keys, name), randomBytes(KEY_BYTES))
    const database = new Database(unfinished)
    try {
      prepare(database)
      database.exec(
        'CREATE TABLE ballots (slot BLOB PRIMARY KEY, choice TEXT NOT NULL) STRICT, WITHOUT ROWID',
      )
    } finally {
      database.close()
    }
    // A box that is there is one that takes ballots
    renameSync(unfinished, file)
  }

  cast(id: BoxId, memberId: MemberId, choice: string): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const box = this.#boxOf(id)
      if (!box) return resolve(false)
      box.waiting.push({ slot: slotOf(box, memberId), choice, resolve, reject })
      this.#cancelGathering ??= this.#clock.after(GATHER_MS, () => this.#store())
    })
  }

  async own(id: BoxId, memberId: MemberId): Promise<string | null> {
    const box = this.#stored(id)
    if (!box) return null
    const slot = slotOf(box, memberId)
    const sql = 'SELECT choice FROM ballots WHERE slot = ?'
    const choice = asking(() => box.database.prepare<[Buffer], string>(sql).pluck().get(slot))
    return choice === undefined ? null : unsealed(choice, slot, box.choiceKey)
  }

  async turnout(id: BoxId): Promise<number | null> {
    const box = this.#stored(id)
    const sql = 'SELECT count(*) FROM ballots'
    return box && (asking(() => box.database.prepare<[], number>(sql).pluck().get()) ?? 0)
  }

  async choices(id: BoxId): Promise<string[] | null> {
    const box = this.#stored(id)
    if (!box) return null
    const sql = 'SELECT slot, choice FROM ballots ORDER BY slot'
    const rows = asking(() => box.database.prepare<[], { slot: Buffer; choice: string }>(sql).all())
    return rows.map(({ slot, choice }) => unsealed(choice, slot, box.choiceKey))
  }

  async destroy(id: BoxId): Promise<void> {
    const name = nameOf(id)
    const box = this.#open.get(name)
    if (box) store(box)
    this.#open.delete(name)
    box?.database.close()
    asking(() => this.#remove(name))
  }

  #remove(name: string): void {
    const key = join(this.#keys, name)
    if (existsSync(key)) writeDurably(key, randomBytes(KEY_BYTES))
    rmSync(key, { force: true })
    for (const ending of [ENDING, `${ENDING}-journal`, `${ENDING}${UNFINISHED}`])
      rmSync(join(this.#boxes, `${name}${ending}`), { force: true })
  }

  async ids(): Promise<BoxId[]> {
    const names = asking(() => [
      ...readdirSync(this.#keys),
      ...readdirSync(this.#boxes).flatMap((file) => file.split(ENDING)[0] ?? []),
    ])
    return [...new Set(names)].map((name) => {
      const [groupId = '', voteId = ''] = name.split('.')
      return { groupId: groupId as GroupId, voteId }
    })
  }

  async close(): Promise<void> {
    this.#cancelGathering?.()
    this.#store()
    for (const { database } of this.#open.values()) database.close()
    this.#open.clear()
  }

  /** The box with everything that was cast until now. */
  #stored(id: BoxId): OpenBox | null {
    const box = this.#boxOf(id)
    if (box) store(box)
    return box
  }

  #boxOf(id: BoxId): OpenBox | null {
    return this.#open.get(nameOf(id)) ?? asking(() => this.#opened(nameOf(id)))
  }

  #opened(name: string): OpenBox | null {
    const [file, key] = [join(this.#boxes, `${name}${ENDING}`), join(this.#keys, name)]
    if (!existsSync(file) || !existsSync(key)) return null
    const bytes = readFileSync(key)
    const box = { database: new Database(file), key: bytes, choiceKey: choiceKeyOf(bytes), waiting: [] }
    prepare(box.database)
    this.#open.set(name, box)
    return box
  }

  #store(): void {
    this.#cancelGathering = null
    for (const box of this.#open.values()) store(box)
  }
}

const nameOf = ({ groupId, voteId }: BoxId) => `${groupId}.${voteId}`

const slotOf = ({ key }: OpenBox, memberId: MemberId) => createHmac('sha256', key).update(memberId).digest()

function prepare(database: Database): void {
  database.pragma('journal_mode = DELETE')
  database.pragma('synchronous = FULL')
  database.pragma('secure_delete = ON')
}

function store(box: OpenBox): void {
  const waiting = box.waiting.splice(0)
  if (waiting.length === 0) return
  try {
    const upsert = box.database.prepare(
      'INSERT INTO ballots (slot, choice) VALUES (?, ?) ON CONFLICT (slot) DO UPDATE SET choice = excluded.choice',
    )
    box.database.transaction(() => {
      for (const { slot, choice } of waiting) upsert.run(slot, sealed(choice, slot, box.choiceKey))
    })()
    for (const { resolve } of waiting) resolve(true)
  } catch (error) {
    for (const { reject } of waiting) reject(storageErrorOf(error))
  }
}

function writeDurably(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, 'w', 0o600)
  writeSync(handle, bytes)
  fsyncSync(handle)
  closeSync(handle)
}
