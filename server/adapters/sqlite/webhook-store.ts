import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { AccountId, GroupId, WebhookId, WorkshopId } from '#shared/base/ids.ts'
import { id } from '#shared/protocol/api.ts'
import { deliveryOutcomes } from '#shared/workshop/delivery-outcomes.ts'
import { hookKinds, probeKind, type HookKind } from '#shared/workshop/hook-kinds.ts'
import type { AttemptEnd, Delivery, Happened, Webhook, WebhookStore } from '#server/ports/webhook-store.ts'
import { asking } from './storage-errors.ts'

/** A kind that only a newer version knows is passed over. */
const kindsSchema = z
  .array(z.string())
  .transform((kinds) => kinds.filter((kind): kind is HookKind => hookKinds.some((one) => one === kind)))
const webhookRow = z.object({
  id: id<WebhookId>(),
  accountId: id<AccountId>(),
  workshopId: id<WorkshopId>().nullable(),
  name: z.string(),
  url: z.string(),
  kinds: z.string().transform((text) => kindsSchema.parse(JSON.parse(text))),
  createdAt: z.number(),
  pausedAt: z.number().nullable(),
  secretRound: z.number(),
  secretSince: z.number(),
})
const deliveryRow = z.object({
  id: z.string(),
  webhookId: id<WebhookId>(),
  kind: z.enum([...hookKinds, probeKind]),
  workshopId: id<WorkshopId>().nullable(),
  groupId: id<GroupId>().nullable(),
  subjectId: z.string().nullable(),
  at: z.number(),
  attempts: z.number(),
  dueAt: z.number().nullable(),
  outcome: z.enum(deliveryOutcomes).nullable().catch(null),
  status: z.number().nullable(),
})
/** One that this program cannot read, as after going back to an older version, waits for one that can. */
const readable = (rows: readonly unknown[]): Delivery[] =>
  rows.flatMap((row) => {
    const { data } = deliveryRow.safeParse(row)
    return data ? [data] : []
  })
const known = [...hookKinds, probeKind].map((kind) => `'${kind}'`).join(', ')

const columns = `id, account_id AS accountId, workshop_id AS workshopId, name, url, kinds, created_at AS createdAt,
  paused_at AS pausedAt, secret_round AS secretRound, secret_since AS secretSince`
const deliveryColumns = `id, webhook_id AS webhookId, kind, workshop_id AS workshopId, group_id AS groupId,
  subject_id AS subjectId, at, attempts, due_at AS dueAt, outcome, status`

/** Webhooks beside the accounts they belong to, and what they are to be told; `webhook-tables.ts` fills the queue. */
export class SqliteWebhookStore implements WebhookStore {
  readonly #database: Database.Database
  readonly #sql: Record<'all' | 'one' | 'add' | 'pause' | 'renew' | 'remove', Database.Statement>
  readonly #queue: Record<'add' | 'keep' | 'of' | 'due' | 'begin' | 'end', Database.Statement>

