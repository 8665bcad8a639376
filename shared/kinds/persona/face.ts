import {
  commentItems,
  evidenceItems,
  joined,
  headline,
  kindLine,
  maturity,
  words,
} from '../../layout/card/common-parts.ts'
import type { Face, FaceContext, ShownArtefact } from '../../layout/card/face.ts'
import { headWithDisc, lines } from '../../layout/card/outline.ts'
import type { Foot, FootItem, Head, Part, Row } from '../../layout/card/parts.ts'

const SKILL_LEVELS = 5

/** A portrait, a name, a sentence in their own voice, and what they want, need and struggle with. */
export const personaFace: Face = {
  outline: [headWithDisc, lines(4, { from: 0.44 })],
  draw(artefact, context) {
    const { quote } = artefact.fields
    return {
      body: { type: 'paper' },
      parts: [
        head(artefact, context),
        ...voice(words(quote).trim(), context),
        ...rows(artefact, context),
        foot(context),
      ],
    }
  },
}

function head(artefact: ShownArtefact, context: FaceContext): Head {
  const { name, role, municipality, portrait } = artefact.fields
  const letters = initials(words(name))
  const disc = words(portrait)
    ? { assetId: words(portrait) }
    : letters
      ? { letters }
      : { icon: context.kind.icon }
  return {
    type: 'head',
    portrait: disc,
    kindLine: kindLine(context, maturity(artefact, context)),
    title: headline(words(name), context, 24),
    about: joined(words(role), words(municipality)),
  }
}

function voice(said: string, { common }: FaceContext): Part[] {
  return said ? [{ type: 'text', text: `${common('openingQuote')}${said}${common('closingQuote')}` }] : []
}

function rows({ fields }: ShownArtefact, { say }: FaceContext): Part[] {
  const label = (field: string) => say(`face.${field}`)
  const written = (['goals', 'needs', 'obstacles'] as const)
    .map((field): Row => ({ label: label(field), value: words(fields[field]).trim() }))
    .filter(({ value }) => value !== '')
  const skill = typeof fields.digitalSkill === 'number' ? fields.digitalSkill : null
  const measured: Row[] =
    skill === null ? [] : [{ label: label('digitalSkill'), value: { filled: skill, of: SKILL_LEVELS } }]
  const all = [...written, ...measured]
  return all.length ? [{ type: 'rows', rows: all, arrangement: 'beside' }] : []
}

function foot(context: FaceContext): Foot {
  const { evidence, common } = context
  const interviews: FootItem[] = evidence?.interviews
    ? [{ type: 'word', word: common('interviews', { count: evidence.interviews }), short: '' }]
    : []
  return { type: 'foot', left: [...evidenceItems(context), ...interviews], right: commentItems(context)[0] }
}

/** First letters of the first two words of a name. */
export function initials(name: string): string {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => [...word][0]!.toUpperCase())
    .join('')
}
