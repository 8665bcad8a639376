/** The lines worth a card: without bullets and numbers in front, cells of a spreadsheet row joined by dashes. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) =>
      line
        .split('\t')
        .map((cell) => cell.trim())
        .filter(Boolean)
        .join(' – '),
    )
    .map((line) => line.replace(/^(?:[-*•–]|\d{1,3}[.)])\s+/, '').trim())
    .filter(Boolean)
}

/** A text in pieces of at most `maxChars`, cut at line breaks or spaces where there are any. */
export function piecesOf(text: string, maxChars: number): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > maxChars) {
    const head = rest.slice(0, maxChars)
    const cut = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' '))
    const end = cut > maxChars / 2 ? cut : maxChars
    pieces.push(rest.slice(0, end).trim())
    rest = rest.slice(end).trim()
  }
  return rest ? [...pieces, rest] : pieces
}
