import { getPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'

/** Says at which priority its own thread runs. */
parentPort?.postMessage(getPriority(0))
