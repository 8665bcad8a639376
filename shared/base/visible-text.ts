/** Format signs, blanks of every kind, and letters that are drawn as nothing: fillers, joiners, choices of a shape. */
const UNSEEN = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}]/gu

/** Whether anything of a text can be seen: a name of zero-width signs would be nobody's in every list. */
export function isVisible(text: string): boolean {
  return text.replace(UNSEEN, '') !== ''
}

/** Signs that turn the direction of what follows, up to the end of the line and beyond the text they stand in. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g

/** A name as it may stand among other words: it turns none of them round. Line feeds stay, as some of these are longer texts. */
export function nameable(text: string): string {
  return withoutControls(text).replace(TURNING, '')
}

/** Signs that end a line in some program: old Macs', Word's and Unicode's own. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** What is neither a letter nor a line's end nor a tab: it breaks XML, terminals and the search for what one sees. */
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff\ufff9-\ufffb\ufffe\uffff]/g

/** A text as it may stand in a document: lines end with a line feed, and no control characters are in it. */
export function withoutControls(text: string): string {
  return text.replace(LINE_ENDS, '\n').replace(CONTROL, '')
}

/** The beginning of a text, as long as there is room, without half an emoji at its end. */
export function cutBetweenCharacters(text: string, room: number): string {
  if (text.length <= room) return text
  const cut = text.slice(0, Math.max(0, room))
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut
}
