import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { limits } from '#shared/base/limits.ts'
import { openDatabase } from '#server/adapters/sqlite/database.ts'
import { peopleMigrations } from '#server/adapters/sqlite/people-migrations.ts'
import { SqlitePeopleStore } from '#server/adapters/sqlite/people-store.ts'
import { issuePasswordReset } from '#server/auth/password-reset.ts'
import { systemClock } from '#server/base/system-clock.ts'
import { readConfig, type Config } from './config.ts'
import { complaintAbout, readWords, unknownWord } from './config-help.ts'

const usage = 'npm run reset-password -- <E-Mail-Adresse / e-mail address>\n'

/**
 * Entry of `npm run reset-password`: prints a link that sets a new password once. Reads the same options as the server
 * and works while it runs, because the link lies in the database that both open.
 */
async function runResetPasswordCommand(words: string[]): Promise<number> {
  const asked = readWords(words, 1)
  if (asked.type === 'help') {
    process.stdout.write(usage)
    return 0
  }
  if (asked.type === 'unknown') {
    process.stderr.write(`${unknownWord(asked.word)}\n${usage}`)
    return 2
  }
  const [email] = asked.words
  const config = readConfig(process.env)
  if (!config.ok) {
    for (const wrong of config.refusal) process.stderr.write(`${complaintAbout(wrong)}\n`)
    return 2
  }
  if (!email) {
    process.stderr.write(usage)
    return 2
  }
  const token = await issueIn(config.value.dataFolder, email)
  if (token === null) {
    process.stderr.write(`${email}: kein Konto mit dieser Adresse / no account has this address\n`)
    return 1
  }
  const minutes = limits.resetLinkMinutes
  process.stdout.write(
    `Gilt ${minutes} Minuten, einmal / valid for ${minutes} minutes, once:\n${originOf(config.value)}/passwort#${token}\n`,
  )
  return 0
}

/** Null as well where there is no database yet: asking must not make one. */
async function issueIn(dataFolder: string, email: string): Promise<string | null> {
  const file = join(dataFolder, 'werkraum.sqlite')
  if (!existsSync(file)) return null
  const people = new SqlitePeopleStore(openDatabase(file, peopleMigrations))
  try {
    return await issuePasswordReset({ people, clock: systemClock }, email)
  } finally {
    await people.close()
  }
}

function originOf({ publicUrl, port }: Config): string {
  return publicUrl?.origin ?? `http://localhost:${port}`
}

process.exitCode = await runResetPasswordCommand(process.argv.slice(2))
