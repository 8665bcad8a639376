/** With Ctrl or Alt. What AltGr writes, such as @ and €, is written, though Windows calls it Ctrl and Alt. */
export const isCombined = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph')

/** On a Mac what is written with Alt, such as @, says nothing of AltGr. */
const isWrittenWithAlt = ({ altKey, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  altKey && !ctrlKey && !metaKey && /^Mac/.test(navigator.platform)

/** Every sign begins what somebody writes but the one that asks for help. Letters and digits may be commands. */
export const isSign = (event: KeyboardEvent): boolean =>
  /^[^\p{L}\p{N}\p{C}\s?]$/u.test(event.key) && (!isCombined(event) || isWrittenWithAlt(event))
