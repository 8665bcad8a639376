/**
 * Names of downloaded files. Titles come from people and end up in file systems and headers: whatever Windows, macOS
 * or a shell gives a meaning is replaced, and nothing can point outside the folder.
 */
const MAX_CHARS = 120
const WINDOWS_DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** @param parts joined by "_", e.g. title, content, date; `extension` without the dot */
export function fileName(parts: readonly string[], extension: string): string {
  const letters = [...parts.map(safePart).filter(Boolean).join('_')]
  const stem = letters
    .slice(0, MAX_CHARS)
    .join('')
    .replace(/[-_. ]+$/, '')
  const named = stem === '' || WINDOWS_DEVICES.test(stem) ? `Werkraum_${stem}`.replace(/_$/, '') : stem
  return `${named}.${extension}`
}

function safePart(part: string): string {
  return part
    .normalize('NFC')
    .replace(LONE_SURROGATE, '-')
    .replace(UNSAFE, '-')
    .replace(/\s+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[-_. ]+|[-_. ]+$/g, '')
}

const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f/\\:*?"<>|%~$`'!;&#{}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

const LONE_SURROGATE = /[\ud800-\udfff]/gu

const german: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss' }

/** The same name for readers that know ASCII only. */
export function asciiName(name: string): string {
  return name
    .replace(/[äöüÄÖÜß]/g, (letter) => german[letter]!)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\x20-\x7e]/g, '-')
    .replace(/["\\]/g, '-')
}

/** Content-Disposition of a download (RFC 6266; the name in UTF-8 after RFC 5987, section 3.2.1). */
export function contentDisposition(name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${encoded}`
}
