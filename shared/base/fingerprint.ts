/**
 * A short word for a long text, the same on every machine: to see whether a text is the one from before, and for nothing
 * that somebody could gain by forging. Two runs of FNV-1a with 32 bits over UTF-16 units.
 */
export function fingerprint(text: string): string {
  let [a, b] = [0x811c9dc5, 0xcbf29ce4]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ (unit + at), 0x01000193)
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
