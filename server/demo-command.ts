import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newToken } from '#server/auth/secrets.ts'
import { compose } from './compose.ts'
import { readConfig } from './config.ts'
import { complaintAbout, readWords, unknownWord } from './config-help.ts'
import { buildWorkshop } from './demo/build-workshop.ts'
import { Visitor } from './demo/visitor.ts'
import { startTrouble } from './start-trouble.ts'

const name = 'Mara Moder'
const usage =
  'PORT=8080 npm run demo   Werkraum mit einer großen Beispielwerkstatt, nur auf diesem Rechner / with a large sample workshop, on this machine only'

/**
 * Entry of `npm run demo`: a server that only this machine reaches, on a folder of its own that goes when it stops, with
 * the large sample in it.
 */
async function runDemo(): Promise<void> {
  const asked = readWords(process.argv.slice(2), 0)
  if (asked.type === 'help') return say(usage)
  if (asked.type === 'unknown') {
    process.stderr.write(`${unknownWord(asked.word)}\n${usage}\n`)
    process.exitCode = 2
    return
  }
  const dataFolder = await mkdtemp(join(tmpdir(), 'werkraum-demo-'))
  const clearAway = () => rm(dataFolder, { recursive: true, force: true })
  const config = readConfig({
    ...process.env,
    HOST: '127.0.0.1',
    WERKRAUM_DATA: dataFolder,
    WERKRAUM_PUBLIC_URL: '',
    // Nobody real is in it
    WERKRAUM_SMTP_URL: '',
    WERKRAUM_LOG_LEVEL: 'warn',
  })
  if (!config.ok) {
    for (const wrong of config.refusal) process.stderr.write(`${complaintAbout(wrong)}\n`)
    process.exitCode = 2
    return clearAway()
  }
  const server = await compose(config.value)
  let isLeaving = false
  const leave = async (code: number) => {
    if (isLeaving) return
    isLeaving = true
    await server.stop()
    await clearAway()
    process.exit(code)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void leave(0))
  try {
    const { url, setUpUrl } = await server.start()
    say('\n  Die Beispielwerkstatt entsteht … / Building the sample workshop …')
    const visitor = new Visitor(url)
    const account = { name, email: 'mara@werkraum.example', password: newToken() }
    const token = new URL(setUpUrl!).hash.slice(1)
    await visitor.call('setUp', { body: { token, ...account } })
    const built = await buildWorkshop(url, { visitor, name }, 'large', Date.now())
    say(
      [
        '',
        `  ${built.cards} Karten, 37 Menschen / ${built.cards} cards, 37 people`,
        '',
        `  Moderation / moderator:    ${url}/wieder#${built.moderatorToken}`,
        `  Teilnahme / participant:   ${url}/wieder#${built.participantToken}`,
        `  Konto / account:           ${account.email}   ${account.password}`,
        '',
        '  Strg+C beendet und entfernt alles. / Ctrl+C stops and removes everything.',
        '',
      ].join('\n'),
    )
  } catch (error) {
    process.stderr.write(`${startTrouble(error)}\n`)
    await leave(1)
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

await runDemo()
