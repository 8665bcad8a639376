/** Slower corrections are how clocks are kept right. */
const JUMP_MS = 500

/**
 * This device's clock, which nobody sets back: what waits for a moment would wait an hour longer. That it goes ahead it
 * may also have from sleep, in which browsers count no time, so that is believed until the server says otherwise.
 */
export function steadyClock(
  wall: () => number = () => Date.now(),
  running: () => number = () => performance.now(),
): () => number {
  let [lastWall, lastRunning, aheadMs] = [wall(), running(), 0]
  return () => {
    const [now, runningNow] = [wall(), running()]
    const backMs = Math.round(runningNow - lastRunning - (now - lastWall))
    if (backMs > JUMP_MS) aheadMs += backMs
    ;[lastWall, lastRunning] = [now, runningNow]
    return now + aheadMs
  }
}

/** One for all, so that what one part of a room measured another understands. */
export const deviceNow = steadyClock()
