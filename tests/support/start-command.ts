import { readFileSync } from 'node:fs'

const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  scripts: { start: string }
}

/** What `npm start` gives Node: its options, then the script. */
export const startArguments = scripts.start.split(' ').slice(1)
/** The options alone. */
export const startOptions = startArguments.filter((argument) => argument.startsWith('--'))
