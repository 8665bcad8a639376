import type { GroupKind } from '../workshop/group-kinds.ts'
import { z } from 'zod'
import type {
  AccountId,
  ArtefactId,
  AssetId,
  GroupId,
  InviteId,
  MemberId,
  OrganisationId,
  VersionId,
  WorkshopId,
} from '../base/ids.ts'
import { meetingTime } from '../agenda/meeting.ts'
import { sizeClasses, type SizeClass } from '../base/size-classes.ts'
import { limits } from '../base/limits.ts'
import { isVisible, nameable } from '../base/visible-text.ts'
import type { GroupPrecedents } from '../consent/precedents.ts'
import { releaseChoices } from '../consent/release-decisions.ts'
import { organisationKinds, roles, type OrganisationKind, type Role } from '../workshop/roles.ts'
import type { CopyOf } from '../workshop/copy-of.ts'
import type { Standing } from '../workshop/standing.ts'
import type { Phase } from '../workshop/phases.ts'
import { protocolFormats } from './protocol-formats.ts'

/**
 * The HTTP interface: what requests must look like (validated once, at the server's edge) and what answers hold.
 * Every path starts with `/api`. Errors are `ProblemBody`. Times are milliseconds since the Unix epoch.
 * Secrets (invite, return and set-up tokens) travel in JSON bodies only; in links they stand behind the `#`.
 */
export const id = <T extends string>() => z.string().regex(/^[0-9a-f-]{36}$/) as unknown as z.ZodType<T>
export const text = (maxChars: number) =>
  z.string().overwrite(nameable).trim().min(1).max(maxChars).refine(isVisible)
/** What may be left empty; of signs that nobody sees nothing is left. */
export const textOrNothing = (maxChars: number) =>
  z
    .string()
    .overwrite((typed) => (isVisible(typed) ? nameable(typed) : ''))
    .trim()
    .max(maxChars)
const token = z.string().min(16).max(128)

export const setUpRequest = z.object({
  token,
  name: text(limits.maxNameChars),
  email: z.email().max(254),
  password: z.string().min(limits.minPasswordChars).max(limits.maxPasswordChars),
})
/** Whether the link still counts; asking uses nothing up. */
export const inspectSetUpLinkRequest = setUpRequest.pick({ token: true })
export const logInRequest = z.object({
  email: z.string().max(254),
  password: z.string().max(limits.maxPasswordChars),
})

/** A new password; the server knows the person by the current one. */
export const changePasswordRequest = z.object({
  current: z.string().max(limits.maxPasswordChars),
  next: z.string().min(limits.minPasswordChars).max(limits.maxPasswordChars),
})
/** An account for somebody who came by invite and leads or manages a workshop. */
export const addAccountRequest = setUpRequest.omit({ token: true })
/** A new password by the one-time link that the operator handed out. */
export const resetPasswordRequest = z.object({ token, next: changePasswordRequest.shape.next })

export const createWorkshopRequest = z.object({
  title: text(limits.maxTitleChars),
  /** Project groups in order; the plenum is made besides. */
  groupNames: z.array(text(limits.maxTitleChars)).min(1).max(limits.maxGroups),
  /** Language of the prepared pages. */
  language: z.enum(['de', 'en']).default('de'),
  /** To be looked at: whoever leads it removes it by one click. */
  isSample: z.boolean().default(false),
})
export const editWorkshopRequest = z.object({ title: text(limits.maxTitleChars) })
/** Into the archive, or out of it. */
export const archiveRequest = z.object({ archived: z.boolean() })
/** The title once more: nobody deletes the wrong workshop by one click. */
export const deleteWorkshopRequest = z.object({ title: text(limits.maxTitleChars) })
/** The name once more, as above. */
export const deleteGroupRequest = z.object({ name: text(limits.maxTitleChars) })
/** The password once more: whoever finds a browser logged in deletes nobody. */
export const deleteAccountRequest = z.object({ password: z.string().min(1).max(1_000) })
export const nameGroupRequest = z.object({ name: text(limits.maxTitleChars) })

export const createInviteRequest = z.object({
  role: z.enum(roles),
  /** null: the person chooses a project group when joining (moderators and managers get all of them). */
  groupId: id<GroupId>().nullable(),
  /** By which the moderators know it again; '' for none. */
  label: textOrNothing(limits.maxTitleChars).default(''),
  validDays: z.number().int().min(1).max(limits.inviteMaxDays).default(limits.inviteDefaultDays),
})

