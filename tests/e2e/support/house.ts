import type { WorkshopId } from '#shared/base/ids.ts'
import { Visitor } from '#server/demo/visitor.ts'
import { Installation } from '#tests/support/installation.ts'
import { operator } from './workshop.ts'

/**
 * A server that tests share one after another, because each start of one costs as much as many a test. Every test finds
 * it set up, running and without workshops.
 */
export class House {
  private installation: Installation | null = null
  private caretaker: Visitor | null = null

  async open(): Promise<Installation> {
    this.installation ??= await this.build()
    await this.installation.run()
    return this.installation
  }

  async clear(): Promise<void> {
    await this.installation?.run()
    const workshops = await this.caretaker!.call<{ id: WorkshopId; title: string }[]>('workshops')
    for (const { id, title } of workshops)
      await this.caretaker!.call('deleteWorkshop', { path: { workshopId: id }, body: { title } })
  }

  /** Also after a test that failed, because nobody knows in what state it left the server. */
  async dispose(): Promise<void> {
    await this.installation?.dispose()
    this.installation = null
  }

  private async build(): Promise<Installation> {
    const installation = await Installation.start()
    this.caretaker = new Visitor(installation.origin)
    const token = new URL(installation.setUpLink()).hash.slice(1)
    await this.caretaker.call('setUp', { body: { token, ...operator } })
    return installation
  }
}
