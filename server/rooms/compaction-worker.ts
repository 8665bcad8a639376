import { parentPort, workerData } from 'node:worker_threads'
import { foldUpdates } from './compaction.ts'

/** One compaction in a thread of its own, so that live rooms do not wait for a big document. */
const snapshot = foldUpdates((workerData as { updates: Uint8Array[] }).updates)
parentPort?.postMessage(snapshot, [snapshot.buffer as ArrayBuffer])
