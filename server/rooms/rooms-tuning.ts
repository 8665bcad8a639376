export interface RoomsTuning {
  /** Pause between two commits, and so between two document frames of a room; and the same of a busy server. */
  tickMs: number
  busyTickMs: number
  /** Presence goes out every so many ticks. */
  presenceEveryTicks: number
  /** How long an empty room stays loaded, for those who come right back. */
  unloadAfterMs: number
  /** Size of a log at which it is compacted: while people work, and when everybody has left. */
  compactAboveBytes: number
  compactOnLeavingAboveBytes: number
}

/** Measured in docs/performance.md: shorter costs frames, longer costs people's sense of working together. */
export const standardTuning: RoomsTuning = {
  tickMs: 25,
  busyTickMs: 75,
  presenceEveryTicks: 5,
  unloadAfterMs: 10_000,
  compactAboveBytes: 4 * 1024 * 1024,
  compactOnLeavingAboveBytes: 128 * 1024,
}
