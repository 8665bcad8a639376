import { compose } from './compose.ts'
import { atTerminal, readConfig } from './config.ts'
import { complaintAbout, helpText } from './config-help.ts'
import { startTrouble } from './start-trouble.ts'

const stopWithinMs = 9_000

/** Entry of the program: reads the options, starts, and stops in good order when asked to. */
async function main(): Promise<void> {
  if (process.argv.includes('--help') || process.argv.includes('-h')) return say(helpText())
  const config = readConfig(process.stdout.isTTY ? atTerminal(process.env) : process.env)
  if (!config.ok) {
    for (const wrong of config.refusal) process.stderr.write(`${complaintAbout(wrong)}\n`)
    process.exitCode = 2
    return
  }
  const server = await compose(config.value)
  let isLeaving = false
  // Ctrl+C reaches us twice, from the terminal and from whoever started us
  const stop = (signal: NodeJS.Signals) => {
    if (!isLeaving) void leave(signal, server.stop)
    isLeaving = true
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop)
  const { url, setUpUrl } = await server.start()
  say(`\n  Werkraum: ${url}\n`)
  if (setUpUrl)
    say(`  Einrichten / set up (gilt 24 Stunden, einmal / valid 24 hours, once):\n  ${setUpUrl}\n`)
}

/** Operators wait ten seconds before they kill; rooms are flushed long before. */
async function leave(signal: NodeJS.Signals, stop: () => Promise<void>): Promise<void> {
  say(`${signal}: Werkraum hält an … / stopping …`)
  const overdue = setTimeout(() => process.exit(1), stopWithinMs)
  try {
    await stop()
    clearTimeout(overdue)
    process.exit(0)
  } catch (error) {
    process.stderr.write(`${startTrouble(error)}\n`)
    process.exit(1)
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${startTrouble(error)}\n`)
  process.exit(1)
}
