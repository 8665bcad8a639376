/**
 * What documents look like as PDF: A4, one letter, quiet rules. Takes the settings that `typst.ts` writes before it.
 * Page numbers, running heads and rules are no content to those who hear a document; Typst marks them so by itself.
 */
export const typstLook = `
#let ink = rgb("#1e2120")
#let grey = rgb("#585e5b")
#let line-colour = rgb("#ddd6c9")
#let quiet(body) = text(fill: grey, body)
#let small(body) = text(size: 9pt, fill: grey, body)

#let chapter() = {
  let before = query(selector(heading.where(level: 1)).before(here()))
  let on-page = query(heading.where(level: 1)).filter(it => it.location().page() == here().page())
  if on-page.len() > 0 { on-page.first().body } else if before.len() > 0 { before.last().body }
}

#let running-head = context {
  if here().page() > 1 { small(grid(columns: (1fr, auto), gutter: 12pt, title, align(end, chapter()))) }
}
#let running-foot = context small({
  line(length: 100%, stroke: 0.5pt + line-colour)
  v(-4pt)
  let count = counter(std.page).final().first()
  grid(columns: (1fr, auto), gutter: 12pt, asof,
    if here().page() == 1 and notice != "" { notice } else { page + str(here().page()) + of + str(count) + after })
})

#let sheet(body) = {
  set document(title: title, author: "Werkraum", date: written)
  set std.page(paper: "a4", margin: (top: 27mm, bottom: 25mm, left: 23mm, right: 20mm),
    header: running-head, footer: running-foot)
  set text(lang: language, region: region, size: 10.5pt, fill: ink, fallback: false, hyphenate: true,
    font: ("Atkinson Hyperlegible Next", "Noto Sans", "Noto Emoji"))
  set par(leading: 0.62em, spacing: 0.95em, justify: false)
  set list(indent: 2pt, body-indent: 7pt, spacing: 0.75em, marker: text(fill: grey, [–]))
  set enum(indent: 2pt, body-indent: 7pt, spacing: 0.75em)
  show heading: set text(hyphenate: false)
  show heading: set block(sticky: true)
  show heading.where(level: 1): it => { set text(size: 20pt, weight: "bold", fill: colour); block(above: 26pt, below: 13pt, it.body) }
  show heading.where(level: 2): it => { set text(size: 14.5pt, weight: "bold"); block(above: 20pt, below: 9pt, it.body) }
  show heading.where(level: 3): it => { set text(size: 12pt, weight: "bold"); block(above: 16pt, below: 8pt, it.body) }
  show heading.where(level: 4): it => { set text(size: 10.5pt, weight: "bold", fill: grey); block(above: 13pt, below: 7pt, it.body) }
  show heading.where(level: 5): it => { set text(size: 10.5pt, weight: "bold", fill: grey); block(above: 11pt, below: 6pt, it.body) }
  show link: set text(fill: rgb("#2b5c94"))
  show figure.where(kind: table): set block(breakable: true)
  show figure.where(kind: table): set figure.caption(position: top)
  show figure.caption: it => align(start, text(size: 9pt, fill: grey, it.body))
  body
}

#let masthead() = {
  if logo != none { std.image(logo, height: 14mm, alt: logo-alt) }
  block(below: 9pt, std.title(text(size: 24pt, weight: "bold", fill: colour, title)))
  block(below: 14pt, { quiet(if subtitle != "" and asof != "" { subtitle + " · " + asof } else { subtitle + asof })
    if notice != "" { linebreak(); quiet(emph(notice)) } })
}

#let contents(word, depth) = {
  show outline.entry.where(level: 1): set block(above: 9pt)
  outline(title: text(size: 12pt, fill: ink, word), depth: depth, indent: 10pt)
}

#let cover(about, people, figures, summary-title, summary) = {
  v(4mm)
  grid(columns: (auto, auto, 1fr), gutter: 9pt, align: horizon,
    if logo != none { std.image(logo, height: 12mm, alt: logo-alt) } else [], strong(workshop), quiet(subtitle))
  v(22mm)
  std.title(text(size: 38pt, weight: "bold", hyphenate: false, title))
  block(width: 85%, above: 14pt, below: 14pt, text(size: 16pt, about))
  quiet(people)
  v(9mm)
  if figures.len() > 0 {
    std.line(length: 100%, stroke: 1.5pt + ink)
    grid(columns: figures.map(_ => 1fr), gutter: 10pt,
      ..figures.map(((number, word)) => { text(size: 27pt, weight: "bold", str(number)); linebreak(); quiet(word) }))
    std.line(length: 100%, stroke: 0.5pt + line-colour)
  }
  v(6mm)
  if summary.len() > 0 {
    heading(level: 1, outlined: false, text(size: 13pt, fill: ink, summary-title))
    for one in summary { par(one) }
  }
}

#let card(body) = block(above: 1.5em, below: 0.8em, sticky: true, par(body))

#let term(word, body) = block(inset: (left: 12pt), above: 0.75em, below: 0.75em, par(hanging-indent: 0pt)[#strong(word) #body])

#let said(number, body, source) = block(above: 1em, below: 1em, breakable: false, grid(
  columns: (if number == none { 0pt } else { 26pt }, 1fr),
  if number == none [] else { text(weight: "bold", fill: rgb("#2b5c94"), "[" + str(number) + "]") },
  block(inset: (left: 9pt), stroke: (left: 2pt + rgb("#2b5c94")), quote(block: false, quotes: false, {
    par(body)
    if source != [] { par(small(source)) }
  }))))

#let rows(caption, shares, aligned, head, cells) = figure(
  kind: table, supplement: none, numbering: none, caption: caption, gap: 6pt,
  { set text(size: 9.5pt); set par(leading: 0.5em)
    table(columns: shares, align: aligned, inset: (x: 5pt, y: 5pt),
    stroke: (x, y) => (bottom: if y == 0 { 1pt + ink } else { 0.5pt + line-colour }),
    table.header(repeat: true, ..head.map(it => strong(it))), ..cells) })

#let shown(body, caption) = figure(body, kind: image, supplement: none, numbering: none, caption: caption, gap: 6pt)

// As wide as the text. What is a little higher than a page leaves room for becomes smaller; what is much higher goes on over
// the next pages, a line of each seen again, because a narrow strip shows nothing. It is heard once.
#let picture(path, words, caption) = layout(size => {
  let wide = std.image(path, alt: words, width: size.width)
  // Pages after the first have no heading and no caption
  let (room, more, again) = (195mm, 235mm, 6mm)
  let high = measure(wide).height
  if high <= room { shown(wide, caption) }
  else if high <= 1.4 * room { shown(std.image(path, alt: words, height: room), caption) }
  else {
    // With its height named: an image is made to fit where it stands otherwise
    let whole = std.image(path, alt: words, width: size.width, height: high)
    for n in range(1 + calc.ceil((high - room) / (more - again))) {
      let from = if n == 0 { 0mm } else { room + (n - 1) * (more - again) - again }
      let seen = calc.min(if n == 0 { room } else { more }, high - from)
      let part = box(width: size.width, height: seen, clip: true, place(top + left, dy: -from, whole))
      if n == 0 { shown(part, caption) } else { pdf.artifact(block(above: 6pt, below: 6pt, part)) }
    }
  }
})
`
