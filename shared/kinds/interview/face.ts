import { foot, headline, joined, kindLine, words } from '../../layout/card/common-parts.ts'
import type { Face, FaceContext } from '../../layout/card/face.ts'
import { dogEar, lines } from '../../layout/card/outline.ts'
import type { FootItem, Notice } from '../../layout/card/parts.ts'

/** The cover sheet of a protocol: where and when, what was taken from it, and whether it may be used. */
export const interviewFace: Face = {
  outline: [dogEar, lines(4, { from: 0.23 })],
  draw({ fields }, context) {
    const { common, day } = context
    const minutes = fields.minutes === null ? '' : common('minutes', { count: Number(fields.minutes) })
    const date = words(fields.date)
    const about = joined(words(fields.function), words(fields.municipality), date && day(date), minutes)
    return {
      body: { type: 'paper', mark: 'dogEar' },
      parts: [
        kindLine(context),
        headline(words(fields.title), context),
        ...(about ? [{ type: 'text', text: about, size: 17, quiet: true } as const] : []),
        ...(context.seesProtocols && !hasText(fields) ? [missing(context)] : []),
        foot(context, [], consent(fields.consent, context)),
      ],
    }
  },
}

/** As it was read in, or as it was handed in later. */
const hasText = ({ transcript, revisions }: Readonly<Record<string, unknown>>) =>
  words(transcript) !== '' || (Array.isArray(revisions) && revisions.length > 0)

/** Announced, and nobody has handed it in. */
const missing = ({ say }: FaceContext): Notice => ({
  type: 'notice',
  icon: 'hourglass',
  text: say('face.missing'),
  tone: 'attention',
})

function consent(value: unknown, { say }: FaceContext): FootItem {
  if (value === 'given') return { type: 'word', icon: 'check', word: say('face.consentGiven') }
  const word = value === 'refused' ? say('face.consentRefused') : say('face.consentUnknown')
  return { type: 'word', icon: 'triangle-alert', word, tone: 'attention' }
}
