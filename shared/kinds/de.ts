import type { ArtefactKind } from './index.ts'
import type { KindTexts } from './texts.ts'
import { idea } from './idea/de.ts'
import { interview } from './interview/de.ts'
import { note } from './note/de.ts'
import { persona } from './persona/de.ts'
import { quote } from './quote/de.ts'

/** German words for every kind; one line for each. */
export const kinds = { note, quote, persona, idea, interview } satisfies Record<ArtefactKind, KindTexts>
