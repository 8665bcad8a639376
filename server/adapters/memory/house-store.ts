import type { WorkshopId } from '#shared/base/ids.ts'
import type { HouseFormat, HouseTemplate } from '#shared/protocol/house-templates.ts'
import type { HouseStore } from '#server/ports/house-store.ts'
import { MemoryDisk } from './disk.ts'

/** Templates in memory: for tests. Hands out copies only. */
export class MemoryHouseStore implements HouseStore {
  readonly #kept = new Map<string, { about: HouseTemplate; bytes: Uint8Array }>()
  readonly #disk: MemoryDisk

  constructor(disk = new MemoryDisk()) {
    this.#disk = disk
  }

  async templates(workshopId: WorkshopId) {
    return [...this.#kept]
      .filter(([key]) => key.startsWith(`${workshopId} `))
      .map(([, { about }]) => ({ ...about }))
      .sort((a, b) => a.format.localeCompare(b.format))
  }

  async template(workshopId: WorkshopId, format: HouseFormat) {
    const kept = this.#kept.get(`${workshopId} ${format}`)
    return kept ? { bytes: kept.bytes.slice(), colour: kept.about.colour } : null
  }

  async keep(workshopId: WorkshopId, template: Omit<HouseTemplate, 'sizeBytes' | 'from'>, bytes: Uint8Array) {
    this.#disk.write()
    const about: HouseTemplate = { ...template, from: 'workshop', sizeBytes: bytes.byteLength }
    this.#kept.set(`${workshopId} ${template.format}`, { about, bytes: bytes.slice() })
  }

  async remove(workshopId: WorkshopId, format: HouseFormat) {
    this.#disk.write()
    this.#kept.delete(`${workshopId} ${format}`)
  }
}
