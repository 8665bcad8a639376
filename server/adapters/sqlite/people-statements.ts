import type Database from 'better-sqlite3'
import { workshopEnds } from './webhook-tables.ts'
import { asking } from './storage-errors.ts'

export type PeopleStatements = ReturnType<typeof prepareStatements>

/** A prepared statement whose troubles are `StorageError`s. */
function prepared(database: Database.Database, text: string) {
  const statement = database.prepare<unknown[]>(text)
  return {
    run: (...values: unknown[]) => asking(() => statement.run(...values)),
    get: (...values: unknown[]) => asking(() => statement.get(...values)),
    all: (...values: unknown[]) => asking(() => statement.all(...values)),
  }
}

/** Members with the name and kind of the organisation they come from, and which of their rooms lie in the archive. */
const MEMBERS = `(SELECT m.*, coalesce(o.name, '') AS organisation, coalesce(o.kind, m.organisation_kind) AS kind,
                    (SELECT archived_at FROM workshops WHERE id = m.workshop_id) AS workshop_archived_at,
                    (SELECT json_group_array(id) FROM groups
                     WHERE workshop_id = m.workshop_id AND archived_at IS NOT NULL) AS archived_groups
                  FROM members m LEFT JOIN organisations o ON o.id = m.organisation_id) AS members`

