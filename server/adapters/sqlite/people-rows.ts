import { groupKinds } from '#shared/workshop/group-kinds.ts'
import { z } from 'zod'
import { isId } from '#shared/base/ids.ts'
import { copyOfSchema } from '#shared/workshop/copy-of.ts'
import { sizeClasses } from '#shared/base/size-classes.ts'
import { organisationKinds, roles } from '#shared/workshop/roles.ts'
import { standings } from '#shared/workshop/standing.ts'
import type {
  Account,
  FormerRights,
  Group,
  Invite,
  Member,
  Organisation,
  Session,
  Workshop,
} from '#server/ports/people-store.ts'

/** What rows must look like before anything of them is used: the file may be damaged or come from elsewhere. */
const id = <T extends string>() => z.string().refine(isId) as unknown as z.ZodType<T>
const time = z.number().int().nonnegative()

const groupIds = z.union([z.literal('all'), z.array(id<Group['id']>())])

export const accountRow = z
  .object({
    id: id<Account['id']>(),
    name: z.string(),
    email: z.string(),
    password_hash: z.string(),
    created_at: time,
  })
  .transform((row): Account => ({
    id: row.id,
    name: row.name,
    email: row.email,
    passwordHash: row.password_hash,
    createdAt: row.created_at,
  }))

export const writesRow = z.object({ here: z.number() })

export const endedSessionRow = z.object({ token_hash: z.string() })

export const passwordResetRow = z.object({ account_id: id<Account['id']>(), expires_at: time })

const rehearsed = z.object({ workshopId: id<Workshop['id']>(), groupId: id<Group['id']>() })

export const workshopRow = z
  .object({
    id: id<Workshop['id']>(),
    title: z.string(),
    language: z.enum(['de', 'en']),
    created_at: time,
    archived_at: time.nullable(),
    is_sample: z.union([z.literal(0), z.literal(1)]),
    rehearsal_of: z
      .string()
      .transform((text) => rehearsed.parse(JSON.parse(text)))
      .nullable(),
    copy_of: z
      .string()
      .transform((text) => copyOfSchema.parse(JSON.parse(text)))
      .nullable(),
  })
  .transform((row): Workshop => ({
    id: row.id,
    title: row.title,
    language: row.language,
    createdAt: row.created_at,
    ...(row.archived_at !== null && { archivedAt: row.archived_at }),
    isSample: row.is_sample === 1,
    ...(row.rehearsal_of !== null && { rehearsalOf: row.rehearsal_of }),
    ...(row.copy_of !== null && { copyOf: row.copy_of }),
  }))

export const groupRow = z
  .object({
    id: id<Group['id']>(),
    workshop_id: id<Workshop['id']>(),
    kind: z.enum(groupKinds),
    name: z.string(),
    position: z.number().int(),
    generation: z.number().int(),
    archived_at: time.nullable(),
    by_choice: z.union([z.literal(0), z.literal(1)]),
  })
  .transform((row): Group => ({
    id: row.id,
    workshopId: row.workshop_id,
    kind: row.kind,
    name: row.name,
    position: row.position,
    generation: row.generation,
    ...(row.archived_at !== null && { archivedAt: row.archived_at }),
    ...(row.by_choice === 1 && { byChoice: true }),
  }))

export const groupToRow = (group: Group) => ({ ...group, byChoice: group.byChoice ? 1 : 0 })

