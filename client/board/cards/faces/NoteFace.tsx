import type { CardFaceProps } from './CardFace.tsx'
import { Headline } from './Headline.tsx'
import { fitText } from './text-fit.ts'
import { noteBox } from './boxes.ts'

/** A slip of paper: nothing but the thought. */
export function NoteFace(props: CardFaceProps) {
  const fit = fitText(String(props.artefact.fields.text), noteBox(props))
  return <Headline {...props} fit={fit} />
}