  /** Shares the database with the people store, which closes it and removes webhooks with their account. */
  constructor(database: Database.Database) {
    const sql = (text: string) => database.prepare(text)
    this.#database = database
    this.#sql = {
      all: sql(`SELECT ${columns} FROM webhooks WHERE account_id = ? ORDER BY created_at DESC, id DESC`),
      one: sql(`SELECT ${columns} FROM webhooks WHERE id = ?`),
      // Counts and adds in one statement, so that two who add at once are not one too many
      add: sql(
        `INSERT INTO webhooks
           (id, account_id, workshop_id, name, url, kinds, created_at, paused_at, secret_round, secret_since)
         SELECT @id, @accountId, @workshopId, @name, @url, @kinds, @createdAt, @pausedAt, @secretRound, @secretSince
         WHERE (SELECT count(*) FROM webhooks WHERE account_id = @accountId) < @max`,
      ),
      pause: sql('UPDATE webhooks SET paused_at = @at WHERE account_id = @accountId AND id = @id'),
      renew: sql(
        `UPDATE webhooks SET secret_round = secret_round + 1, secret_since = @at
         WHERE account_id = @accountId AND id = @id RETURNING ${columns}`,
      ),
      remove: sql('DELETE FROM webhooks WHERE account_id = ? AND id = ?'),
    }
    this.#queue = {
      add: sql('INSERT INTO happenings VALUES (@kind, @workshopId, @groupId, @subjectId, @at, @key)'),
      keep: sql(
        `INSERT INTO deliveries
           (id, webhook_id, kind, workshop_id, group_id, subject_id, at, attempts, due_at, outcome, status)
         VALUES (@id, @webhookId, @kind, @workshopId, @groupId, @subjectId, @at, @attempts, @dueAt, @outcome, @status)`,
      ),
      of: sql(
        `SELECT ${deliveryColumns} FROM deliveries WHERE webhook_id = ? ORDER BY at DESC, id DESC LIMIT ?`,
      ),
      due: sql(
        `SELECT ${deliveryColumns} FROM (
           SELECT *, row_number() OVER (PARTITION BY webhook_id ORDER BY due_at, at, id) AS place FROM deliveries
           WHERE due_at <= ? AND kind IN (${known})
             AND webhook_id IN (SELECT id FROM webhooks WHERE paused_at IS NULL)
         ) WHERE place = 1 ORDER BY due_at, at, id LIMIT ?`,
      ),
      begin: sql(
        'UPDATE deliveries SET attempts = attempts + 1, due_at = @dueAt WHERE id = @id AND due_at = @from',
      ),
      end: sql('UPDATE deliveries SET outcome = @outcome, status = @status, due_at = @dueAt WHERE id = @id'),
    }
  }

  async webhooksOf(accountId: AccountId) {
    return asking(() => this.#sql.all.all(accountId)).map((row): Webhook => webhookRow.parse(row))
  }

  async webhook(webhookId: WebhookId) {
    const row = asking(() => this.#sql.one.get(webhookId))
    return row === undefined ? null : webhookRow.parse(row)
  }

  async add(webhook: Webhook, max: number) {
    const values = { ...webhook, kinds: JSON.stringify(webhook.kinds), max }
    return asking(() => this.#sql.add.run(values)).changes === 1
  }

  async pause(accountId: AccountId, webhookId: WebhookId, at: number | null) {
    return asking(() => this.#sql.pause.run({ accountId, id: webhookId, at })).changes === 1
  }

  async renewSecret(accountId: AccountId, webhookId: WebhookId, at: number) {
    const row = asking(() => this.#sql.renew.get({ accountId, id: webhookId, at }))
    return row === undefined ? null : webhookRow.parse(row)
  }

  async remove(accountId: AccountId, webhookId: WebhookId) {
    asking(() => this.#sql.remove.run(accountId, webhookId))
  }

  async queue(happened: Happened, key: string) {
    asking(() => this.#queue.add.run({ ...happened, key }))
  }

  async keep(delivery: Delivery) {
    asking(() => this.#queue.keep.run({ ...delivery }))
  }

  async deliveriesOf(webhookId: WebhookId, max: number) {
    return readable(asking(() => this.#queue.of.all(webhookId, max)))
  }

  async due(now: number, max: number) {
    return readable(asking(() => this.#queue.due.all(now, max)))
  }

  async begin(deliveryId: string, from: number, dueAt: number) {
    return asking(() => this.#queue.begin.run({ id: deliveryId, from, dueAt })).changes === 1
  }

  async end(deliveryId: string, end: AttemptEnd) {
    asking(() => this.#queue.end.run({ ...end, id: deliveryId }))
  }

  async sweep(before: number) {
    const sweep = this.#database.transaction(() => {
      this.#database.prepare('DELETE FROM deliveries WHERE due_at IS NULL AND at < ?').run(before)
      this.#database
        .prepare(
          `DELETE FROM webhooks WHERE workshop_id IS NOT NULL AND workshop_id NOT IN (SELECT id FROM workshops)
           AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.webhook_id = webhooks.id AND d.due_at IS NOT NULL
                           AND (webhooks.paused_at IS NULL OR d.at >= ?))`,
        )
        .run(before)
    })
    asking(() => sweep.immediate())
  }
}
