import type { WorkshopId } from '#shared/base/ids.ts'
import type { OfficeFormat } from '#shared/protocol/house-templates.ts'
import type { HouseStore } from '#server/ports/house-store.ts'

/** What a PDF shows of a house. */
interface HousePaper {
  /** "#0a5c66"; null: ours. */
  colour: string | null
  /** PNG, JPEG, GIF or WebP; null for none. */
  logo: Uint8Array | null
}

/** The letterhead and look that documents are written in. */
export interface House {
  /** The house's own file to write into; null where there is none. */
  template: (format: OfficeFormat) => Promise<Uint8Array | null>
  paper: () => Promise<HousePaper>
}

/** A workshop's own, else what the operator gave to all. */
export const houseOf = (
  store: Pick<HouseStore, 'template'>,
  workshopId: WorkshopId,
  operators: House,
): House => ({
  template: async (format) =>
    (await store.template(workshopId, format))?.bytes ?? (await operators.template(format)),
  paper: async () => {
    const own = await store.template(workshopId, 'pdf')
    if (!own) return operators.paper()
    return { colour: own.colour, logo: own.bytes.byteLength > 0 ? own.bytes : null }
  },
})
