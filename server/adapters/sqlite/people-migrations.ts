import { piecesFromWholeImages } from './asset-pieces.ts'
import type { Migration } from './database.ts'
import { organisationsFromMembers } from './organisations-from-members.ts'
import { webhookTables } from './webhook-tables.ts'

/** Tables of `werkraum.sqlite`: people, workshops and images. Documents live in a file of their own. */
export const peopleMigrations: readonly Migration[] = [
  {
    name: 'first shape',
    up: `
      CREATE TABLE accounts (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        email TEXT NOT NULL UNIQUE,
        password_hash TEXT NOT NULL,
        created_at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE workshops (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        language TEXT NOT NULL,
        created_at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE groups (
        id TEXT PRIMARY KEY,
        workshop_id TEXT NOT NULL REFERENCES workshops (id),
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        position INTEGER NOT NULL,
        generation INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX groups_of_workshop ON groups (workshop_id, position);

      CREATE TABLE members (
        id TEXT PRIMARY KEY,
        workshop_id TEXT NOT NULL REFERENCES workshops (id),
        account_id TEXT REFERENCES accounts (id),
        name TEXT NOT NULL,
        organisation TEXT NOT NULL,
        organisation_kind TEXT NOT NULL,
        role TEXT NOT NULL,
        group_ids TEXT NOT NULL,
        may_choose_group INTEGER NOT NULL,
        joined_at INTEGER NOT NULL,
        removed_at INTEGER,
        return_hash TEXT UNIQUE
      ) STRICT;
      CREATE INDEX members_of_workshop ON members (workshop_id, joined_at);
      CREATE INDEX members_of_account ON members (account_id) WHERE account_id IS NOT NULL;

      CREATE TABLE sessions (
        token_hash TEXT PRIMARY KEY,
        account_id TEXT REFERENCES accounts (id),
        created_at INTEGER NOT NULL,
        expires_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX sessions_by_expiry ON sessions (expires_at);

      CREATE TABLE session_members (
        token_hash TEXT NOT NULL REFERENCES sessions (token_hash) ON DELETE CASCADE,
        member_id TEXT NOT NULL REFERENCES members (id),
        PRIMARY KEY (token_hash, member_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE invites (
        id TEXT PRIMARY KEY,
        workshop_id TEXT NOT NULL REFERENCES workshops (id),
        role TEXT NOT NULL,
        group_id TEXT REFERENCES groups (id),
        token_hash TEXT NOT NULL UNIQUE,
        code_hash TEXT NOT NULL UNIQUE,
        created_at INTEGER NOT NULL,
        expires_at INTEGER NOT NULL,
        revoked_at INTEGER,
        accepted_count INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX invites_of_workshop ON invites (workshop_id, created_at);

      CREATE TABLE assets (
        id TEXT PRIMARY KEY,
        group_id TEXT NOT NULL REFERENCES groups (id),
        media_type TEXT NOT NULL,
        bytes BLOB NOT NULL,
        created_at INTEGER NOT NULL,
        created_by TEXT NOT NULL REFERENCES members (id)
      ) STRICT;
      CREATE INDEX assets_of_group ON assets (group_id, created_at);
    `,
  },
  {
    name: 'a way to a new password',
    up: `
      CREATE TABLE password_resets (
        account_id TEXT PRIMARY KEY REFERENCES accounts (id),
        token_hash TEXT NOT NULL UNIQUE,
        expires_at INTEGER NOT NULL
      ) STRICT;
    `,
  },
  {
    name: 'the invite somebody came by',
    up: 'ALTER TABLE members ADD COLUMN invite_id TEXT REFERENCES invites (id);',
  },
  {
    name: 'groups whose rooms are still to be removed',
    up: 'CREATE TABLE removals (group_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;',
  },
  { name: 'organisations', up: organisationsFromMembers },
  {
    name: 'the plan of a workshop',
    up: `
      CREATE TABLE meetings (
        id TEXT PRIMARY KEY,
        workshop_id TEXT NOT NULL REFERENCES workshops (id),
        body TEXT NOT NULL
      ) STRICT;
      CREATE INDEX meetings_of_workshop ON meetings (workshop_id);
    `,
  },
  { name: 'images in pieces', up: piecesFromWholeImages },
  {
    name: 'since when a login has shown who it is, and who was raised after that',
    up: `
      ALTER TABLE sessions ADD COLUMN account_since INTEGER NOT NULL DEFAULT 0;
      UPDATE sessions SET account_since = created_at;
      ALTER TABLE session_members ADD COLUMN since INTEGER NOT NULL DEFAULT 0;
      UPDATE session_members SET since =
        (SELECT created_at FROM sessions WHERE sessions.token_hash = session_members.token_hash);
      CREATE TABLE raises (
        member_id TEXT NOT NULL REFERENCES members (id),
        at INTEGER NOT NULL,
        role TEXT NOT NULL,
        group_ids TEXT NOT NULL
      ) STRICT;
      CREATE INDEX raises_of_member ON raises (member_id, at);
    `,
  },
  { name: 'labels of invitations', up: `ALTER TABLE invites ADD COLUMN label TEXT NOT NULL DEFAULT '';` },
  {
    name: 'who made somebody’s return link, and knows it',
    up: `
      ALTER TABLE members ADD COLUMN return_by TEXT;
      CREATE INDEX returns_by_member ON members (return_by) WHERE return_by IS NOT NULL;
      CREATE INDEX sessions_of_account ON sessions (account_id) WHERE account_id IS NOT NULL;
      CREATE INDEX session_members_of_member ON session_members (member_id);
    `,
  },
  {
    name: 'what is said to slides',
    up: `
      CREATE TABLE speaker_notes (
        group_id TEXT NOT NULL REFERENCES groups (id),
        place_id TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (group_id, place_id)
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    name: 'the archive',
    up: `
      ALTER TABLE workshops ADD COLUMN archived_at INTEGER;
      ALTER TABLE groups ADD COLUMN archived_at INTEGER;
    `,
  },
  {
    name: 'workshops to look at',
    up: 'ALTER TABLE workshops ADD COLUMN is_sample INTEGER NOT NULL DEFAULT 0;',
  },
  {
    name: 'who is expected, who rests, and who comes instead',
    up: `
      ALTER TABLE members ADD COLUMN standing TEXT NOT NULL DEFAULT 'present';
      ALTER TABLE members ADD COLUMN stands_in_for TEXT;
    `,
  },
  {
    name: 'methods of a workshop’s own',
    up: `
      CREATE TABLE methods (
        workshop_id TEXT NOT NULL REFERENCES workshops (id),
        id TEXT NOT NULL,
        revision INTEGER NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (workshop_id, id)
      ) STRICT;
    `,
  },
  {
    name: 'keys of programs',
    up: `
      CREATE TABLE access_keys (
        id TEXT PRIMARY KEY,
        account_id TEXT NOT NULL REFERENCES accounts (id),
        workshop_id TEXT REFERENCES workshops (id),
        secret_hash TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        scopes TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        expires_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX access_keys_of_account ON access_keys (account_id);
      CREATE INDEX access_keys_of_workshop ON access_keys (workshop_id) WHERE workshop_id IS NOT NULL;
    `,
  },
  {
    name: 'templates of the house',
    up: `
      CREATE TABLE house_templates (
        workshop_id TEXT NOT NULL REFERENCES workshops (id),
        format TEXT NOT NULL,
        name TEXT NOT NULL,
        added_at INTEGER NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (workshop_id, format)
      ) STRICT;
    `,
  },
  {
    name: 'what members hear outside a workshop',
    up: `
      CREATE TABLE mail_reminders (
        member_id TEXT PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
        email TEXT NOT NULL,
        language TEXT NOT NULL,
        asked_at INTEGER NOT NULL,
        due_at INTEGER
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX mail_reminders_due ON mail_reminders (due_at) WHERE due_at IS NOT NULL;

      CREATE TABLE calendar_addresses (
        member_id TEXT PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
        secret_hash TEXT NOT NULL UNIQUE,
        since INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TRIGGER subscriptions_end_with_membership AFTER UPDATE OF removed_at ON members
      WHEN NEW.removed_at IS NOT NULL BEGIN
        DELETE FROM mail_reminders WHERE member_id = NEW.id;
        DELETE FROM calendar_addresses WHERE member_id = NEW.id;
      END;

      CREATE TABLE cancelled_meetings (
        workshop_id TEXT NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        starts_at INTEGER NOT NULL,
        minutes INTEGER NOT NULL,
        group_ids TEXT NOT NULL,
        PRIMARY KEY (workshop_id, id)
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    name: 'colours of the house',
    up: 'ALTER TABLE house_templates ADD COLUMN colour TEXT;',
  },
  {
    name: 'rehearsals',
    up: 'ALTER TABLE workshops ADD COLUMN rehearsal_of TEXT;',
  },
  {
    name: 'breakouts that people choose themselves',
    up: 'ALTER TABLE groups ADD COLUMN by_choice INTEGER NOT NULL DEFAULT 0;',
  },
  {
    name: 'the gallery',
    up: `
      CREATE TABLE galleries (
        workshop_id TEXT PRIMARY KEY REFERENCES workshops (id),
        opened_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE published_profiles (
        id TEXT PRIMARY KEY,
        workshop_id TEXT NOT NULL REFERENCES galleries (workshop_id) ON DELETE CASCADE,
        group_id TEXT NOT NULL REFERENCES groups (id),
        artefact_id TEXT NOT NULL,
        language TEXT NOT NULL,
        published_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        body TEXT NOT NULL,
        UNIQUE (group_id, artefact_id)
      ) STRICT;
      CREATE INDEX published_of_workshop ON published_profiles (workshop_id);
      CREATE INDEX published_by_change ON published_profiles (changed_at);
    `,
  },
  {
    name: 'interest from outside',
    up: `
      CREATE TABLE interests (
        id TEXT PRIMARY KEY,
        workshop_id TEXT NOT NULL REFERENCES workshops (id),
        group_id TEXT NOT NULL REFERENCES groups (id),
        solution TEXT NOT NULL,
        sent_at INTEGER NOT NULL,
        confirmed_at INTEGER,
        secret_hash TEXT UNIQUE,
        body TEXT NOT NULL
      ) STRICT;
      CREATE INDEX interests_of_workshop ON interests (workshop_id, sent_at);
    `,
  },
  { name: 'messages to other systems', up: webhookTables },
  { name: 'copies', up: 'ALTER TABLE workshops ADD COLUMN copy_of TEXT;' },
  {
    name: 'summaries of dossiers',
    up: `
      CREATE TABLE summaries (
        workshop_id TEXT NOT NULL REFERENCES workshops (id),
        group_id TEXT REFERENCES groups (id),
        text TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX summary_of ON summaries (workshop_id, coalesce(group_id, ''));
      CREATE INDEX summary_of_group ON summaries (group_id) WHERE group_id IS NOT NULL;
    `,
  },
  { name: 'what interest is about', up: 'ALTER TABLE interests ADD COLUMN artefact_id TEXT;' },
]