export const memberRow = z
  .object({
    id: id<Member['id']>(),
    workshop_id: id<Workshop['id']>(),
    account_id: id<Account['id']>().nullable(),
    name: z.string(),
    organisation_id: id<Organisation['id']>().nullable(),
    organisation: z.string(),
    kind: z.enum(organisationKinds),
    role: z.enum(roles),
    group_ids: z
      .string()
      .transform((text) => JSON.parse(text) as unknown)
      .pipe(groupIds),
    may_choose_group: z.union([z.literal(0), z.literal(1)]),
    joined_at: time,
    removed_at: time.nullable(),
    workshop_archived_at: time.nullable(),
    archived_groups: z
      .string()
      .transform((text) => JSON.parse(text) as unknown)
      .pipe(z.array(id<Group['id']>())),
    standing: z.enum(standings),
    stands_in_for: id<Member['id']>().nullable(),
  })
  .transform((row): Member => ({
    id: row.id,
    workshopId: row.workshop_id,
    accountId: row.account_id,
    name: row.name,
    organisationId: row.organisation_id,
    organisation: row.organisation,
    organisationKind: row.kind,
    role: row.role,
    groupIds: row.group_ids,
    mayChooseGroup: row.may_choose_group === 1,
    joinedAt: row.joined_at,
    removedAt: row.removed_at,
    ...(row.workshop_archived_at !== null
      ? { archived: 'all' as const }
      : row.archived_groups.length > 0 && { archived: row.archived_groups }),
    standing: row.standing,
    standsInFor: row.stands_in_for,
  }))

export const organisationRow = z
  .object({
    id: id<Organisation['id']>(),
    workshop_id: id<Workshop['id']>(),
    name: z.string(),
    kind: z.enum(organisationKinds),
    size_class: z.enum(sizeClasses).nullable(),
  })
  .transform((row): Organisation => ({
    id: row.id,
    workshopId: row.workshop_id,
    name: row.name,
    kind: row.kind,
    sizeClass: row.size_class,
  }))

export const inviteRow = z
  .object({
    id: id<Invite['id']>(),
    workshop_id: id<Workshop['id']>(),
    label: z.string(),
    role: z.enum(roles),
    group_id: id<Group['id']>().nullable(),
    token_hash: z.string(),
    code_hash: z.string(),
    created_at: time,
    expires_at: time,
    revoked_at: time.nullable(),
    accepted_count: z.number().int().nonnegative(),
  })
  .transform((row): Invite => ({
    id: row.id,
    workshopId: row.workshop_id,
    label: row.label,
    role: row.role,
    groupId: row.group_id,
    tokenHash: row.token_hash,
    codeHash: row.code_hash,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    acceptedCount: row.accepted_count,
  }))

export const formerRightsRow = z
  .object({
    role: z.enum(roles),
    group_ids: z
      .string()
      .transform((text) => JSON.parse(text) as unknown)
      .pipe(groupIds),
  })
  .transform((row): FormerRights => ({ role: row.role, groupIds: row.group_ids }))

export const removalRow = z.object({ group_id: id<Group['id']>() })

export const memberIdRow = z.object({ id: id<Member['id']>() })

export const cameByRow = z.object({ invite_id: id<Invite['id']>().nullable() })

export const sessionRow = z
  .object({
    token_hash: z.string(),
    account_id: id<Account['id']>().nullable(),
    created_at: time,
    expires_at: time,
    account_since: time,
    members: z
      .string()
      .transform((text) => JSON.parse(text) as unknown)
      .pipe(z.array(z.object({ id: id<Member['id']>(), since: time }))),
  })
  .transform((row): Session => ({
    tokenHash: row.token_hash,
    accountId: row.account_id,
    accountSince: row.account_since,
    members: row.members,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  }))

export const membershipCountsRow = z.object({
  member_count: z.number().int(),
  group_count: z.number().int(),
  plenum_id: id<Group['id']>(),
})

/** What of a member is stored otherwise than it is said. */
export function toRow<Row extends Pick<Member, 'groupIds' | 'mayChooseGroup'>>(member: Row) {
  return {
    ...member,
    groupIds: JSON.stringify(member.groupIds),
    mayChooseGroup: member.mayChooseGroup ? 1 : 0,
  }
}

export const workshopToRow = ({ rehearsalOf, copyOf, isSample, ...workshop }: Workshop) => ({
  ...workshop,
  isSample: isSample ? 1 : 0,
  rehearsalOf: rehearsalOf ? JSON.stringify(rehearsalOf) : null,
  copyOf: copyOf ? JSON.stringify(copyOf) : null,
})
