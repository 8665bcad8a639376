import { compose } from './compose.ts'
import { atTerminal, readConfig } from './config.ts'
import { complaintAbout, helpText, readWords, unknownWord } from './config-help.ts'
import { offerSetUp } from './set-up-offer.ts'
import { startTrouble } from './start-trouble.ts'

const stopWithinMs = 9_000

/** Entry of the program: reads the options, starts, and stops in good order when asked to. */
async function main(): Promise<void> {
  const asked = readWords(process.argv.slice(2), 0)
  if (asked.type === 'help') return say(helpText())
  if (asked.type === 'unknown') {
    process.stderr.write(`${unknownWord(asked.word)}\n`)
    process.exitCode = 2
    return
  }
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
  const offer = { setUpUrl, dataFolder: config.value.dataFolder, isTerminal: process.stdout.isTTY }
  const sentence = await offerSetUp(offer)
  if (sentence) say(sentence)
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
