/** What slides look like as PDF: as wide as a screen, large letters, much air. Takes the settings that `typst-slides.ts` writes. */
export const typstSlidesLook = `
#let ink = rgb("#1e2120")
#let grey = rgb("#585e5b")
#let line-colour = rgb("#ddd6c9")

#let foot = context {
  set text(size: 11pt, fill: grey)
  let number = counter(std.page).get().first()
  if number > 1 { grid(columns: (1fr, auto), gutter: 12pt, title, str(number)) }
}

#let sheet(body) = {
  set document(title: title, author: "Werkraum", date: written)
  set std.page(width: 254mm, height: 142.9mm, margin: (x: 17mm, top: 15mm, bottom: 15mm), footer: foot, footer-descent: 35%,
    background: place(left, rect(width: 5mm, height: 100%, fill: colour)))
  set text(lang: language, region: region, size: 20pt, fill: ink, fallback: false, hyphenate: false,
    font: ("Atkinson Hyperlegible Next", "Noto Sans", "Noto Emoji"))
  set par(leading: 0.55em, spacing: 0.8em)
  set list(indent: 0pt, body-indent: 11pt, spacing: 0.75em, marker: text(fill: colour, [•]))
  show heading.where(level: 1): it => { set text(size: 28pt, weight: "bold", fill: colour); block(above: 0pt, below: 26pt, it.body) }
  show heading.where(level: 2): it => { set text(size: 12pt, weight: "bold"); block(above: 14pt, below: 6pt, it.body) }
  body
}

#let front(notice) = {
  if logo != none { std.image(logo, height: 16mm, alt: logo-alt) }
  v(1fr)
  block(width: 92%, below: 16pt, std.title(text(size: 40pt, weight: "bold", fill: colour, title)))
  if subtitle != "" { block(below: 10pt, text(size: 20pt, subtitle)) }
  block(text(size: 14pt, fill: grey, asof))
  if notice != "" { block(text(size: 12pt, fill: grey, emph(notice))) }
  v(1.4fr)
}

#let shown(picture, high) = layout(size => {
  let wide = std.image(picture.at(0), alt: picture.at(1), width: size.width)
  align(center, if measure(wide).height > high { std.image(picture.at(0), alt: picture.at(1), height: high) } else { wide })
})

#let name(title, about) = {
  title
  if about != "" { text(size: 18pt, weight: "regular", fill: grey, " – " + about) }
}

#let told(points) = if points.len() == 1 { par(points.first()) } else { list(..points) }

#let pair(title, about, ..parts) = {
  pagebreak(weak: true)
  heading(level: 1, name(title, about))
  grid(columns: (1fr, 1fr), gutter: 14mm, ..parts.pos().map(((label, points)) => {
    block(above: 0pt, below: 14pt, text(weight: "bold", fill: colour, label))
    set text(size: 22pt)
    told(points)
  }))
}

#let slide(title, about, opening, points, picture, brief) = {
  pagebreak(weak: true)
  let said = if opening { for one in points { par(one) } } else { told(points) }
  if opening { v(if points.len() == 0 and picture == none { 1fr } else { 12mm }) }
  heading(level: 1, name(if opening { text(size: 34pt, title) } else { title }, about))
  set text(size: 30pt) if brief
  set par(leading: 0.6em) if brief
  if picture == none { said }
  else if points.len() == 0 { shown(picture, 78mm) }
  else { grid(columns: (1fr, 1fr), gutter: 12mm, said, shown(picture, 84mm)) }
  if opening { v(1.4fr) }
}

#let notes(word, all) = {
  pagebreak(weak: true)
  heading(level: 1, word)
  set text(size: 12pt)
  for (name, said) in all {
    heading(level: 2, name)
    for one in said { par(one) }
  }
}
`
