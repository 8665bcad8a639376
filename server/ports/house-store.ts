import type { WorkshopId } from '#shared/base/ids.ts'
import type { HouseFormat, HouseTemplate } from '#shared/protocol/house-templates.ts'

/** What is kept of one: its file, empty for a colour without a logo. */
interface KeptTemplate {
  bytes: Uint8Array
  colour: string | null
}

/**
 * Letterheads, styles and looks of the house that a workshop is for: one of each format, looked at before it gets here.
 */
export interface HouseStore {
  templates(workshopId: WorkshopId): Promise<HouseTemplate[]>
  /** Null where there is none of this format. */
  template(workshopId: WorkshopId, format: HouseFormat): Promise<KeptTemplate | null>
  /** Takes the place of the one before. @throws StorageError */
  keep(
    workshopId: WorkshopId,
    template: Omit<HouseTemplate, 'sizeBytes' | 'from'>,
    bytes: Uint8Array,
  ): Promise<void>
  /** Whether there is one or not. */
  remove(workshopId: WorkshopId, format: HouseFormat): Promise<void>
}
