import type { ArtefactKind } from './index.ts'
import type { KindTexts } from './texts.ts'
import { idea } from './idea/en.ts'
import { interview } from './interview/en.ts'
import { note } from './note/en.ts'
import { persona } from './persona/en.ts'
import { quote } from './quote/en.ts'

/** English words for every kind; one line for each. */
export const kinds = { note, quote, persona, idea, interview } satisfies Record<ArtefactKind, KindTexts>
