/** Format signs, blanks of every kind, and letters that are drawn as nothing. */
const UNSEEN = /[\p{C}\p{Z}\u115f\u1160\u2800\u3164\uffa0]/gu

/** Whether anything of a text can be seen: a name of zero-width signs would be nobody's in every list. */
export function isVisible(text: string): boolean {
  return text.replace(UNSEEN, '') !== ''
}
