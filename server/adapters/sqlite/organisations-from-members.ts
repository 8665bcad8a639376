import type Database from 'better-sqlite3'
import { z } from 'zod'
import { isSameText } from '#shared/base/folded-text.ts'
import { newId, type OrganisationId } from '#shared/base/ids.ts'

const memberRow = z.object({
  id: z.string(),
  workshop_id: z.string(),
  organisation: z.string(),
  organisation_kind: z.string(),
})
type MemberRow = z.output<typeof memberRow>

/**
 * Until here each member carried a name and a kind of their own. Names that read the same become one organisation of
 * that workshop, written and sorted as the first who joined had it; who named none stays without.
 */
export function organisationsFromMembers(database: Database.Database): void {
  database.exec(`
    CREATE TABLE organisations (
      id TEXT PRIMARY KEY,
      workshop_id TEXT NOT NULL REFERENCES workshops (id),
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      size_class TEXT
    ) STRICT;
    CREATE INDEX organisations_of_workshop ON organisations (workshop_id, name);
    ALTER TABLE members ADD COLUMN organisation_id TEXT REFERENCES organisations (id);
    CREATE INDEX members_of_organisation ON members (organisation_id) WHERE organisation_id IS NOT NULL;
  `)
  const members = database.prepare('SELECT * FROM members ORDER BY joined_at, id').all()
  const add = database.prepare('INSERT INTO organisations (id, workshop_id, name, kind) VALUES (?, ?, ?, ?)')
  const belong = database.prepare('UPDATE members SET organisation_id = ? WHERE id = ?')
  const known: { id: OrganisationId; of: MemberRow }[] = []
  for (const member of z.array(memberRow).parse(members)) {
    if (member.organisation.trim() === '') continue
    let found = known.find(({ of }) => isSameIn(of, member))
    if (!found) {
      found = { id: newId(), of: member }
      known.push(found)
      add.run(found.id, member.workshop_id, member.organisation.trim(), member.organisation_kind)
    }
    belong.run(found.id, member.id)
  }
  database.exec('ALTER TABLE members DROP COLUMN organisation')
}

function isSameIn(one: MemberRow, other: MemberRow): boolean {
  return one.workshop_id === other.workshop_id && isSameText(one.organisation, other.organisation)
}
