import { readFileSync } from 'node:fs'
import options from '../../scripts/node-options.json' with { type: 'json' }

const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  scripts: { start: string }
}

/** What `npm start` gives Node. */
export const startArguments = scripts.start.split(' ').slice(1)
/** The options that the server itself runs with (scripts/launch.mjs). */
export const startOptions: readonly string[] = options
