import type { WorkshopId } from '#shared/base/ids.ts'
import type { OfficeFormat } from '#shared/protocol/house-templates.ts'
import type { HouseStore } from '#server/ports/house-store.ts'

/** What a PDF shows of a house. */
export interface HousePaper {
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

/** Each part by itself: a workshop's own, else what the operator gave to all. */
export const houseOf = (
  store: Pick<HouseStore, 'template'>,
  workshopId: WorkshopId,
  operators: House,
): House => ({
  template: async (format) =>
    (await store.template(workshopId, format))?.bytes ?? (await operators.template(format)),
  paper: async () => {
    const [own, given] = [await store.template(workshopId, 'pdf'), await operators.paper()]
    const logo = own && own.bytes.byteLength > 0 ? own.bytes : given.logo
    return { colour: own?.colour ?? given.colour, logo }
  },
})
