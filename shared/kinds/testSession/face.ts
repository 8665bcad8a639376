import { foot, headline, joined, kindLine, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { quietText } from '../../layout/card/field-parts.ts'
import { lines, tick, topBar } from '../../layout/card/outline.ts'
import type { Notice } from '../../layout/card/parts.ts'

const signs: Readonly<Record<string, Pick<Notice, 'icon' | 'tone'>>> = {
  worked: { icon: 'check', tone: 'success' },
  partly: { icon: 'triangle-alert', tone: 'attention' },
  failed: { icon: 'triangle-alert', tone: 'attention' },
}

/** Task, what was seen, and what came of it. */
export const testSessionFace: Face = {
  outline: [topBar, lines(3, { to: 0.62 }), tick],
  draw({ fields }, context) {
    const { say } = context
    const outcome = words(fields.outcome) || 'open'
    const word = say(`fields.outcome.options.${outcome}`)
    const sign = signs[outcome]
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(context),
        ...quietText(joined(words(fields.person), words(fields.task))),
        headline(words(fields.finding), context),
        ...(sign ? [{ type: 'notice', ...sign, text: word } as const] : []),
        foot(context),
      ],
    }
  },
}
