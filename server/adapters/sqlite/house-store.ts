import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { WorkshopId } from '#shared/base/ids.ts'
import { houseFormats, type HouseFormat, type HouseTemplate } from '#shared/protocol/house-templates.ts'
import type { HouseStore } from '#server/ports/house-store.ts'
import { asking } from './storage-errors.ts'

const aboutRow = z.object({
  format: z.enum(houseFormats),
  name: z.string(),
  colour: z.string().nullable(),
  addedAt: z.number().int(),
  sizeBytes: z.number().int(),
})
const fileRow = z.object({ body: z.instanceof(Uint8Array), colour: z.string().nullable() })

/** Templates beside the workshops they belong to, and gone with them. */
export class SqliteHouseStore implements HouseStore {
  readonly #all: Database.Statement
  readonly #one: Database.Statement
  readonly #keep: Database.Statement
  readonly #remove: Database.Statement

  /** Shares the database with the people store, which closes it. */
  constructor(database: Database.Database) {
    this.#all = database.prepare(
      `SELECT format, name, colour, added_at AS addedAt, octet_length(body) AS sizeBytes
       FROM house_templates WHERE workshop_id = ? ORDER BY format`,
    )
    this.#one = database.prepare(
      'SELECT body, colour FROM house_templates WHERE workshop_id = ? AND format = ?',
    )
    this.#keep = database.prepare(
      `INSERT INTO house_templates (workshop_id, format, name, colour, added_at, body) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (workshop_id, format) DO UPDATE
       SET name = excluded.name, colour = excluded.colour, added_at = excluded.added_at, body = excluded.body`,
    )
    this.#remove = database.prepare('DELETE FROM house_templates WHERE workshop_id = ? AND format = ?')
  }

  async templates(workshopId: WorkshopId) {
    return asking(() => this.#all.all(workshopId)).map((row): HouseTemplate => ({
      ...aboutRow.parse(row),
      from: 'workshop',
    }))
  }

  async template(workshopId: WorkshopId, format: HouseFormat) {
    const row = asking(() => this.#one.get(workshopId, format))
    if (row === undefined) return null
    const { body, colour } = fileRow.parse(row)
    return { bytes: body, colour }
  }

  async keep(
    workshopId: WorkshopId,
    { format, name, colour, addedAt }: Omit<HouseTemplate, 'sizeBytes' | 'from'>,
    bytes: Uint8Array,
  ) {
    asking(() => this.#keep.run(workshopId, format, name, colour, addedAt, bytes))
  }

  async remove(workshopId: WorkshopId, format: HouseFormat) {
    asking(() => this.#remove.run(workshopId, format))
  }
}
