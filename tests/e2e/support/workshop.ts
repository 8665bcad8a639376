import type { APIRequestContext } from '@playwright/test'
import type { Role } from '#shared/workshop/roles.ts'
import type {
  AcceptInviteRequest,
  Admission,
  CreatedInvite,
  CreateInviteRequest,
  CreateWorkshopRequest,
  WorkshopSummary,
  WorkshopView,
} from '#shared/protocol/api.ts'
import type { WorkshopFile } from '#shared/report/workshop-file.ts'
import type { Installation } from '#tests/support/installation.ts'

/** Whoever sets a server up. */
export const operator = {
  name: 'Mara Moderation',
  email: 'mara@example.org',
  password: 'vier Wörter sind genug',
}

/** Prepares by HTTP what a test is not about. The journey does the same by hand, in the browser. */
export class Preparation {
  private readonly origin: string

  constructor(installation: Installation) {
    this.origin = installation.origin
  }

  /** Uses the set-up link; the context is logged in as the first moderator afterwards. */
  async setUp(request: APIRequestContext, setUpLink: string): Promise<void> {
    const token = new URL(setUpLink).hash.slice(1)
    await this.post(request, '/api/setup', { token, ...operator })
  }

  /** The same where the server is set up already. */
  async logIn(request: APIRequestContext): Promise<void> {
    const { email, password } = operator
    await this.post(request, '/api/login', { email, password })
  }

  async workshop(request: APIRequestContext, body: CreateWorkshopRequest): Promise<WorkshopView> {
    const { id } = await this.post<WorkshopSummary>(request, '/api/workshops', body)
    const response = await request.get(`${this.origin}/api/workshops/${id}`)
    return (await response.json()) as WorkshopView
  }

  /** Reads a file in, by whoever set up. */
  async imported(request: APIRequestContext, file: WorkshopFile): Promise<WorkshopSummary> {
    return this.post<WorkshopSummary>(request, '/api/workshops/import', file)
  }

  async invite(
    request: APIRequestContext,
    workshop: Pick<WorkshopView, 'id'>,
    role: Role,
    groupId: string | null,
  ): Promise<CreatedInvite> {
    const body = { role, groupId } as CreateInviteRequest
    return this.post<CreatedInvite>(request, `/api/workshops/${workshop.id}/invites`, body)
  }

  /** Accepts an invitation; the context belongs to a new member afterwards. */
  async join(request: APIRequestContext, token: string, name: string): Promise<Admission> {
    const body: AcceptInviteRequest = {
      invitation: { token },
      name,
      organisation: 'Stadt Musterhausen',
      organisationKind: 'municipality',
    }
    return this.post<Admission>(request, '/api/invites/accept', body)
  }

  /** Whoever came by an invitation and leads or manages a workshop gets an account. */
  async account(
    request: APIRequestContext,
    body: Record<'name' | 'email' | 'password', string>,
  ): Promise<void> {
    await this.post(request, '/api/account', body)
  }

  private async post<Answer>(request: APIRequestContext, path: string, data: unknown): Promise<Answer> {
    const response = await request.post(this.origin + path, { data, headers: { origin: this.origin } })
    if (!response.ok()) throw new Error(`${path}: ${response.status()} ${await response.text()}`)
    return (response.status() === 204 ? undefined : await response.json()) as Answer
  }
}
