/** What happened, in milliseconds, where no row says so. */
const NOW = "CAST(unixepoch('subsec') * 1000 AS INTEGER)"

/**
 * Webhooks and their queue. Messages about rows of this database are queued by triggers, in the transaction they tell of:
 * no crash lies between, and no path forgets them. Who writes into the view `happenings` queues for everybody concerned.
 * `webhooks.workshop_id` refers to nothing, because a workshop's end is the last that is told of it.
 */
export const webhookTables = `
  CREATE TABLE webhooks (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    workshop_id TEXT,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    kinds TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    paused_at INTEGER,
    secret_round INTEGER NOT NULL,
    secret_since INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX webhooks_of_account ON webhooks (account_id);

  CREATE TABLE deliveries (
    id TEXT PRIMARY KEY,
    webhook_id TEXT NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    workshop_id TEXT,
    group_id TEXT,
    subject_id TEXT,
    at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    due_at INTEGER,
    outcome TEXT,
    status INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX deliveries_due ON deliveries (due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX deliveries_of_webhook ON deliveries (webhook_id, at);

  CREATE VIEW happenings (kind, workshop_id, group_id, subject_id, at, happening_key) AS
    SELECT kind, workshop_id, group_id, subject_id, at, id FROM deliveries;
  CREATE TRIGGER happenings_are_queued INSTEAD OF INSERT ON happenings BEGIN
    INSERT OR IGNORE INTO deliveries (id, webhook_id, kind, workshop_id, group_id, subject_id, at, due_at)
    SELECT coalesce(NEW.happening_key || '.' || w.id, lower(hex(randomblob(16)))), w.id,
      NEW.kind, NEW.workshop_id, NEW.group_id, NEW.subject_id, NEW.at, 0
    FROM webhooks w
    WHERE w.paused_at IS NULL AND (w.workshop_id IS NULL OR w.workshop_id = NEW.workshop_id)
      AND EXISTS (SELECT 1 FROM json_each(w.kinds) WHERE value = NEW.kind)
      AND EXISTS (SELECT 1 FROM members m WHERE m.workshop_id = NEW.workshop_id
                  AND m.account_id = w.account_id AND m.removed_at IS NULL)
      AND EXISTS (SELECT 1 FROM workshops WHERE id = NEW.workshop_id AND rehearsal_of IS NULL);
  END;

  CREATE TRIGGER profiles_published AFTER INSERT ON published_profiles BEGIN
    INSERT INTO happenings VALUES
      ('profile.published', NEW.workshop_id, NEW.group_id, NEW.id, NEW.changed_at, NULL);
  END;
  CREATE TRIGGER profiles_published_anew AFTER UPDATE OF changed_at ON published_profiles BEGIN
    INSERT INTO happenings VALUES
      ('profile.published', NEW.workshop_id, NEW.group_id, NEW.id, NEW.changed_at, NULL);
  END;
  CREATE TRIGGER profiles_withdrawn AFTER DELETE ON published_profiles BEGIN
    INSERT INTO happenings VALUES
      ('profile.withdrawn', OLD.workshop_id, OLD.group_id, OLD.id, ${NOW}, NULL);
  END;

  CREATE TRIGGER interest_sent AFTER INSERT ON interests WHEN NEW.secret_hash IS NULL BEGIN
    INSERT INTO happenings VALUES
      ('interest.received', NEW.workshop_id, NEW.group_id, NEW.id, NEW.sent_at, NULL);
  END;
  CREATE TRIGGER interest_confirmed AFTER UPDATE OF secret_hash ON interests
  WHEN OLD.secret_hash IS NOT NULL AND NEW.secret_hash IS NULL BEGIN
    INSERT INTO happenings VALUES
      ('interest.received', NEW.workshop_id, NEW.group_id, NEW.id, coalesce(NEW.confirmed_at, ${NOW}), NULL);
  END;

  CREATE TRIGGER minutes_released AFTER UPDATE OF body ON meetings
  WHEN json_type(OLD.body, '$.record.released.at') IS NULL
    AND json_type(NEW.body, '$.record.released.at') IS NOT NULL BEGIN
    INSERT INTO happenings VALUES ('minutes.released', NEW.workshop_id, NULL, NEW.id,
      CAST(json_extract(NEW.body, '$.record.released.at') AS INTEGER), NULL);
  END;

  CREATE TRIGGER workshops_archived AFTER UPDATE OF archived_at ON workshops
  WHEN (OLD.archived_at IS NULL) <> (NEW.archived_at IS NULL) BEGIN
    INSERT INTO happenings VALUES
      (CASE WHEN NEW.archived_at IS NULL THEN 'workshop.reopened' ELSE 'workshop.archived' END,
       NEW.id, NULL, NULL, coalesce(NEW.archived_at, ${NOW}), NULL);
  END;
`

/** Told while its members are known still: the first that is done where a workshop, as `id`, is removed. */
export const workshopEnds = `INSERT INTO happenings VALUES ('workshop.deleted', @id, NULL, NULL, ${NOW}, NULL)`
