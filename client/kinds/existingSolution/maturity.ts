/** A sentence may say several things of a solution. */
const CLAUSES = /[,;/()]|\.\s|\s[–-]\s|\b(?:und|aber|and|but)\b/i

/** It is not what it says, no longer, not yet, or on its way there: none of the steps. */
const UNSURE =
  /\b(?:nicht|nie|kein\w*|ohne|kaum|wenig|außer|vor|ab|soll|bald|not|no|from|until)\b|eingestellt|abgeschaltet|abgelöst|abgekündigt|abgeschlossen|beendet|auslauf|ausgelaufen|künftig|demnächst|roll-?out|einführung|aufbau|bereit\b|discontinued|completed/i

/** The steps of maturity in the words of lists; the first that fits counts, as "Pilotbetrieb" is no "Betrieb" yet. */
const STEPS: readonly (readonly [RegExp, number])[] = [
  [/geplant|planung|vorgesehen|idee|kon[zc]ept|prototyp|\bplan(?:ned)?\b|\bidea/i, 1],
  [/pilot|test|erprob|probe/i, 2],
  [/\p{L}{3}weit\b|verbreitet|flächendeckend|widely/iu, 4],
  [/einsatz|eingesetzt|genutzt|nutzung|produktiv|betrieb|\blive\b|in use|in production/i, 3],
]

/**
 * How far a solution is, as a number or in the words that lists use; null where they name none of the steps, or several at
 * once, which is told and never guessed.
 */
export function maturityOf(said: string): number | null {
  if (/^[1-4]$/.test(said)) return Number(said)
  const levels = said.split(CLAUSES).flatMap((clause) => {
    if (UNSURE.test(clause)) return STEPS.some(([words]) => words.test(clause)) ? [null] : []
    return STEPS.find(([words]) => words.test(clause))?.[1] ?? []
  })
  const [level = null, ...more] = new Set(levels)
  return more.length === 0 ? level : null
}