/** An invitation as somebody holds it: the token of a link or QR code, or the short code read out aloud. */
const invitation = z.union([z.object({ token }), z.object({ code: z.string().trim().min(6).max(20) })])
export const inspectInviteRequest = z.object({ invitation })
export const acceptInviteRequest = z.object({
  invitation,
  name: text(limits.maxNameChars),
  /** One of those offered, or a new one: what reads the same is the same. Empty where somebody names none. */
  organisation: textOrNothing(limits.maxOrganisationChars),
  /** Counts where the organisation is new, or where none is named. */
  organisationKind: z.enum(organisationKinds),
  groupId: id<GroupId>().optional(),
})
/** PATCH /workshops/:workshopId/me */
export const chooseGroupRequest = z.object({ groupId: id<GroupId>() })
export const returnRequest = z.object({ token })
export const editOrganisationRequest = z.object({
  name: text(limits.maxOrganisationChars).optional(),
  kind: z.enum(organisationKinds).optional(),
  sizeClass: z.enum(sizeClasses).nullable().optional(),
})
/** The one that stays; its name and kind count for both. */
export const mergeOrganisationRequest = z.object({ into: id<OrganisationId>() })
/** Whether the invitation stays open by which the person came; whoever holds it may come in by it again. */
export const removeMemberQuery = z.object({ invite: z.enum(['revoke', 'keep']).default('revoke') })
export const createVersionRequest = z.object({ name: text(limits.maxTitleChars) })

/** One copy per date; null makes one without, to be copied again. Dates are the sender's: a week is not always 168 hours. */
export const copyMeetingRequest = z.object({
  dates: z.array(meetingTime).min(1).max(limits.maxMeetingCopies),
})

/** Language of labels on the picture; without it the workshop's. */
export const screenContentQuery = z.object({ lang: z.enum(['de', 'en']).optional() })
/** When this browser asked last, which nobody but the browser remembers; without it there are no news. */
export const ownMattersQuery = z.object({ since: z.coerce.number().int().min(0).optional() })

/** Only this group; without it the whole workshop. */
export const releaseCheckQuery = z.object({ group: id<GroupId>().optional() })
/** What somebody decided about what may leave the group. Cards that are gone or say so already are passed over. */
export const decideReleasesRequest = z.object({
  decisions: z
    .array(z.object({ artefactId: id<ArtefactId>(), release: z.enum(releaseChoices) }))
    .min(1)
    .max(limits.maxReleaseDecisions),
})

/** What there is already in the other groups of a workshop, as far as it may leave them; answer of `precedents`. */
export interface PrecedentsView {
  groups: GroupPrecedents[]
}

/** How far the other groups of a workshop are; answer of `phasesNow`. */
export interface PhasesView {
  groups: (Pick<GroupPrecedents, 'groupId' | 'name' | 'made' | 'challenges'> & { phase: Phase })[]
}

/** What a file with an interview protocol is; its bytes are the body. The answer is a `ProtocolText`. */
export const readProtocolQuery = z.object({ format: z.enum(protocolFormats) })

export type CreateWorkshopRequest = z.input<typeof createWorkshopRequest>
export type CreateInviteRequest = z.input<typeof createInviteRequest>
export type Invitation = z.input<typeof invitation>
export type AcceptInviteRequest = z.input<typeof acceptInviteRequest>
export type EditOrganisationRequest = z.input<typeof editOrganisationRequest>

/** GET /config: what the client must know of the installation before anybody is logged in. */
export interface ClientConfig {
  version: string
  /** Optional; without it the canvas shows its maker's mark, which is fine. */
  tldrawLicenseKey: string | null
  publicTexts: PublicTextLinks
  /** Whether workshops may publish solution profiles here. */
  gallery: boolean
  /** Who would read headlines of cards to propose groups; null where nobody is asked. */
  meaning: { host: string; model: string } | null
}

/** Where imprint, privacy notice and accessibility statement are to be read; null where the operator has none. */
export interface PublicTextLinks {
  imprint: string | null
  privacy: string | null
  accessibility: string | null
}

/** GET /session */
export interface SessionView {
  account: { id: AccountId; name: string; email: string } | null
  /** True until the first account exists. */
  setUpNeeded: boolean
  workshops: WorkshopSummary[]
}

/**
 * GET /workshops; POST /workshops, /workshops/import and /workshops/sample answer with one, the last with the group in
 * which its tour begins as `homeGroupId`.
 */
export interface WorkshopSummary {
  id: WorkshopId
  title: string
  /** What people write in there; views say it to screen readers. */
  language: 'de' | 'en'
  createdAt: number
  isSample: boolean
  role: Role
  memberId: MemberId
  /** Where this person goes by default: their group, or the plenum. */
  homeGroupId: GroupId
  memberCount: number
  groupCount: number
  /** Since when it lies in the archive; null: it does not. */
  archivedAt: number | null
}

/** GET /workshops/:workshopId */
export interface WorkshopView extends Pick<
  WorkshopSummary,
  'id' | 'title' | 'language' | 'createdAt' | 'archivedAt' | 'isSample'
