import type { WorkshopId } from '#shared/base/ids.ts'
import type { HouseFormat, HouseTemplate } from '#shared/protocol/house-templates.ts'

/** Letterheads and styles of the house that a workshop is for: one file of each format, looked at before it gets here. */
export interface HouseStore {
  templates(workshopId: WorkshopId): Promise<HouseTemplate[]>
  /** The file; null where there is none of this format. */
  template(workshopId: WorkshopId, format: HouseFormat): Promise<Uint8Array | null>
  /** Takes the place of the one before. @throws StorageError */
  keep(workshopId: WorkshopId, template: Omit<HouseTemplate, 'sizeBytes'>, bytes: Uint8Array): Promise<void>
  /** Whether there is one or not. */
  remove(workshopId: WorkshopId, format: HouseFormat): Promise<void>
}
