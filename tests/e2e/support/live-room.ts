import type { Role } from '#shared/workshop/roles.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { Installation } from '#tests/support/installation.ts'
import type { Device, Visitor } from './fixtures.ts'
import { Room } from './room.ts'
import type { Preparation } from './workshop.ts'

export interface Guest {
  name: string
  role?: Role
  device?: Device
}

/** A room of a prepared workshop with people in it. */
export class LiveRoom {
  readonly workshop: WorkshopView
  readonly path: string
  readonly groupId: string
  private readonly stage: Stage
  private readonly host: Visitor

  private constructor(stage: Stage, host: Visitor, workshop: WorkshopView) {
    this.stage = stage
    this.host = host
    this.workshop = workshop
    this.groupId = workshop.groups.find(({ kind }) => kind === 'project')!.id
    this.path = `/werkstatt/${workshop.id}/gruppe/${this.groupId}`
  }

  static async open(stage: Stage): Promise<LiveRoom> {
    const host = await stage.visit('desktop')
    const { request } = host.context
    await stage.prepare.logIn(request)
    const workshop = await stage.prepare.workshop(request, { title: 'Probe', groupNames: ['Bürgerservice'] })
    return new LiveRoom(stage, host, workshop)
  }

  /** The moderator who made the workshop walks in. */
  async moderator(): Promise<Room> {
    return this.enter(this.host)
  }

  /** What the workshop's file looks like in one of its formats, as its moderator takes it home. */
  async file(format: string): Promise<string> {
    const path = `/api/workshops/${this.workshop.id}/export?format=${format}`
    const response = await this.host.context.request.get(path)
    if (!response.ok()) throw new Error(`${format}: ${response.status()}`)
    return (await response.body()).toString()
  }

  /** Somebody joins by an invitation and walks in, with a browser that has never been here. */
  async guest({ name, role = 'participant', device = 'desktop' }: Guest): Promise<Room> {
    const entersAll = role === 'moderator' || role === 'manager'
    const { request } = this.host.context
    const { token } = await this.stage.prepare.invite(
      request,
      this.workshop,
      role,
      entersAll ? null : this.groupId,
    )
    const visitor = await this.stage.visit(device)
    await this.stage.prepare.join(visitor.context.request, token, name)
    return this.enter(visitor)
  }

  private async enter({ page }: Visitor): Promise<Room> {
    await page.goto(this.path)
    const room = new Room(page)
    await room.saved()
    return room
  }
}

interface Stage {
  installation: Installation
  prepare: Preparation
  visit: (device: Device) => Promise<Visitor>
}
