import type { CatalogueEntry } from '#shared/gallery/catalogue.ts'
import type { InterestField } from '#shared/gallery/interest.ts'
import type { PublicTextLinks } from '#shared/protocol/api.ts'
import { fill, wordsIn } from '#shared/report/words.ts'
import { organisationKinds } from '#shared/workshop/roles.ts'
import { galleryPath } from './addresses.ts'
import { html, type Markup } from './html.ts'
import { framed } from './page-frame.ts'

/** What is wrong with what was sent: a field, the agreement, or the form as a whole. */
export type InterestFault = InterestField | 'agreed' | 'outdated' | 'tooSoon' | 'tooMany' | 'full' | 'mail'

interface InterestPage {
  entry: CatalogueEntry
  language: 'de' | 'en'
  texts: PublicTextLinks
  stamp: string
  /** Whether an address is confirmed by a mail. */
  byMail: boolean
  /** What was typed already, so that nothing has to be typed twice. */
  typed: Readonly<Partial<Record<InterestField, string>>>
  faults: readonly InterestFault[]
}

/** Where somebody from another municipality says that they would like to take part. */
export function interestPage({ entry, language, texts, stamp, byMail, typed, faults }: InterestPage): string {
  const words = wordsIn(language).interest
  const kinds = wordsIn(language).workshop.organisationKind
  const field = (name: InterestField, label: string, control: Markup) => {
    const fault = faults.includes(name)
    return html`<label
      >${label}${control}${
        fault ? html`<span class="fault" id="fehler-${name}">${words.fault[name]}</span>` : null
      }</label
    >`
  }
  const invalid = (name: InterestField | 'agreed') =>
    faults.includes(name) ? html` aria-invalid="true" aria-describedby="fehler-${name}"` : null
  const input = (name: InterestField, type: string, autocomplete: string) =>
    html`<input
      type="${type}"
      name="${name}"
      value="${typed[name] ?? ''}"
      autocomplete="${autocomplete}"
      required${invalid(name)}
    />`
  const whole = faults.filter((fault) => fault in words.whole) as (keyof typeof words.whole)[]
  const main = html`<p class="way">
      <a href="${galleryPath(entry.id, { lang: language })}">${words.back}</a>
    </p>
    <h1>${words.title}</h1>
    <p class="lead">${fill(words.lead, { name: entry.profile.name })}</p>
    ${faults.length > 0 ? html`<div class="fault" role="alert">${whole.length > 0 ? whole.map((fault) => html`<p>${words.whole[fault]}</p>`) : html`<p>${words.lookAgain}</p>`}</div>` : null}
    <div class="interest">
      <form method="post" action="${galleryPath(`${entry.id}/interesse`, { lang: language })}">
        <input type="hidden" name="stamp" value="${stamp}" />
        <p class="trap" aria-hidden="true">
          <label>${words.trap}<input name="website" tabindex="-1" autocomplete="off" /></label>
        </p>
        ${field('organisation', words.organisation, input('organisation', 'text', 'organization'))}
        ${field(
          'organisationKind',
          words.organisationKind,
          html`<select name="organisationKind" required${invalid('organisationKind')}>
            <option value="">${words.choose}</option>
            ${organisationKinds.map((kind) =>
              kind === typed.organisationKind
                ? html`<option value="${kind}" selected>${kinds[kind]}</option>`
                : html`<option value="${kind}">${kinds[kind]}</option>`,
            )}
          </select>`,
        )}
        ${field('name', words.name, input('name', 'text', 'name'))}
        ${field('email', words.email, input('email', 'email', 'email'))}
        ${field('offer', words.offer, html`<textarea name="offer" rows="4" maxlength="600" ${invalid('offer')}>${typed.offer ?? ''}</textarea>`)}
        <label class="check"
          ><input type="checkbox" name="agreed" value="yes" required${invalid('agreed')} /><span
            >${words.agree}${
              texts.privacy ? html` <a href="${texts.privacy}">${words.privacy}</a>` : null
            }</span
          ></label
        >
        ${faults.includes('agreed') ? html`<p class="fault" id="fehler-agreed">${words.fault.agreed}</p>` : null}
        <p class="quiet">${byMail ? words.byMail : words.unconfirmed}</p>
        <div class="deeds"><button type="submit">${words.send}</button></div>
      </form>
    </div>`
  return framed({
    language,
    title: `${words.title} · ${entry.profile.name}`,
    otherHref: galleryPath(`${entry.id}/interesse`, { lang: language === 'de' ? 'en' : 'de' }),
    isHidden: true,
    texts,
    main,
  })
}

/** A page that says one thing. */
function notePage(language: 'de' | 'en', texts: PublicTextLinks, title: string, main: Markup): string {
  const other = language === 'de' ? 'en' : 'de'
  return framed({
    language,
    title,
    otherHref: galleryPath('', { lang: other }),
    isHidden: true,
    texts,
    main: html`<h1>${title}</h1>
      ${main}
      <p><a href="${galleryPath('', { lang: language })}">${wordsIn(language).publicGallery.back}</a></p>`,
  })
}

const done = (text: string) => html`<div class="done" role="status"><p>${text}</p></div>`

/** After it was sent: it has arrived, or waits for a mail to be answered. */
export function thanksPage(
  { profile }: CatalogueEntry,
  language: 'de' | 'en',
  texts: PublicTextLinks,
  byMail: boolean,
): string {
  const words = wordsIn(language).interest
  const text = fill(byMail ? words.almostText : words.thanksText, { name: profile.name })
  return notePage(language, texts, byMail ? words.almost : words.thanks, done(text))
}

/** Where the link in the mail leads: programs that look at links confirm nothing by it. */
export function confirmPage(language: 'de' | 'en', texts: PublicTextLinks, token: string): string {
  const words = wordsIn(language).interest
  const form = html`<p>${words.confirmText}</p>
    <form method="post" action="${galleryPath('bestaetigen', { lang: language })}">
      <input type="hidden" name="token" value="${token}" /><button type="submit">${words.confirm}</button>
    </form>`
  return notePage(language, texts, words.confirmTitle, form)
}

export function confirmedPage(language: 'de' | 'en', texts: PublicTextLinks, isConfirmed: boolean): string {
  const words = wordsIn(language).interest
  return isConfirmed
    ? notePage(language, texts, words.thanks, done(words.confirmed))
    : notePage(language, texts, words.expired, html`<p>${words.expiredText}</p>`)
}