> {
  /** The room that is rehearsed here; null for a real workshop. */
  rehearsalOf: { workshopId: WorkshopId; groupId: GroupId } | null
  /** Of what it is a copy that was made of a file; null: of nothing. Its title as this person may be told it. */
  copyOf: CopyOf | null
  groups: GroupView[]
  /** What this browser may be here. */
  me: MemberView
  /** What the person became since this browser showed who it is, and is here once it shows it again; null: nothing. */
  raisedTo: Role | null
}

export interface GroupView {
  id: GroupId
  kind: GroupKind
  name: string
  /** Changes when the document was rebuilt on the server; replicas of another generation must be dropped. */
  generation: number
  phase: Phase
  memberCount: number
  onlineCount: number
  /** Since when it lies in the archive by itself; null: it does not. */
  archivedAt: number | null
}

/** GET /workshops/:workshopId/members answers with a list. No statistics about single persons, ever. */
export interface MemberView {
  id: MemberId
  name: string
  /** null: named none. */
  organisationId: OrganisationId | null
  organisation: string
  organisationKind: OrganisationKind
  role: Role
  groupIds: GroupId[] | 'all'
  /** Whether this person may change the project group on their own (PATCH /workshops/:workshopId/me). */
  mayChooseGroup: boolean
  hasAccount: boolean
  standing: Standing
  /** Whose place this person takes meanwhile. */
  standsInFor: MemberId | null
}

/** GET /workshops/:workshopId/organisations answers with a list, by name. */
export interface OrganisationView {
  id: OrganisationId
  name: string
  kind: OrganisationKind
  /** null: nobody has said. */
  sizeClass: SizeClass | null
  memberCount: number
}

/** GET /workshops/:workshopId/invites answers with a list. */
export interface InviteView {
  id: InviteId
  /** By which the moderators know it again; '' for none. */
  label: string
  role: Role
  groupId: GroupId | null
  createdAt: number
  expiresAt: number
  revokedAt: number | null
  acceptedCount: number
  /** False for those from before it was possible, or from another installation: link and code are known to nobody. */
  mayBeShown: boolean
}

/**
 * POST /workshops/:workshopId/invites, and GET /workshops/:workshopId/invites/:inviteId to show it again. The secrets are
 * stored only as hashes.
 */
export interface CreatedInvite {
  invite: InviteView
  token: string
  code: string
}

/** POST /invites/inspect */
export interface InviteOffer {
  workshopTitle: string
  language: WorkshopSummary['language']
  role: Role
  /** Groups to choose from; one entry where the invite names the group, none where the role enters all rooms. */
  groups: { id: GroupId; name: string }[]
  /** Those that others in the workshop come from, by name; offered while somebody types. */
  organisations: { name: string; kind: OrganisationKind }[]
  /** Set when this browser already belongs to somebody in the workshop. */
  alreadyMember: { name: string; role: Role; workshopId: WorkshopId; homeGroupId: GroupId } | null
}

/** POST /invites/accept and POST /return. */
export interface Admission extends Pick<WorkshopSummary, 'role' | 'homeGroupId' | 'memberId'> {
  workshopId: WorkshopId
  /** Personal way back from any device; null where the person came by exactly that. */
  returnToken: string | null
}

/** POST /workshops/:workshopId/me/return-link and POST /workshops/:workshopId/members/:memberId/return-link. */
export interface FreshReturnLink {
  returnToken: string
}

/**
 * Why there is a version:
 * - manual: somebody saved and named it.
 * - phase: a phase ended; `name` is that phase.
 * - restore: just before a restore; `name` is that of the version restored.
 * - removal: just before somebody removed many cards at once; without a name.
 */
export type VersionReason = 'manual' | 'phase' | 'restore' | 'removal'

/** GET /workshops/:workshopId/groups/:groupId/versions answers with a list, newest first. */
export interface VersionView {
  id: VersionId
  name: string
  createdAt: number
  createdBy: string
  reason: VersionReason
  cardCount: number
}

/**
 * POST /workshops/:workshopId/groups/:groupId/assets/copies: which image of which group comes along into this one.
 * Answers `UploadedAsset`.
 */
export const copyAssetRequest = z.object({
  workshopId: id<WorkshopId>(),
  groupId: id<GroupId>(),
  assetId: id<AssetId>(),
})
export type CopyAssetRequest = z.infer<typeof copyAssetRequest>

/** POST /workshops/:workshopId/groups/:groupId/assets (body: the image itself). */
export interface UploadedAsset {
  id: AssetId
  url: string
  /** How many bytes of images the group may still take. */
  leftBytes: number
}

/** POST /workshops/:w/groups/:g/versions/:v/restore: the version saved just before, to take it back with. */
export interface RestoredVersion {
  before: VersionView
}
