/** Ctrl+M, for what is written down in a meeting. */
export const isCaptureKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'm' && ctrlKey && !metaKey && !altKey && !shiftKey
