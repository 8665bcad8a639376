import { piecesOf } from './named.ts'

/** A sentence in which names keep their language; `named` puts them in. One element, whatever the layout around it. */
export function Said({ children }: { children: string }) {
  const pieces = piecesOf(children)
  if (pieces.every(({ lang }) => lang === undefined)) return children
  return (
    <span>
      {pieces.map(({ text, lang }, n) =>
        lang === undefined ? (
          text
        ) : (
          <span key={n} lang={lang}>
            {text}
          </span>
        ),
      )}
    </span>
  )
}