/** The whole SQL of the people store, prepared once. */
export function prepareStatements(database: Database.Database) {
  const sql = (text: string) => prepared(database, text)
  return {
    writesHere: sql('SELECT total_changes() AS here'),
    anyAccount: sql('SELECT 1 FROM accounts LIMIT 1'),
    addAccount: sql(
      `INSERT INTO accounts (id, name, email, password_hash, created_at)
       VALUES (@id, @name, @email, @passwordHash, @createdAt) ON CONFLICT (email) DO NOTHING`,
    ),
    account: sql('SELECT * FROM accounts WHERE id = ?'),
    accountByEmail: sql('SELECT * FROM accounts WHERE email = ?'),
    bindAccount: sql('UPDATE members SET account_id = ? WHERE id = ?'),
    setPassword: sql('UPDATE accounts SET password_hash = ? WHERE id = ?'),
    setPasswordReset: sql(
      `INSERT INTO password_resets (account_id, token_hash, expires_at) VALUES (?, ?, ?)
       ON CONFLICT (account_id) DO UPDATE SET token_hash = excluded.token_hash, expires_at = excluded.expires_at`,
    ),
    takePasswordReset: sql(
      'DELETE FROM password_resets WHERE token_hash = ? RETURNING account_id, expires_at',
    ),

    addSession: sql(
      `INSERT INTO sessions (token_hash, account_id, account_since, created_at, expires_at)
       VALUES (@tokenHash, @accountId, @accountSince, @createdAt, @expiresAt)`,
    ),
    session: sql(
      `SELECT *, (SELECT json_group_array(json_object('id', member_id, 'since', since)) FROM session_members
                  WHERE token_hash = sessions.token_hash) AS members
       FROM sessions WHERE token_hash = ? AND expires_at > ?`,
    ),
    extendSession: sql('UPDATE sessions SET expires_at = ? WHERE token_hash = ?'),
    endSession: sql('DELETE FROM sessions WHERE token_hash = ?'),
    endSessionsOf: sql(
      'DELETE FROM sessions WHERE account_id = ? AND token_hash IS NOT ? RETURNING token_hash',
    ),
    bindMember: sql(
      `INSERT INTO session_members (token_hash, member_id, since) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET since = excluded.since`,
    ),
    unbindSiblings: sql(
      `DELETE FROM session_members WHERE token_hash = ? AND member_id IN (
         SELECT id FROM members WHERE workshop_id = (SELECT workshop_id FROM members WHERE id = ?))`,
    ),
    unbindMember: sql(
      'DELETE FROM session_members WHERE member_id = ? AND token_hash IS NOT ? RETURNING token_hash',
    ),
    trimOfAccount: sql(
      `DELETE FROM sessions WHERE account_id = @accountId AND token_hash NOT IN (
         SELECT token_hash FROM sessions WHERE account_id = @accountId
         ORDER BY created_at DESC, rowid DESC LIMIT @most)
       RETURNING token_hash`,
    ),
    trimOfMember: sql(
      `DELETE FROM session_members WHERE member_id = @memberId AND token_hash NOT IN (
         SELECT token_hash FROM sessions JOIN session_members USING (token_hash) WHERE member_id = @memberId
         ORDER BY created_at DESC, sessions.rowid DESC LIMIT @most)
       RETURNING token_hash`,
    ),
    endEmptySession: sql(
      `DELETE FROM sessions WHERE token_hash = @tokenHash AND account_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM session_members WHERE token_hash = @tokenHash)`,
    ),
    sweepSessions: sql('DELETE FROM sessions WHERE expires_at <= ?'),

    addWorkshop: sql(
      `INSERT INTO workshops (id, title, language, created_at, is_sample, rehearsal_of, copy_of)
       VALUES (@id, @title, @language, @createdAt, @isSample, @rehearsalOf, @copyOf)`,
    ),
    /** In this order, because of what refers to what; each takes the workshop as `id`. */
    removeWorkshop: [
      workshopEnds,
      'INSERT OR IGNORE INTO removals SELECT id FROM groups WHERE workshop_id = @id',
      'DELETE FROM assets WHERE group_id IN (SELECT id FROM groups WHERE workshop_id = @id)',
      'DELETE FROM session_members WHERE member_id IN (SELECT id FROM members WHERE workshop_id = @id)',
      `DELETE FROM sessions WHERE account_id IS NULL AND @id IS NOT NULL
       AND token_hash NOT IN (SELECT token_hash FROM session_members)`,
      'DELETE FROM raises WHERE member_id IN (SELECT id FROM members WHERE workshop_id = @id)',
      'DELETE FROM members WHERE workshop_id = @id',
      'DELETE FROM organisations WHERE workshop_id = @id',
      'DELETE FROM invites WHERE workshop_id = @id',
      'DELETE FROM meetings WHERE workshop_id = @id',
      'DELETE FROM cancelled_meetings WHERE workshop_id = @id',
      'DELETE FROM methods WHERE workshop_id = @id',
      'DELETE FROM access_keys WHERE workshop_id = @id',
      'DELETE FROM house_templates WHERE workshop_id = @id',
      'DELETE FROM galleries WHERE workshop_id = @id',
      'DELETE FROM interests WHERE workshop_id = @id',
      'DELETE FROM speaker_notes WHERE group_id IN (SELECT id FROM groups WHERE workshop_id = @id)',
      'DELETE FROM summaries WHERE workshop_id = @id',
      'DELETE FROM groups WHERE workshop_id = @id',
      'DELETE FROM workshops WHERE id = @id',
    ].map(sql),
    /** In this order, because of what refers to what; each takes the group as `id`. */
    removeGroup: [
      'INSERT OR IGNORE INTO removals SELECT id FROM groups WHERE id = @id',
      'DELETE FROM assets WHERE group_id = @id',
      'UPDATE members SET invite_id = NULL WHERE invite_id IN (SELECT id FROM invites WHERE group_id = @id)',
      'DELETE FROM invites WHERE group_id = @id',
      // Of two groups the other one is the plenum
      `UPDATE members SET
         group_ids = (SELECT json_group_array(value) FROM json_each(members.group_ids) WHERE value <> @id),
         may_choose_group = CASE WHEN json_array_length(group_ids) = 2 THEN 1 ELSE may_choose_group END
       WHERE workshop_id = (SELECT workshop_id FROM groups WHERE id = @id)
         AND EXISTS (SELECT 1 FROM json_each(members.group_ids) WHERE value = @id)`,
      'DELETE FROM speaker_notes WHERE group_id = @id',
      'DELETE FROM summaries WHERE group_id = @id',
      'DELETE FROM published_profiles WHERE group_id = @id',
      'DELETE FROM interests WHERE group_id = @id',
      'DELETE FROM groups WHERE id = @id',
    ].map(sql),
    /** In this order; each takes the account as `id` and the time as `at`. */
    removeAccount: [
      `UPDATE members SET account_id = NULL, return_hash = NULL, removed_at = coalesce(removed_at, @at)
       WHERE account_id = @id`,
      'DELETE FROM sessions WHERE account_id = @id AND @at IS NOT NULL',
      'DELETE FROM password_resets WHERE account_id = @id AND @at IS NOT NULL',
      'DELETE FROM access_keys WHERE account_id = @id AND @at IS NOT NULL',
      'DELETE FROM accounts WHERE id = @id AND @at IS NOT NULL',
    ].map(sql),
    otherAccount: sql('SELECT 1 FROM accounts WHERE id <> ? LIMIT 1'),
    removals: sql('SELECT group_id FROM removals'),
    removalDone: sql('DELETE FROM removals WHERE group_id = ?'),
    unfinishedWorkshops: sql(
      `SELECT * FROM workshops WHERE rehearsal_of IS NOT NULL
       OR id NOT IN (SELECT workshop_id FROM members WHERE removed_at IS NULL)`,
    ),
    workshop: sql('SELECT * FROM workshops WHERE id = ?'),
    renameWorkshop: sql('UPDATE workshops SET title = ? WHERE id = ?'),
    membershipsOf: sql(
      `SELECT members.* FROM ${MEMBERS} JOIN workshops ON workshops.id = workshop_id
       WHERE removed_at IS NULL AND rehearsal_of IS NULL AND (account_id = ? OR members.id IN (SELECT value FROM json_each(?)))
       ORDER BY workshops.created_at DESC, workshops.id DESC`,
    ),
    membershipCounts: sql(
      `SELECT
         (SELECT count(*) FROM members WHERE workshop_id = @workshopId AND removed_at IS NULL) AS member_count,
         (SELECT count(*) FROM groups WHERE workshop_id = @workshopId AND kind = 'project' AND archived_at IS NULL) AS group_count,
         (SELECT id FROM groups WHERE workshop_id = @workshopId AND kind = 'plenum') AS plenum_id`,
    ),

    addGroup: sql(
      `INSERT INTO groups (id, workshop_id, kind, name, position, generation, by_choice)
       VALUES (@id, @workshopId, @kind, @name, @position, @generation, @byChoice)`,
    ),
    group: sql('SELECT * FROM groups WHERE id = ?'),
    groups: sql('SELECT * FROM groups WHERE workshop_id = ? ORDER BY position, id'),
    renameGroup: sql('UPDATE groups SET name = ? WHERE id = ?'),
    archiveWorkshop: sql('UPDATE workshops SET archived_at = @at WHERE id = @workshopId'),
    archiveGroup: sql(
      'UPDATE groups SET archived_at = @at WHERE id = @groupId AND workshop_id = @workshopId',
    ),

    addMember: sql(
      `INSERT INTO members (id, workshop_id, account_id, name, organisation_id, organisation_kind, role, group_ids,
                            may_choose_group, joined_at, removed_at, standing, stands_in_for)
       VALUES (@id, @workshopId, @accountId, @name, @organisationId, @organisationKind, @role, @groupIds,
               @mayChooseGroup, @joinedAt, @removedAt, @standing, @standsInFor)`,
    ),
    member: sql(`SELECT * FROM ${MEMBERS} WHERE id = ?`),
    memberOfAccount: sql(
      `SELECT * FROM ${MEMBERS} WHERE workshop_id = ? AND account_id = ?
       ORDER BY removed_at IS NOT NULL, joined_at LIMIT 1`,
    ),
    members: sql(
      `SELECT * FROM ${MEMBERS} WHERE workshop_id = ? AND removed_at IS NULL ORDER BY joined_at, id`,
    ),
    formerMembers: sql(
      `SELECT * FROM ${MEMBERS} WHERE workshop_id = ? AND removed_at IS NOT NULL ORDER BY joined_at, id`,
    ),
    changeMember: sql(
      `UPDATE members SET role = @role, group_ids = @groupIds, may_choose_group = @mayChooseGroup,
                          removed_at = @removedAt, standing = @standing
       WHERE id = @id`,
    ),
    raiseMember: sql('INSERT INTO raises (member_id, at, role, group_ids) VALUES (?, ?, ?, ?)'),
    formerRights: sql(
      'SELECT role, group_ids FROM raises WHERE member_id = ? AND at >= ? ORDER BY at, rowid LIMIT 1',
    ),
    organisations: sql('SELECT * FROM organisations WHERE workshop_id = ? ORDER BY name, id'),
    addOrganisation: sql(
      `INSERT INTO organisations (id, workshop_id, name, kind, size_class)
       VALUES (@id, @workshopId, @name, @kind, @sizeClass)`,
    ),
    changeOrganisation: sql(
      'UPDATE organisations SET name = @name, kind = @kind, size_class = @sizeClass WHERE id = @id',
    ),
    moveMembers: sql('UPDATE members SET organisation_id = @into WHERE organisation_id = @from'),
    removeOrganisation: sql('DELETE FROM organisations WHERE id = @from'),

    setEntry: sql('UPDATE members SET return_hash = ?, invite_id = ? WHERE id = ?'),
    inviteOf: sql('SELECT invite_id FROM members WHERE id = ?'),
    setReturnToken: sql('UPDATE members SET return_hash = ?, return_by = ? WHERE id = ?'),
    returnLinksBy: sql('SELECT id FROM members WHERE return_by = ? ORDER BY id'),
    memberByReturnToken: sql(`SELECT * FROM ${MEMBERS} WHERE return_hash = ?`),

    addInvite: sql(
      `INSERT INTO invites (id, workshop_id, label, role, group_id, token_hash, code_hash, created_at, expires_at,
                            revoked_at, accepted_count)
       VALUES (@id, @workshopId, @label, @role, @groupId, @tokenHash, @codeHash, @createdAt, @expiresAt,
               @revokedAt, @acceptedCount)`,
    ),
    invite: sql('SELECT * FROM invites WHERE id = ?'),
    inviteByToken: sql('SELECT * FROM invites WHERE token_hash = ?'),
    inviteByCode: sql('SELECT * FROM invites WHERE code_hash = ?'),
    invites: sql('SELECT * FROM invites WHERE workshop_id = ? ORDER BY created_at DESC, id DESC'),
    revokeInvite: sql('UPDATE invites SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?'),
    countAccepted: sql(
      'UPDATE invites SET accepted_count = accepted_count + 1 WHERE id = ? AND accepted_count < ?',
    ),
  }
}
