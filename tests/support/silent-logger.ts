import type { Logger } from '#server/ports/logger.ts'

const nothing = () => undefined

/** Swallows everything; a test that cares about a line brings its own logger. */
export const silentLogger: Logger = { debug: nothing, info: nothing, warn: nothing, error: nothing }
